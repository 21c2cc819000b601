import Core
import Store

/// `claim slip`: what a counter took in a day, as its till adds it up at closing time.
enum ClaimSlipCommand {
  static let command = Command(
    ["claim", "slip"], "Print what a counter took on one day, line by line.", access: .everyone,
    explanation: "The day is one of the partner's own clock, and lines are those booked in it.",
    flags: [
      Flag("partner", .id("PARTNER"), "Whose; a partner's key means its own."),
      Flag("day", .text("YYYY-MM-DD"), "Which day.", fallback: "today on the partner's clock"),
    ],
    examples: ["opportune claim slip --partner 3 --day 2026-11-20"],
    output: .fields(["slip": DaySlip.schema])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let actor = try invocation.actor(in: store)
    guard let partner: Partner.ID = invocation.arguments.id("partner") ?? actor.partnerID else {
      throw CommandLineError.missingFlag("partner", usage: "--partner PARTNER")
    }
    let slip: DaySlip
    if let day = try invocation.arguments.day("day") {
      slip = try store.daySlip(of: partner, day: day, for: actor)
    } else {
      slip = try store.daySlip(of: partner, onDayOf: invocation.now(in: store), for: actor)
    }
    let zone = try store.zone(slip.zone)
    let world = store.world.kind
    return .document(["slip": slip.json(world: world)]) { slip.text(world: world, in: zone) }
  }
}

extension DaySlip {
  /// The slip as a document.
  fileprivate func json(world: WorldKind) -> JSON {
    [
      "world": .string(world.rawValue), "partner": ["id": .id(partnerID), "name": .string(partnerName)],
      "day": .string(day.description), "zone": .string(zone), "currency": .string(currency.code),
      "redemptions": .count(redemptions), "taken_cents": .integer(takenCents),
      "refunded_cents": .integer(refundedCents), "commission_cents": .integer(commissionCents),
      "lines": .array(lines.map(\.json)),
    ]
  }

  /// The shape of ``json(world:)``.
  fileprivate static let schema: Schema = .fields([
    "world": .choice(WorldKind.allCases.map(\.rawValue)), "partner": .named, "day": .string, "zone": .string,
    "currency": .string, "redemptions": .integer, "taken_cents": .integer, "refunded_cents": .integer,
    "commission_cents": .integer, "lines": .array(PartnerStatement.Line.schema),
  ])

  /// The slip for people; times by the partner's clock.
  fileprivate func text(world: WorldKind, in zone: ZoneTable) -> String {
    func money(_ cents: Int64) -> String { Money(cents: cents, currency).description }
    var head = FieldList(["slip": "\(day), \(partnerName) (\(partnerID))"])
    head.add("made up", world == .demo ? "DEMO, nobody paid this" : nil)
    head.add("clock", self.zone)
    let sums = FieldList([
      "redemptions": "\(redemptions)", "taken": money(takenCents), "given back": money(refundedCents),
      "commission": money(commissionCents),
    ])
    return head.text + "\n" + PartnerStatement.Line.table(lines, currency, in: zone) + "\n" + sums.text
  }
}
