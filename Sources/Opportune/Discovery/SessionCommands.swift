import Core
import Store

/// `session start|list|show|extend|end`.
enum SessionCommands {
  /// All of them.
  static let all = [start, list, show, extend, end]

  private static let sessionSchema: Schema = .fields(["session": ParkingSession.schema])
  private static let position = [Positional("SESSION", .id("SESSION"), "The session's id.")]

  private static let start = Command(
    ["session", "start"], "Park a car until a time that is paid for.", access: .operators,
    explanation: "Either --minutes or --until says when it expires; either --place or --lat and --lng says where.",
    flags: [
      Flag("place", .id("PLACE"), "A car park of the database: gives position, zone and hourly rate."),
      Flag("lat", .number("DEGREES", -90...90), "Where the car stands."),
      Flag("lng", .number("DEGREES", -180...180), "Where the car stands."),
      Flag("zone", .text("ZONE"), "The clock of the place.", fallback: "the database's"),
      Flag("minutes", .integer("N", 1...525_600), "How long is paid for."),
      Flag("until", .instant, "Until when is paid for."),
      Flag("person", .id("PERSON"), "Who parked.", fallback: "an anonymous driver"),
      Flag("rate", .integer("CENTS", 0...100_000_000), "Price of an hour, in cents.", fallback: "the place's"),
    ],
    examples: ["opportune session start --place 3 --person 12 --minutes 90"], output: sessionSchema
  ) { invocation in
    let start = try SessionStart(invocation)
    return answer(try start.run(), at: start.now)
  }

  private static let list = Command(
    ["session", "list"], "List parking sessions.", access: .staff,
    flags: [
      .switch("active", "Only cars that are parked now, the soonest to expire first."),
      Flag("person", .id("PERSON"), "Only of this person."),
      Flag("limit", .integer("N", 1...1_000_000), "Most sessions listed.", fallback: "50"),
      Flag("after", .id("SESSION"), "Go on after this id; not with --active."),
    ],
    examples: ["opportune session list --active --demo"],
    output: .fields(["sessions": .array(ParkingSession.schema)])
  ) { invocation in
    let arguments = invocation.arguments
    let limit = Int(arguments.integer("limit") ?? 50)
    let store = try invocation.store(readOnly: true)
    let now = try invocation.now(in: store)
    if arguments.has("active"), arguments.has("after") { throw CommandLineError.contradiction("--active", "--after") }
    let sessions =
      arguments.has("active")
      ? try store.sessions(activeAt: now, limit: limit, person: arguments.id("person"))
      : try store.sessions(limit: limit, after: arguments.id("after"), person: arguments.id("person"))
    return .document(["sessions": .array(sessions.map { $0.json(at: now) })]) { table(sessions, at: now) }
  }

  private static let show = Command(
    ["session", "show"], "Show one parking session.", access: .staff, positionals: position, output: sessionSchema
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    return answer(try store.session(invocation.arguments.id(at: "SESSION")), at: try invocation.now(in: store))
  }

  private static let extend = Command(
    ["session", "extend"], "Let a session run longer.", access: .operators,
    explanation: "A session whose time is over runs on from now.", positionals: position,
    flags: [Flag("minutes", .integer("N", 1...10_080), "How much longer.", isRequired: true)],
    output: sessionSchema
  ) { invocation in
    let minutes = Int(invocation.arguments.integer("minutes") ?? 0)
    let id = try invocation.arguments.id(at: "SESSION", of: ParkingSession.self)
    let store = try invocation.store()
    let now = try invocation.now(in: store)
    return answer(try store.extendSession(id, byMinutes: minutes, now: now), at: now)
  }

  private static let end = Command(
    ["session", "end"], "Let the driver leave.", access: .operators, positionals: position, output: sessionSchema
  ) { invocation in
    let id = try invocation.arguments.id(at: "SESSION", of: ParkingSession.self)
    let store = try invocation.store()
    let now = try invocation.now(in: store)
    return answer(try store.endSession(id, now: now), at: now)
  }

  private static func answer(_ session: ParkingSession, at now: Timestamp) -> Answer {
    .document(["session": session.json(at: now)]) { text(session, at: now) }
  }

  private static func text(_ session: ParkingSession, at now: Timestamp) -> String {
    let clock = session.clock
    var fields = FieldList([
      "session": "\(session.id)", "person": session.personID?.description ?? "anonymous",
    ])
    fields.add("place", session.placeName.isEmpty ? nil : session.placeName)
    fields.add("position", "\(session.position.latitude), \(session.position.longitude)")
    fields.add("started", session.startedAt.map { "\($0.text(in: clock)) \(session.zone)" })
    fields.add("expires", "\(session.expiresAt.text(in: clock)) \(session.zone)")
    fields.add("ended", session.endedAt.map { "\($0.text(in: clock)) \(session.zone)" })
    fields.add("hourly rate", session.hourlyRateCents.map { Money(cents: $0, session.currency).description })
    fields.add("minutes left", "\(Int(session.minutesLeft(at: now).rounded(.down)))")
    return fields.text
  }

  private static func table(_ sessions: [ParkingSession], at now: Timestamp) -> String {
    var table = TextTable([
      .numbers("session"), .numbers("person"), .words("place"), .whole("started"), .whole("expires"),
      .numbers("min left"),
    ])
    for session in sessions {
      table.add([
        "\(session.id)", session.personID?.description ?? "-", session.placeName,
        session.startedAt?.text(in: session.clock) ?? "", session.expiresAt.text(in: session.clock),
        "\(Int(session.minutesLeft(at: now).rounded(.down)))",
      ])
    }
    let zones = Set(sessions.map(\.zone))
    let clocks = zones.count == 1 ? zones.joined() : "each place's own clock"
    return table.text(empty: "No session.") + (sessions.isEmpty ? "" : "Times: \(clocks)\n")
  }
}
