import Core
import Glibc

extension Store {
  /// Makes a new database file; nothing may be there yet. A creation that fails half-way leaves no file.
  package static func create(
    at path: String, kind: WorldKind, name: String, zone: String, centre: Coordinate, seed: UInt64 = 0,
    now: Timestamp, zones: Zones
  ) throws(StoreError) -> Store {
    let world = World(kind: kind, name: name, zone: zone, centre: centre, seed: seed, createdAt: now)
    guard zones.table(zone) != nil else { throw .unknownZone(zone) }
    guard access(path, F_OK) != 0 else { throw .exists(path: path) }
    do {
      let connection = try Connection(path, .create)
      return try Store(making: world, in: connection, zones: zones)
    } catch {
      if case .exists = error { throw error }
      for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
      throw error
    }
  }

  /// Opens a file, and brings an older one up to date unless it is opened for reading only.
  /// - Throws: ``StoreError`` if it is missing, not ours, damaged or newer than the program.
  package static func open(
    at path: String, readOnly: Bool = false, now: Timestamp, zones: Zones
  ) throws(StoreError) -> Store {
    let connection = try connect(path, readOnly ? .readOnly : .readWrite)
    let migrator = Migrator(connection)
    if connection.isReadOnly { try migrator.check() } else { try migrator.migrate(now: now) }
    return try Store(connection, zones: zones)
  }

  /// Looks for everything that could be wrong with a file, also where it is too damaged to be opened.
  /// - Throws: ``StoreError`` only where there is nothing to check: a file that is missing, not ours, unreadable, or of
  ///   another version than the program's.
  package static func check(at path: String, zones: Zones) throws(StoreError) -> [CheckResult] {
    do {
      let connection = try connect(path, .readOnly)
      try Migrator(connection).check()
      return try Store(checking: connection, zones: zones).check()
    } catch {
      guard case .corrupt(let detail) = error else { throw error }
      return [CheckResult("integrity", [detail], good: "")]
    }
  }

  /// A database that lives as long as the process.
  package static func inMemory(
    kind: WorldKind, name: String, zone: String, centre: Coordinate, seed: UInt64 = 0, now: Timestamp, zones: Zones
  ) throws(StoreError) -> Store {
    let world = World(kind: kind, name: name, zone: zone, centre: centre, seed: seed, createdAt: now)
    guard zones.table(zone) != nil else { throw .unknownZone(zone) }
    return try Store(making: world, in: Connection(":memory:", .memory), zones: zones)
  }

  /// Applies the missing migrations and answers their versions; opening for writing does the same by itself.
  package static func migrate(at path: String, now: Timestamp) throws(StoreError) -> [Int] {
    try Migrator(connect(path, .readWrite)).migrate(now: now)
  }

  /// Opens a file that must be there and be one of ours.
  static func connect(_ path: String, _ mode: Connection.Mode) throws(StoreError) -> Connection {
    try refuseUnreadable(path)
    let connection = try Connection(path, mode)
    guard try Migrator(connection).version() > 0 else { throw .notADatabase(path: path) }
    return connection
  }

  /// Says what is at the path if no database can be.
  private static func refuseUnreadable(_ path: String) throws(StoreError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw errno == EACCES ? .unreadable(path: path) : .missing(path: path)
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw .isFolder(path: path) }
    if access(path, R_OK) != 0 { throw .unreadable(path: path) }
  }

  /// One transaction: whoever is killed in it leaves an empty file, never half a database.
  private convenience init(making world: World, in connection: Connection, zones: Zones) throws(StoreError) {
    let migrator = Migrator(connection)
    try connection.execute("BEGIN IMMEDIATE")
    guard try migrator.version() == 0 else { throw .exists(path: connection.path) }
    try migrator.migrate(now: world.createdAt)
    try connection.run(
      """
      INSERT INTO world (id, kind, name, zone, latitude, longitude, seed, created_at)
      VALUES (1, :kind, :name, :zone, :latitude, :longitude, :seed, :created_at)
      """,
      [
        ":kind": .choice(world.kind), ":name": .text(world.name), ":zone": .text(world.zone),
        ":latitude": .real(world.centre.latitude), ":longitude": .real(world.centre.longitude),
        ":seed": .integer(Int64(bitPattern: world.seed)), ":created_at": .instant(world.createdAt),
      ])
    try self.init(connection, zones: zones)
    _ = try complete { () throws(StoreError) in try addProfile(.standard, now: world.createdAt) }
  }
}
