import Core

/// Brings a file from the version it has to the newest one, each step in a transaction of its own, never backwards.
struct Migrator {
  /// "OPPT" in ASCII: what tells our files from other SQLite files.
  static let applicationID: Int64 = 0x4F50_5054

  let connection: Connection
  let steps: [Migration]

  init(_ connection: Connection, steps: [Migration] = Migration.all) {
    self.connection = connection
    self.steps = steps
  }

  /// The newest version the program knows.
  var known: Int { steps.last?.version ?? 0 }

  /// The version of the file; 0 for an empty one.
  /// - Throws: ``StoreError/foreign(path:)`` for another program's file.
  func version() throws(StoreError) -> Int {
    let application = try connection.integer("PRAGMA application_id")
    let tables = try connection.integer("SELECT count(*) FROM sqlite_schema")
    if application == 0, tables == 0 { return 0 }
    guard application == Self.applicationID else { throw .foreign(path: connection.path) }
    return Int(try connection.integer("PRAGMA user_version"))
  }

  /// Refuses a file this program cannot read as it stands.
  func check() throws(StoreError) {
    let version = try version()
    if version > known { throw .newer(version: version, known: known) }
    if version < known { throw .older(version: version, known: known) }
  }

  /// Applies what is missing, within the running transaction if there is one. A failed step leaves the schema of the
  /// step before it.
  /// - Returns: the versions applied.
  @discardableResult
  func migrate(now: Timestamp) throws(StoreError) -> [Int] {
    let version = try version()
    if version > known { throw .newer(version: version, known: known) }
    var applied: [Int] = []
    for step in steps where step.version > version {
      if try apply(step, now: now) { applied.append(step.version) }
    }
    return applied
  }

  /// Whether the step was still missing once the lock was held: another process may have been first.
  private func apply(_ step: Migration, now: Timestamp) throws(StoreError) -> Bool {
    if connection.isInTransaction {
      try run(step, now: now)
      return true
    }
    try connection.execute("BEGIN IMMEDIATE")
    do {
      guard try version() < step.version else {
        try connection.execute("ROLLBACK")
        return false
      }
      try run(step, now: now)
      try connection.execute("COMMIT")
    } catch {
      if connection.isInTransaction { try? connection.execute("ROLLBACK") }
      connection.failure = nil
      throw error
    }
    return true
  }

  private func run(_ step: Migration, now: Timestamp) throws(StoreError) {
    try connection.execute(Self.migrationTable)
    for statement in step.statements { try connection.execute(statement) }
    try record(step, now: now)
    try connection.execute("PRAGMA application_id = \(Self.applicationID)")
    try connection.execute("PRAGMA user_version = \(step.version)")
  }

  private func record(_ step: Migration, now: Timestamp) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO migration (version, name, checksum, applied_at)
      VALUES (:version, :name, :checksum, :applied_at)
      """,
      [
        ":version": .integer(Int64(step.version)), ":name": .text(step.name), ":checksum": .text(step.checksum),
        ":applied_at": .instant(now),
      ])
  }

  private static let migrationTable = """
    CREATE TABLE IF NOT EXISTS migration (
      version INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      checksum TEXT NOT NULL,
      applied_at INTEGER NOT NULL
    ) STRICT
    """
}
