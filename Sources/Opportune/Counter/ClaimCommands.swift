import Core
import Store

/// `claim validate|redeem|refund|slip|list|expire`.
enum ClaimCommands {
  /// All of them.
  static let all = [validate, redeem, refund, ClaimSlipCommand.command, list, expire]

  private static let code = [
    Positional("CODE", .text("CODE"), "The code, as shown or said; case and hyphens are free.")
  ]
  private static let amount = Flag(
    "amount", .text("MONEY"), "What was paid, such as 42.50.", fallback: "a typical purchase")
  private static let input = Flag("input", .choice(["-"]), "Read a JSON document from standard input; flags win.")

  private static let validate = Command(
    ["claim", "validate"], "Say whether a code is good, and why not.", access: .everyone,
    explanation: """
      Changes nothing but the count of wrong codes: after too many in a row nobody is answered for some seconds. Exit \
      status 0 is a yes; 2 mistyped, 3 unknown, 5 expired, redeemed or another partner's.
      """,
    positionals: code,
    flags: [Flag("partner", .id("PARTNER"), "Whose counter it is; another partner's code is then told apart.")],
    examples: ["opportune claim validate 7KQ2-9FXM-3TB"],
    output: .fields([
      "answer": .choice(ClaimCheck.Answer.allCases.map(\.rawValue)), "code": .string, "reason": .string,
      "claim": .nullable(ClaimFacts.schema),
    ])
  ) { invocation in
    let store = try invocation.store(readOnly: invocation.globals.readOnly)
    let actor = try invocation.actor(in: store)
    let counter: Partner.ID? = invocation.arguments.id("partner")
    if let counter, actor.sees(counter) { _ = try store.partner(counter) }
    let check = try store.validate(
      code: try text(invocation), at: counter, for: actor, now: invocation.now(in: store))
    let zone = try store.zone(check.claim.map { try store.partner($0.partnerID).zone } ?? store.world.zone)
    let document: JSON = [
      "answer": .string(check.answer.rawValue), "code": .string(check.code),
      "reason": .string(check.sentence(in: zone)), "claim": check.claim?.json(for: actor) ?? .null,
    ]
    return .document(document, status: check.answer.status) { check.text(in: zone) }
  }

  private static let redeem = Command(
    ["claim", "redeem"], "Use a claim at the counter: it is closed and its commission booked.", access: .owners,
    explanation: "A code works once. Without an amount, the offer's typical purchase counts.",
    positionals: code,
    flags: [amount, Flag("receipt", .text("TEXT"), "The till's own words for it."), input],
    examples: [
      "opportune claim redeem 7KQ2-9FXM-3TB --amount 42.50 --receipt 'till 2, 1041'",
      "echo '{\"amount_cents\":4250}' | opportune claim redeem 7KQ2-9FXM-3TB --input -",
    ],
    input: CounterInput.schema(note: "receipt"),
    output: .fields(["redemption": Redemption.schema])
  ) { invocation in
    let input = try CounterInput(invocation, note: "receipt")
    let store = try invocation.store()
    let redemption = try store.redeem(
      code: try text(invocation), amountCents: input.amountCents, receipt: input.note,
      by: invocation.actor(in: store), now: invocation.now(in: store))
    return .document(["redemption": redemption.json]) { redemption.text }
  }

  private static let refund = Command(
    ["claim", "refund"], "Give money back for a redeemed claim, in parts or all of it.", access: .owners,
    explanation: """
      The commission of what was given back is reversed at the rate of the redemption, in a line of its own; where the \
      period is closed already, in the next open one.
      """,
    positionals: code,
    flags: [
      Flag("amount", .text("MONEY"), "What is given back, such as 10.00.", fallback: "all that remains"),
      Flag("note", .text("TEXT"), "Why."), input,
    ],
    examples: ["opportune claim refund 7KQ2-9FXM-3TB --amount 10.00 --note 'cold soup'"],
    input: CounterInput.schema(note: "note"),
    output: .fields(["refund": Refund.schema])
  ) { invocation in
    let input = try CounterInput(invocation, note: "note")
    let store = try invocation.store()
    let refund = try store.refund(
      code: try text(invocation), amountCents: input.amountCents, note: input.note, by: invocation.actor(in: store),
      now: invocation.now(in: store))
    return .document(["refund": refund.json]) { refund.text }
  }

  private static let list = Command(
    ["claim", "list"], "List claims; a partner is not told the codes of open ones.", access: .everyone,
    flags: [
      Flag("state", .choice(Claim.State.allCases.map(\.rawValue)), "Only in this state."),
      Flag("partner", .id("PARTNER"), "Only of this partner."),
      Flag("limit", .integer("N", 1...1_000_000), "Most claims listed.", fallback: "50"),
      Flag("after", .id("CLAIM"), "Go on after this id."),
    ],
    examples: ["opportune claim list --state open --json"],
    output: .fields(["claims": .array(ClaimFacts.schema)])
  ) { invocation in
    let arguments = invocation.arguments
    let store = try invocation.store(readOnly: true)
    let actor = try invocation.actor(in: store)
    let partner: Partner.ID? = arguments.id("partner")
    if let partner, actor.sees(partner) { _ = try store.partner(partner) }
    let claims = try store.claims(
      limit: Int(arguments.integer("limit") ?? 50), after: arguments.id("after"),
      state: arguments.text("state").flatMap(Claim.State.init(rawValue:)), partner: partner, for: actor)
    let clock = try store.zone(store.world.zone)
    return .document(["claims": .array(claims.map { $0.json(for: actor) })]) {
      ClaimFacts.table(claims, for: actor, in: clock)
    }
  }

  private static let expire = Command(
    ["claim", "expire"], "Close every claim whose time is over; each gives its place back.", access: .operators,
    examples: ["opportune claim expire"], output: .fields(["expired": .integer])
  ) { invocation in
    let store = try invocation.store()
    let count = try store.expireClaims(now: invocation.now(in: store))
    return .document(["expired": .count(count)]) { "\(count) claim\(count == 1 ? "" : "s") expired.\n" }
  }

  private static func text(_ invocation: Invocation) throws(CommandLineError) -> String {
    guard let text = invocation.arguments.positional("CODE") else {
      throw .missingArgument("CODE", usage: "CODE")
    }
    return text
  }
}

extension ClaimCheck.Answer {
  /// A yes is done; a no ends as the redemption would.
  fileprivate var status: ExitStatus {
    switch self {
    case .valid: .done
    case .mistyped: .invalid
    case .unknown: .notFound
    case .expired, .redeemed, .otherPartner: .conflict
    }
  }
}
