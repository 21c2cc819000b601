import Core
import Store

/// `simulate`: lets time pass in a demo town.
enum SimulateCommand {
  static let command = Command(
    ["simulate"], "Let cars arrive, look at offers, accept, redeem and leave.",
    access: .operators.orAnalysts(with: "truth"),
    explanation: """
      Writes to a demo database only; pointed at a live one it runs on a copy in memory and says so. The run begins \
      where the last one ended, or now; the people who are parked then live on. The same seed on the same database \
      gives the same events, and event_log_hash is the same exactly if they were. In the answer, events counts every \
      step of the run: cars that come and leave, looks, and all that is logged; the other counts are of the log alone. \
      With --truth it writes nothing and runs nothing. With --scenario the run begins up to ten hours before the story's opening, and lasts as long as the story. With \
      --replay the cars are the imported sessions as they were, and only what their drivers do is simulated. Scenarios: \
      \(Scenario.allCases.map { "\($0.rawValue): \($0.explanation)" }.joined(separator: " "))
      """,
    flags: [
      Flag("days", .number("N", 0.01...3650), "How long.", fallback: "1, or as long as the scenario"),
      Flag("sessions-per-day", .number("N", 1...1_000_000), "How many cars come in a day.", fallback: "480"),
      Flag("scenario", .choice(Scenario.allCases.map(\.rawValue)), "Play a named story."),
      .switch("replay", "Let the drivers of imported sessions live, instead of invented ones."),
      Flag("from", .instant, "Where a replay begins.", fallback: "the start of the first imported session"),
      Flag("until", .instant, "Where a replay ends.", fallback: "the end of the last imported session"),
      .switch("truth", "Run nothing: print what the engine never sees, how people really decide."),
      Flag("session", .id("SESSION"), "With --truth: the true chances of what this session is shown now."),
    ],
    examples: [
      "opportune simulate --demo --days 7 --sessions-per-day 2000 --seed 1 --json",
      "opportune simulate --demo --scenario friday-rush",
      "opportune simulate --demo --truth --session 8841",
      "opportune simulate --database town.db --replay --until 2024-05-15T00:00:00Z",
    ],
    output: .oneOf([SimulationDocument.schema, TruthDocument.schema])
  ) { invocation in
    if invocation.arguments.has("truth") { return try truth(invocation) }
    try refuse(["session"], of: invocation.arguments, "only the truth can be asked of a session; add --truth")
    let opened = try invocation.store()
    let isCopy = opened.world.kind == .live
    let store = isCopy ? try opened.copyInMemory(zones: SystemZones.zones) : opened
    let plan = try plan(invocation, store)
    let bar = ProgressLine("simulating")
    let started = ContinuousClock.now
    let simulation = try SimulationRun.run(plan, in: store) { bar.show($0) }
    bar.clear()
    let document = SimulationDocument(
      plan: plan, report: simulation.report, parked: simulation.parked, scenario: scenario(invocation),
      wall: (ContinuousClock.now - started) / .seconds(1), isCopy: isCopy)
    return .document(document.json) { document.text }
  }

  private static func truth(_ invocation: Invocation) throws -> Answer {
    let others = ["days", "sessions-per-day", "scenario", "replay", "from", "until"]
    try refuse(others, of: invocation.arguments, "the truth runs nothing")
    let store = try invocation.store(readOnly: true)
    let document = try TruthDocument(
      store, session: invocation.arguments.id("session"), now: invocation.now(in: store))
    return .document(document.json) { document.text }
  }

  private static func scenario(_ invocation: Invocation) -> Scenario? {
    invocation.arguments.text("scenario").flatMap(Scenario.init(rawValue:))
  }

  private static func plan(_ invocation: Invocation, _ store: Store) throws -> SimulationPlan {
    let arguments = invocation.arguments
    var options = TownPlan.Options()
    options.seed = invocation.globals.seed ?? 1
    options.sessionsPerDay = arguments.number("sessions-per-day") ?? options.sessionsPerDay
    options.scenario = scenario(invocation)
    let plan = TownPlan(store, options)
    if arguments.has("replay") {
      try refuse(["days", "sessions-per-day", "scenario"], of: arguments, "a replay takes its cars from the record")
      return try plan.replayed(from: arguments.instant("from"), until: arguments.instant("until"))
    }
    try refuse(["from", "until"], of: arguments, "only a replay has a stretch of the record; add --replay")
    let length = arguments.number("days").map { TimeSpan(milliseconds: Int64(($0 * 86_400_000).rounded())) }
    return try plan.invented(from: invocation.now(in: store), length: length).plan
  }

  private static func refuse(
    _ flags: [String], of arguments: Arguments, _ because: String
  ) throws(InvalidInput) {
    for flag in flags where arguments.has(flag) {
      throw InvalidInput(field: "--\(flag)", "has no meaning here: \(because)")
    }
  }
}
