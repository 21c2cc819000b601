import Core
import Store

/// `database create`: a new, empty database.
enum DatabaseCreate {
  /// The command.
  static let command = Command(
    ["database", "create"], "Make a new, empty database.", access: .operators,
    explanation: "With --demo it is a demo world, in which the simulator may run; without it a live one.",
    flags: [
      .switch("live", "A live world, which is the default."),
      Flag("name", .text("NAME"), "What the town is called.", fallback: "My town"),
      Flag("zone", .text("ZONE"), "The town's clock.", fallback: "UTC"),
      Flag("lat", .number("DEGREES", -90...90), "The middle of the town.", fallback: "0"),
      Flag("lng", .number("DEGREES", -180...180), "The middle of the town.", fallback: "0"),
    ],
    examples: ["opportune database create --live --name Charlottesville --zone America/New_York"],
    output: .fields(["database": WorldDocument.schema])
  ) { invocation in
    let arguments = invocation.arguments
    if arguments.has("live"), invocation.globals.demo { throw CommandLineError.contradiction("--live", "--demo") }
    let name = try PlainText.checked(arguments.text("name") ?? "My town", field: "--name")
    let centre = try Coordinate(
      latitude: arguments.number("lat") ?? 0, longitude: arguments.number("lng") ?? 0, latitudeField: "--lat",
      longitudeField: "--lng")
    let path = try invocation.databasePath
    try invocation.demandWriting()
    try DatabaseFiles(invocation.environment).makeFolder(for: path)
    let store = try Store.create(
      at: path, kind: invocation.globals.demo ? .demo : .live, name: name, zone: arguments.text("zone") ?? "UTC",
      centre: centre, seed: invocation.globals.seed ?? 1, now: invocation.now, zones: SystemZones.zones)
    let document = WorldDocument(path: path, world: store.world)
    return .document(["database": document.json]) { document.text }
  }
}

/// A database as its own description has it.
struct WorldDocument {
  let path: String
  let world: World

  /// For scripts.
  var json: JSON {
    [
      "path": .string(path), "kind": .string(world.kind.rawValue), "name": .string(world.name),
      "zone": .string(world.zone), "lat": .number(world.centre.latitude), "lng": .number(world.centre.longitude),
      "seed": .integer(Int64(clamping: world.seed)), "created_at": .instant(world.createdAt),
    ]
  }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "path": .string, "kind": .choice(WorldKind.allCases.map(\.rawValue)), "name": .string, "zone": .string,
    "lat": .number, "lng": .number, "seed": .integer, "created_at": .instant,
  ])

  /// For people.
  var text: String {
    FieldList([
      "database": path, "world": "\(world.name), \(world.kind.rawValue.uppercased())", "zone": world.zone,
      "made": "\(world.createdAt.text(in: SystemZones.zones.table(world.zone))) \(world.zone)",
    ]).text
  }
}
