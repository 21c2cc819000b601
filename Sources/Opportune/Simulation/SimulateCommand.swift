import Core
import Store

/// `simulate`: lets time pass in a demo town.
enum SimulateCommand {
  static let command = Command(
    ["simulate"], "Let cars arrive, look at offers, accept, redeem and leave.",
    explanation: """
      Writes to a demo database only; pointed at a live one it runs on a copy in memory and says so. The run begins \
      where the last one ended, or now. The same seed on the same database gives the same events. In the answer, \
      events counts every step of the run: cars that come and leave, looks, and all that is logged; the other counts \
      are of the log alone.
      """,
    flags: [
      Flag("days", .number("N", 0.01...3650), "How long.", fallback: "1"),
      Flag("sessions-per-day", .number("N", 1...1_000_000), "How many cars come in a day.", fallback: "480"),
    ],
    examples: ["opportune simulate --demo --days 7 --sessions-per-day 2000 --seed 1 --json"],
    output: schema
  ) { invocation in
    let arguments = invocation.arguments
    let opened = try invocation.store()
    let isCopy = opened.world.kind == .live
    let store = isCopy ? try opened.copyInMemory(zones: SystemZones.zones) : opened
    let plan = try plan(
      store, days: arguments.number("days") ?? 1, sessionsPerDay: arguments.number("sessions-per-day") ?? 480,
      seed: invocation.globals.seed ?? 1, now: invocation.now)
    let bar = ProgressLine("simulating")
    let started = ContinuousClock.now
    let report = try SimulationRun(plan, in: store).run { bar.show($0) }
    bar.clear()
    let wall = (ContinuousClock.now - started) / .seconds(1)
    return .document(json(report, wall: wall, isCopy: isCopy)) { text(report, wall: wall, isCopy: isCopy) }
  }

  private static func plan(
    _ store: Store, days: Double, sessionsPerDay: Double, seed: UInt64, now: Timestamp
  ) throws -> SimulationPlan {
    guard let zone = SystemZones.zones.table(store.world.zone) else {
      throw InvalidInput(field: "zone", "knows no time zone '\(store.world.zone)'")
    }
    let places = try store.places()
    guard !places.isEmpty else {
      throw Failure(
        .conflict, code: "no_places", "there is no car park to arrive at; import places, or use the demo with --demo")
    }
    let categories = try store.categories()
    let start = max(now, try store.lastInteraction() ?? now)
    var parked: [Person.ID: Timestamp] = [:]
    for session in try store.sessions(activeAt: start) {
      if let person = session.personID { parked[person] = max(parked[person] ?? start, session.expiresAt) }
    }
    let climate = store.world.kind == .demo ? try Town(midnight: start).climate : nil
    return SimulationPlan(
      start: start, end: start + TimeSpan(milliseconds: Int64((days * 86_400_000).rounded())),
      sessionsPerDay: sessionsPerDay, seed: seed, zone: zone, places: places,
      people: try store.people().map { SimulatedPerson(id: $0.id, seed: store.world.seed, categories: categories) },
      categories: categories, climate: climate, parked: parked)
  }

  private static let counts = [
    "sessions", "impressions", "views", "acceptances", "dismissals", "redemptions", "expiries",
    "value_delivered_cents", "events",
  ]

  private static let schema: Schema = .fields([
    "sessions": .integer, "impressions": .integer, "views": .integer, "acceptances": .integer,
    "dismissals": .integer, "redemptions": .integer, "expiries": .integer, "value_delivered_cents": .integer,
    "held_back_counts": .map(.integer), "events": .integer, "wall_seconds": .number, "events_per_second": .number,
    "in_memory_copy": .boolean,
  ])

  private static func values(_ report: SimulationReport) -> [Int64] {
    [
      report.sessions, report.impressions, report.views, report.acceptances, report.dismissals, report.redemptions,
      report.expiries, Int(report.valueDeliveredCents), report.events,
    ].map(Int64.init)
  }

  private static func json(_ report: SimulationReport, wall: Double, isCopy: Bool) -> JSON {
    var members = zip(counts, values(report)).map { JSON.Member($0, .integer($1)) }
    let heldBack = HeldBackCode.allCases.compactMap { code in
      report.heldBackCounts[code].map { JSON.Member(code.name, .count($0)) }
    }
    members.append(.init("held_back_counts", .object(heldBack)))
    members.append(.init("wall_seconds", .number(wall)))
    members.append(.init("events_per_second", .optional(wall > 0 ? Double(report.events) / wall : nil)))
    members.append(.init("in_memory_copy", .bool(isCopy)))
    return .object(members)
  }

  private static func text(_ report: SimulationReport, wall: Double, isCopy: Bool) -> String {
    var table = TextTable([.words("what"), .numbers("count")])
    for (name, value) in zip(counts, values(report)) { table.add([name.replacing("_", with: " "), String(value)]) }
    table.add(["seconds", Words.number(wall)])
    let notice =
      isCopy ? "A live database is never simulated in: this ran on a copy in memory, nothing was kept.\n" : ""
    return notice + table.text(empty: "")
  }
}
