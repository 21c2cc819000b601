import CSQLite
import Core
import Glibc

extension Store {
  /// Copies the database, as it is at this moment, into a new file.
  /// - Throws: ``StoreError/exists(path:)`` rather than overwrite anything, ``StoreError/corrupt(detail:)`` rather than
  ///   make a backup of damaged pages.
  package func backup(to target: String) throws(StoreError) {
    guard access(target, F_OK) != 0 else { throw .exists(path: target) }
    try Self.refuseDamaged(connection)
    try Self.copy(connection, toNew: target)
  }

  /// Puts a backup in the place of a database, in one transaction: other programs see the old or the new one.
  ///
  /// A target that is there must be a database of ours, and is replaced only if asked for.
  package static func restore(
    from source: String, to target: String, replacing: Bool = false
  ) throws(StoreError) {
    let backup = try connect(source, .readOnly)
    try Migrator(backup).check()
    try refuseDamaged(backup)
    guard access(target, F_OK) == 0 else { return try copy(backup, toNew: target) }
    guard replacing else { throw .exists(path: target) }
    let connection = try connect(target, .readWrite)
    let before = try connection.revisions()
    try copy(backup, to: connection)
    try raise(connection, above: before)
    connection.truncateLog(waiting: .seconds(1))
  }

  /// A copy in memory, for what must not touch the file.
  package func copyInMemory(zones: Zones) throws(StoreError) -> Store {
    let copy = try Connection(":memory:", .memory)
    try Self.copy(connection, to: copy)
    return try Store(copy, zones: zones)
  }

  /// A copy that fails half-way leaves no file.
  private static func copy(_ source: Connection, toNew path: String) throws(StoreError) {
    do {
      let target = try Connection(path, .create)
      try copy(source, to: target)
      target.truncateLog(waiting: .seconds(1))
    } catch {
      for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
      throw error
    }
  }

  static func copy(_ source: Connection, to target: Connection) throws(StoreError) {
    guard let backup = sqlite3_backup_init(target.handle, "main", source.handle, "main") else {
      throw target.error("backup", sqlite3_errcode(target.handle))
    }
    // All pages at once: the copy is of one moment, and writers go on in the log meanwhile.
    var code = sqlite3_backup_step(backup, -1)
    var attempts = 0
    while code == SQLITE_BUSY || code == SQLITE_LOCKED, attempts < 2000 {
      opportune_wait_yield(target.wait)
      code = sqlite3_backup_step(backup, -1)
      attempts += 1
    }
    let finish = sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE, finish == SQLITE_OK else {
      throw target.error("backup", finish == SQLITE_OK ? code : finish)
    }
  }

  private static func refuseDamaged(_ connection: Connection) throws(StoreError) {
    let findings = try connection.damage(.quick, atMost: 1)
    if let first = findings.first { throw .corrupt(detail: first) }
  }

  /// Whoever read the old database must notice the new one, even where both counted equally far.
  static func raise(_ connection: Connection, above before: Revisions) throws(StoreError) {
    for topic in Topic.allCases {
      try connection.run(
        """
        UPDATE revision
           SET n = max(n, :before) + 1
         WHERE topic = :topic
        """,
        [":before": .integer(before[topic]), ":topic": .choice(topic)])
    }
  }
}
