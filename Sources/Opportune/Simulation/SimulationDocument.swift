import Core

/// What a run has come to, for scripts and for people.
struct SimulationDocument {
  let plan: SimulationPlan
  let report: SimulationReport
  /// Cars in town at the end.
  let parked: Int
  let scenario: Scenario?
  /// Seconds it took.
  let wall: Double
  let isCopy: Bool

  static let schema: Schema = .fields([
    "sessions": .integer, "impressions": .integer, "views": .integer, "acceptances": .integer,
    "dismissals": .integer, "redemptions": .integer, "expiries": .integer, "extensions": .integer,
    "guests": .integer, "value_delivered_cents": .integer, "parked": .integer, "events": .integer,
    "held_back_counts": .map(.integer), "event_log_hash": .string, "seed": .integer,
    "scenario": .nullable(.choice(Scenario.allCases.map(\.rawValue))), "replay": .boolean, "started_at": .instant,
    "ended_at": .instant, "wall_seconds": .number, "events_per_second": .nullable(.number),
    "in_memory_copy": .boolean,
  ])

  private var counts: [(name: String, value: Int64)] {
    [
      ("sessions", Int64(report.sessions)), ("impressions", Int64(report.impressions)),
      ("views", Int64(report.views)), ("acceptances", Int64(report.acceptances)),
      ("dismissals", Int64(report.dismissals)), ("redemptions", Int64(report.redemptions)),
      ("expiries", Int64(report.expiries)), ("extensions", Int64(report.extensions)),
      ("guests", Int64(report.guests)), ("value_delivered_cents", report.valueDeliveredCents),
      ("parked", Int64(parked)), ("events", Int64(report.events)),
    ]
  }

  private var isReplay: Bool {
    if case .recorded = plan.arrivals { true } else { false }
  }

  var json: JSON {
    var members = counts.map { JSON.Member($0.name, .integer($0.value)) }
    let heldBack = HeldBackCode.allCases.compactMap { code in
      report.heldBackCounts[code].map { JSON.Member(code.name, .count($0)) }
    }
    members.append(.init("held_back_counts", .object(heldBack)))
    members.append(.init("event_log_hash", .string(report.hash.description)))
    members.append(.init("seed", .integer(Int64(bitPattern: plan.seed))))
    members.append(.init("scenario", scenario.map { .string($0.rawValue) } ?? .null))
    members.append(.init("replay", .bool(isReplay)))
    members.append(.init("started_at", .instant(plan.start)))
    members.append(.init("ended_at", .instant(plan.end)))
    members.append(.init("wall_seconds", .number(wall)))
    members.append(.init("events_per_second", .optional(wall > 0 ? Double(report.events) / wall : nil)))
    members.append(.init("in_memory_copy", .bool(isCopy)))
    return .object(members)
  }

  var text: String {
    var table = TextTable([.words("what"), .numbers("count")])
    for (name, value) in counts { table.add([name.replacing("_", with: " "), String(value)]) }
    table.add(["seconds", Words.number(wall)])
    let notice =
      isCopy ? "A live database is never simulated in: this ran on a copy in memory, nothing was kept.\n" : ""
    return notice + table.text(empty: "") + """
      From \(plan.start.rfc3339) until \(plan.end.rfc3339), seed \(plan.seed), event log \(report.hash).

      """
  }
}
