import Core
import Store

/// `offer list|show|view|accept|dismiss`, and whatever else is done to offers.
enum OfferCommands {
  /// All of them.
  static let all = [list, show] + OfferEditCommands.all + OfferMoveCommands.all + [view, accept, dismiss]

  private static let position = [Positional("OFFER", .id("OFFER"), "The offer's id.")]
  private static let session = Flag("session", .id("SESSION"), "The parked person's session.", isRequired: true)

  private static let list = Command(
    ["offer", "list"], "List offers.", access: .everyone,
    explanation: "An approved offer is scheduled, active or ended by its window and the clock.",
    flags: [
      Flag("state", .choice(OfferState.allCases.map(\.rawValue)), "Only in this state."),
      Flag("category", .text("CATEGORY"), "Only of this category."),
      Flag("partner", .id("PARTNER"), "Only of this partner."),
      Flag("limit", .integer("N", 1...1_000_000), "Most offers listed.", fallback: "50"),
      Flag("after", .id("OFFER"), "Go on after this id."),
    ],
    examples: ["opportune offer list --category dining --json", "opportune offer list --state pending"],
    output: .fields(["offers": .array(Offer.schema)])
  ) { invocation in
    let arguments = invocation.arguments
    let store = try invocation.store(readOnly: true)
    let actor = try invocation.actor(in: store)
    let now = try invocation.now(in: store)
    let partner = try (arguments.id("partner") ?? actor.partnerID).map { try store.partner($0, for: actor).id }
    let category = try arguments.text("category").map { try store.knownCategory($0, field: "--category") }
    let stored = try store.offers(
      limit: Int(arguments.integer("limit") ?? 50), after: arguments.id("after"),
      state: arguments.text("state").flatMap(OfferState.init(rawValue:)), at: now, category: category,
      partner: partner)
    let offers = try store.seeingOverdueAsFree(stored, now: now)
    let names = try store.namesOfPartners()
    return .document(["offers": .array(offers.map { $0.json(partnerName: names[$0.partnerID] ?? "", at: now) })]) {
      table(offers, names, at: now)
    }
  }

  private static let show = Command(
    ["offer", "show"], "Show an offer with its versions; nothing is recorded.", access: .everyone,
    positionals: position,
    output: .fields(["offer": Offer.schema, "versions": .array(OfferVersion.schema), "moves": .array(.string)])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let now = try invocation.now(in: store)
    let stored = try store.offer(invocation.arguments.id(at: "OFFER"), for: invocation.actor(in: store))
    let offer = try store.seeingOverdueAsFree([stored], now: now).first ?? stored
    let partner = try store.partner(offer.partnerID)
    let zone = try store.zone(partner.zone)
    let versions = OfferVersion.Told.all(try store.versions(of: offer.id))
    return .document([
      "offer": offer.json(partnerName: partner.name, at: now), "versions": .array(versions.map(\.json)),
      "moves": .array(offer.moves(at: now).map { .string($0.rawValue) }),
    ]) {
      offer.text(partnerName: partner.name, zone: zone, at: now) + "\n" + OfferVersion.Told.table(versions, zone: zone)
    }
  }

  private static let view = Command(
    ["offer", "view"], "Open an offer as a parked person.", access: .operators,
    explanation: "Records one view for each session and offer, however often.", positionals: position,
    flags: [session], output: .fields(["offer": Offer.schema, "first_view": .boolean])
  ) { invocation in
    let store = try invocation.store()
    let now = try invocation.now(in: store)
    let (offer, isFirst) = try store.view(
      offer: invocation.arguments.id(at: "OFFER"), session: try sessionID(invocation), now: now)
    let partner = try store.partner(offer.partnerID)
    let zone = try store.zone(partner.zone)
    return .document(["offer": offer.json(partnerName: partner.name, at: now), "first_view": .bool(isFirst)]) {
      offer.text(partnerName: partner.name, zone: zone, at: now)
    }
  }

