import Core
import Store

/// `offer create|edit|clone`.
enum OfferEditCommands {
  /// All of them.
  static let all = [create, edit, clone]

  private static let position = [Positional("OFFER", .id("OFFER"), "The offer's id.")]
  private static let output: Schema = .fields(["offer": Offer.schema])

  private static let create = Command(
    ["offer", "create"], "Create an offer as a draft.", access: .owners,
    explanation: """
      It needs a title and a value: at least 10 % off, 5.00 off, 15 minutes of parking, or one perk. Nobody is shown it \
      before it is submitted and approved. Flags count where a document says otherwise.
      """,
    flags: [Flag("partner", .id("PARTNER"), "Whose it is.", fallback: "the holder of the key")]
      + Offer.factFlags.map(\.flag) + [.input],
    examples: [
      "opportune offer create --partner 3 --title 'Sunset dinner' --discount-percent 20 --days-of-week fri,sat",
      "echo '{\"title\":\"Free dessert\",\"value\":{\"perks\":[\"free_dessert\"]}}' | opportune offer create --partner 3 --input -",
    ],
    input: Offer.inputSchema, output: output
  ) { invocation in
    let facts = try invocation.facts(Offer.factFlags)
    let store = try invocation.store()
    let actor = try invocation.actor(in: store)
    let now = try invocation.now(in: store)
    let partner = try store.partner(try owner(invocation, facts, actor), for: actor)
    let offer = try invocation.namingFlags(Offer.factFlags) {
      try store.addOffer(OfferEdit(newOfferOf: partner).applying(facts), by: actor, now: now)
    }
    return try OfferCommands.answer(offer, in: store, now: now)
  }

  private static let edit = Command(
    ["offer", "edit"], "Change an offer: what is given changes, the rest stays.", access: .owners,
    explanation: """
      An edit is a new version in the same state; 'offer show' tells who wrote which. A document may carry the version \
      that was read: then it is refused if somebody else was faster. An ended or archived offer stays as it was.
      """,
    positionals: position, flags: Offer.factFlags.map(\.flag) + [.input],
    examples: [
      "opportune offer edit 17 --capacity-total 40 --valid-until none",
      "echo '{\"trigger\":{\"weather\":\"rain\"}}' | opportune offer edit 17 --input -",
    ],
    input: Offer.inputSchema, output: output
  ) { invocation in
    let facts = try invocation.facts(Offer.factFlags)
    let store = try invocation.store()
    let actor = try invocation.actor(in: store)
    let now = try invocation.now(in: store)
    let known = try store.offer(invocation.arguments.id(at: "OFFER"), for: actor)
    let offer = try invocation.namingFlags(Offer.factFlags) {
      try store.updateOffer(OfferEdit(known).applying(facts), by: actor, now: now)
    }
    return try OfferCommands.answer(offer, in: store, now: now)
  }

  private static let clone = Command(
    ["offer", "clone"], "Copy an offer as a new draft of the same partner.", access: .owners,
    explanation: "Every fact is copied, the window too; every place is free.", positionals: position,
    flags: [Flag("title", .text("TEXT"), "What the copy is called.", fallback: "the same, with '(copy)' behind it")],
    output: output
  ) { invocation in
    let store = try invocation.store()
    let now = try invocation.now(in: store)
    let offer = try store.cloneOffer(
      invocation.arguments.id(at: "OFFER"), title: invocation.arguments.text("title"), by: invocation.actor(in: store),
      now: now)
    return try OfferCommands.answer(offer, in: store, now: now)
  }

  /// Whose offer it will be: by flag, by document, or the partner that acts.
  private static func owner(_ invocation: Invocation, _ facts: JSON, _ actor: Actor) throws -> Partner.ID {
    var fields = try JSONFields(facts)
    let named = try fields.integer("partner_id").map { Partner.ID($0) }
    let given: Partner.ID? = invocation.arguments.id("partner")
    if let named, let given, named != given { throw CommandLineError.contradiction("--partner", "partner_id") }
    guard let partner = given ?? named ?? actor.partnerID else {
      throw InvalidInput(.missingField, field: "--partner", "must say whose offer it is")
    }
    return partner
  }
}
