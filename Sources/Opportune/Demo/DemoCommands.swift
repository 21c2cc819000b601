import Core
import Glibc
import Store

/// `demo init|reset|status`.
enum DemoCommands {
  static let all = [make, reset, status]

  private static let flags = [
    Flag(
      "size", .choice(DemoSize.allCases.map(\.rawValue)), "How much history: \(DemoSize.explanation).",
      fallback: "standard")
  ]

  private static let make = Command(
    ["demo", "init"], "Make the demo town: George Town with partners, offers, people and its history.",
    access: .operators,
    explanation: """
      The history is simulated up to now through the same engine and store that serve real drivers. A demo keeps its \
      own time: where its log ends in the future of the machine's clock, or more than six hours in its past, every \
      command finds the town's clock at the end of the log, unless --now says otherwise. So a town that was made \
      yesterday is as busy as it was then. A live database always goes by the machine's clock.
      """,
    flags: flags, examples: ["opportune demo init", "opportune demo init --size small --seed 7"], output: made
  ) { invocation in
    try create(invocation, at: invocation.databasePath(default: \.demo))
  }

  private static let reset = Command(
    ["demo", "reset"], "Throw the demo town away and make it anew.", access: .operators,
    explanation: "Refuses a file that is not a demo. The old town stays until the new one is whole.",
    flags: flags, examples: ["opportune demo reset --seed 2"],
    output: made
  ) { invocation in
    let path = try invocation.databasePath(default: \.demo)
    if access(path, F_OK) == 0 { try refuseLive(path, now: invocation.now) }
    return try create(invocation, at: path, replacing: true)
  }

  private static let status = Command(
    ["demo", "status"], "Say what the demo town holds, and what its clock shows.", access: .staff,
    examples: ["opportune demo status"],
    output: .fields([
      "path": .string, "kind": .choice(WorldKind.allCases.map(\.rawValue)), "name": .string, "zone": .string,
      "seed": .integer, "created_at": .instant, "partners": .integer, "offers": .integer, "people": .integer,
      "places": .integer, "now": .instant, "active_sessions": .integer, "last_interaction_at": .nullable(.instant),
    ])
  ) { invocation in
    let path = try invocation.databasePath(default: \.demo)
    let store = try Store.open(at: path, readOnly: true, now: invocation.now, zones: SystemZones.zones)
    let world = store.world
    let now = try invocation.now(in: store)
    let document: JSON = [
      "path": .string(path), "kind": .string(world.kind.rawValue), "name": .string(world.name),
      "zone": .string(world.zone), "seed": .integer(Int64(bitPattern: world.seed)),
      "created_at": .instant(world.createdAt), "partners": .count(try store.partners().count),
      "offers": .count(try store.offers().count), "people": .count(try store.people().count),
      "places": .count(try store.places().count),
      "now": .instant(now), "active_sessions": .count(try store.countSessions(activeAt: now)),
      "last_interaction_at": .instant(try store.lastInteraction()),
    ]
    return .document(document) { FieldList(members: document).text }
  }

  /// The document of a town that was made.
  private static let made: Schema = .fields([
    "path": .string, "size": .choice(DemoSize.allCases.map(\.rawValue)), "seed": .integer, "partners": .integer,
    "offers": .integer, "people": .integer, "places": .integer, "sessions": .integer, "impressions": .integer,
    "acceptances": .integer, "redemptions": .integer, "active_sessions": .integer, "wall_seconds": .number,
  ])

  private static func create(_ invocation: Invocation, at path: String, replacing: Bool = false) throws -> Answer {
    try invocation.demandWriting()
    let size = DemoSize(rawValue: invocation.arguments.text("size") ?? "") ?? .standard
    try DatabaseFiles(invocation.environment).makeFolder(for: path)
    let started = ContinuousClock.now
    let bar = ProgressLine("making George Town")
    let seed = invocation.globals.seed ?? 1
    let summary = try DemoTown.make(
      at: path, size: size, seed: seed, now: invocation.now, replacing: replacing
    ) { bar.show($0) }
    bar.clear()
    let document: JSON = [
      "path": .string(path), "size": .string(size.rawValue), "seed": .integer(Int64(bitPattern: seed)),
      "partners": .count(summary.partners), "offers": .count(summary.offers), "people": .count(summary.people),
      "places": .count(summary.places), "sessions": .count(summary.report.sessions),
      "impressions": .count(summary.report.impressions), "acceptances": .count(summary.report.acceptances),
      "redemptions": .count(summary.report.redemptions), "active_sessions": .count(summary.activeSessions),
      "wall_seconds": .number((ContinuousClock.now - started) / .seconds(1)),
    ]
    return .document(document) { FieldList(members: document).text }
  }

  private static func refuseLive(_ path: String, now: Timestamp) throws {
    let store = try Store.open(at: path, readOnly: true, now: now, zones: SystemZones.zones)
    guard store.world.kind == .demo else {
      throw Failure(
        .conflict, code: "live_database",
        "\(path) is a live database and is never reset; name a demo with --database, or leave it out")
    }
  }
}