  private static let accept = Command(
    ["offer", "accept"], "Take an offer for a parked person and print the claim code.", access: .operators,
    explanation: """
      Checks state, window, places and claim limits; distance and quiet hours only decide what is shown. The same \
      --key answers the same claim and takes no second place.
      """,
    positionals: position,
    flags: [session, Flag("key", .text("KEY"), "A text that names this very acceptance, for repeated calls.")],
    examples: ["opportune offer accept 17 --session 8841 --key order-1"],
    output: .fields([
      "claim_id": .integer, "code": .string, "expires_at": .instant, "capacity_left": .nullable(.integer),
    ])
  ) { invocation in
    let offer = try invocation.arguments.id(at: "OFFER", of: Offer.self)
    let session = try sessionID(invocation)
    var generator = invocation.generator(for: offer.value, session.value)
    let store = try invocation.store()
    let now = try invocation.now(in: store)
    try refuseFuture(try store.session(session), now: now)
    let claim = try store.accept(
      offer: offer, session: session, key: invocation.arguments.text("key"), now: now, using: &generator)
    let document: JSON = [
      "claim_id": .id(claim.id), "code": .string(claim.code.description), "expires_at": .instant(claim.expiresAt),
      "capacity_left": .optional(claim.capacityLeft.map(Int64.init)),
    ]
    let clock = try store.session(session).clock
    return .document(document) {
      var fields = FieldList([
        "code": claim.code.description, "good until": "\(claim.expiresAt.text(in: clock)) \(clock.name)",
      ])
      fields.add("places left", claim.capacityLeft?.description)
      return fields.text
    }
  }

  private static let dismiss = Command(
    ["offer", "dismiss"], "Put an offer aside for a parked person.", access: .operators,
    explanation: "It stays hidden for its cooldown, 24 hours if it has none of its own.", positionals: position,
    flags: [
      session,
      Flag(
        "reason", .choice(DismissalReason.allCases.map(\.rawValue)), "Why.",
        fallback: DismissalReason.notInterested.rawValue),
      Flag("note", .text("TEXT"), "A few words; needed with the reason 'other', and only with it."),
    ],
    output: .fields(["opportunity_id": .integer, "session_id": .integer, "reason": .string])
  ) { invocation in
    let offer = try invocation.arguments.id(at: "OFFER", of: Offer.self)
    let session = try sessionID(invocation)
    let reason = invocation.arguments.text("reason").flatMap(DismissalReason.init(rawValue:)) ?? .notInterested
    let note = invocation.arguments.text("note")
    if reason == .other, note == nil {
      throw InvalidInput(.missingField, field: "note", "must say why with the reason 'other': --note TEXT")
    }
    let store = try invocation.store()
    try store.dismiss(
      offer: offer, session: session, reason: reason, note: note, now: invocation.now(in: store))
    return .document([
      "opportunity_id": .id(offer), "session_id": .id(session), "reason": .string(reason.rawValue),
    ]) { "Offer \(offer) is put aside: \(reason.title).\n" }
  }

  /// Nobody takes an offer before they have parked.
  private static func refuseFuture(_ session: ParkingSession, now: Timestamp) throws(StoreError) {
    guard let start = session.startedAt, now < start else { return }
    throw .conflict(
      code: "session.not_started", sentence: "session \(session.id) starts only at \(start.rfc3339); wait until then")
  }

  private static func sessionID(_ invocation: Invocation) throws -> ParkingSession.ID {
    guard let session: ParkingSession.ID = invocation.arguments.id("session") else {
      throw CommandLineError.missingFlag("session", usage: "--session SESSION")
    }
    return session
  }

  /// An offer after something was done to it.
  static func answer(_ offer: Offer, in store: Store, now: Timestamp) throws -> Answer {
    let partner = try store.partner(offer.partnerID)
    let zone = try store.zone(partner.zone)
    return .document(["offer": offer.json(partnerName: partner.name, at: now)]) {
      offer.text(partnerName: partner.name, zone: zone, at: now)
    }
  }

  private static func table(_ offers: [Offer], _ names: [Partner.ID: String], at now: Timestamp) -> String {
    var table = TextTable([
      .numbers("offer"), .words("title"), .words("partner"), .words("category"), .whole("state"), .words("gives"),
      .numbers("left"), .numbers("places"),
    ])
    for offer in offers {
      table.add([
        "\(offer.id)", offer.title, names[offer.partnerID] ?? "", offer.category, offer.standing(at: now).rawValue,
        offer.value.words(offer.currency), offer.capacityTotal == nil ? "-" : "\(offer.capacityLeft ?? 0)",
        offer.capacityTotal.map(String.init) ?? "-",
      ])
    }
    return table.text(empty: "No offer.")
  }
}
