import Core
import Store

/// `settlement close|show|statement`.
enum SettlementCommands {
  /// All of them.
  static let all = [close, show, statement]

  private static let period = Flag(
    "period", .text("YYYY-MM"), "A month on each partner's own clock, such as 2026-10.", isRequired: true)

  private static let close = Command(
    ["settlement", "close"], "Close a month: its commission is settled, and it takes no line any more.",
    access: .operators,
    explanation: """
      A repeated call changes nothing. A redemption or refund that comes later goes to the next open month. Refused \
      while the month still runs on a partner's clock.
      """,
    flags: [period, Flag("partner", .id("PARTNER"), "Only of this partner.", fallback: "every partner")],
    examples: ["opportune settlement close --period 2026-10"],
    output: .fields([
      "period": .string, "closed": .integer, "settlements": .array(SettlementSummary.schema),
    ])
  ) { invocation in
    let store = try invocation.store()
    let period = try requiredPeriod(invocation)
    let (settlements, closed) = try store.closeSettlement(
      period, of: invocation.arguments.id("partner"), by: invocation.actor(in: store), now: invocation.now(in: store))
    let document: JSON = [
      "period": .string(period.description), "closed": .count(closed),
      "settlements": .array(settlements.map(\.json)),
    ]
    return .document(document) {
      "\(period): \(closed) partner\(closed == 1 ? "" : "s") closed now.\n" + SettlementSummary.table(settlements)
    }
  }

  private static let show = Command(
    ["settlement", "show"], "List months with what they add up to, open and closed.", access: .everyone,
    flags: [
      Flag("period", .text("YYYY-MM"), "Only this month."), Flag("partner", .id("PARTNER"), "Only of this partner."),
    ],
    examples: ["opportune settlement show --period 2026-10 --json"],
    output: .fields(["settlements": .array(SettlementSummary.schema)])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let actor = try invocation.actor(in: store)
    let partner: Partner.ID? = invocation.arguments.id("partner")
    if let partner, actor.sees(partner) { _ = try store.partner(partner) }
    let settlements = try store.settlements(
      partner: partner, period: try givenPeriod(invocation), for: actor)
    return .document(["settlements": .array(settlements.map(\.json))]) { SettlementSummary.table(settlements) }
  }

  private static let statement = Command(
    ["settlement", "statement"], "Print a partner's statement of a month, line by line.", access: .everyone,
    explanation: "What the statement of a closed month says never changes.",
    flags: [
      period, Flag("partner", .id("PARTNER"), "Whose; a partner's key means its own."),
      .switch("csv", "Comma-separated values instead of a table."),
    ],
    examples: ["opportune settlement statement --partner 3 --period 2026-10 --csv"],
    output: .fields(["statement": PartnerStatement.schema])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let actor = try invocation.actor(in: store)
    guard let partner = invocation.arguments.id("partner") ?? actor.partnerID else {
      throw CommandLineError.missingFlag("partner", usage: "--partner PARTNER")
    }
    if invocation.arguments.has("csv"), invocation.globals.json {
      throw CommandLineError.contradiction("--csv", "--json")
    }
    let statement = try store.statement(of: partner, period: try requiredPeriod(invocation), for: actor)
    let zone = try store.zone(statement.zone)
    let world = store.world.kind
    return .document(["statement": statement.json(world: world)]) {
      invocation.arguments.has("csv")
        ? statement.exportTable(world: world, now: invocation.now).csv : statement.text(world: world, in: zone)
    }
  }

  private static func givenPeriod(_ invocation: Invocation) throws(InvalidInput) -> SettlementPeriod? {
    guard let text = invocation.arguments.text("period") else { return nil }
    guard let period = SettlementPeriod(parsing: text) else {
      throw InvalidInput(field: "--period", "must be a month such as 2026-10, not '\(text.prefix(40))'")
    }
    return period
  }

  private static func requiredPeriod(_ invocation: Invocation) throws -> SettlementPeriod {
    guard let period = try givenPeriod(invocation) else {
      throw CommandLineError.missingFlag("period", usage: "--period YYYY-MM")
    }
    return period
  }
}
