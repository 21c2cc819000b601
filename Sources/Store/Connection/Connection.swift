import CSQLite
import Core

/// One open database file with its prepared statements. Used by one thread at a time, which is why it is not
/// `Sendable`: SQLite is opened without locks of its own.
package final class Connection {
  /// How a file is opened.
  enum Mode {
    /// A new file; its folder must exist.
    case create
    case readWrite
    case readOnly
    /// Nothing on disk.
    case memory
  }

  let handle: OpaquePointer
  let path: String
  let mode: Mode

  /// Shared with the busy handler in C, freed with the connection.
  let wait: UnsafeMutablePointer<opportune_wait>
  /// Shared with the hook in C that counts the log's pages, freed with the connection.
  let logPages: UnsafeMutablePointer<Int32>
  /// Length of the log from which on a commit empties it.
  var nextTidying = LogLimit.pages

  /// By the address of their literal, which costs less than hashing the text.
  private var statements: [UnsafePointer<UInt8>: Statement] = [:]

  /// The first failure since the transaction began that may have left half of something behind.
  var failure: StoreError?

  /// Others waiting for a lock are given up on after this long.
  static let longestWait = TimeSpan.seconds(5)

  /// Opens a file and checks that it is a database at all.
  init(_ path: String, _ mode: Mode, longestWait: TimeSpan = longestWait) throws(StoreError) {
    handle = try DatabaseFile.open(path, mode)
    self.path = path
    self.mode = mode
    wait = .allocate(capacity: 1)
    wait.initialize(to: opportune_wait_make(longestWait.milliseconds))
    logPages = .allocate(capacity: 1)
    logPages.initialize(to: 0)
    sqlite3_extended_result_codes(handle, 1)
    opportune_wait_install(handle, wait)
    opportune_count_log_pages(handle, logPages)
    try configure()
  }

  deinit {
    statements.removeAll()
    sqlite3_close_v2(handle)
    wait.deallocate()
    logPages.deallocate()
  }

  /// The compiled form of a literal, from the cache unless it is running already.
  func statement(_ sql: StaticString) throws(StoreError) -> Statement {
    if let cached = statements[sql.utf8Start], !cached.isRunning { return cached }
    let statement = try prepare(sql.description, persistent: true)
    if statements[sql.utf8Start] == nil { statements[sql.utf8Start] = statement }
    return statement
  }

  /// Compiles a text.
  func prepare(_ sql: String, persistent: Bool = false) throws(StoreError) -> Statement {
    var statement: OpaquePointer?
    let flags = persistent ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    let code = sqlite3_prepare_v3(handle, sql, -1, flags, &statement, nil)
    guard code == SQLITE_OK, let statement else { throw error(sql, code) }
    return Statement(statement)
  }

  /// The error behind a result code, with SQLite's own words.
  func error(_ sql: String, _ code: Int32) -> StoreError {
    let message = sqlite3_errmsg(handle).map { String(cString: $0) } ?? "error \(code)"
    let extended = sqlite3_extended_errcode(handle)
    let failure = StoreError.Failure(sql: sql, code: extended == SQLITE_OK ? code : extended, message: message)
    return failure.error(
      path: path, waited: TimeSpan(milliseconds: wait.pointee.waited / 1_000_000),
      systemError: sqlite3_system_errno(handle))
  }

  /// The settings of every connection. The first of them reads the file and so finds out whether it is one of ours.
  func configure() throws(StoreError) {
    do {
      try execute("PRAGMA temp_store = MEMORY")
      try execute("PRAGMA foreign_keys = ON")
      // A row that REPLACE puts in another's place counts as deleted, which the log refuses.
      try execute("PRAGMA recursive_triggers = ON")
      try execute("PRAGMA synchronous = FULL")
      try execute("PRAGMA secure_delete = ON")
      try execute("PRAGMA journal_size_limit = 4194304")
      // Three running totals of a thousand campaigns lie on some 3,000 pages, which are to stay.
      try execute("PRAGMA cache_size = -16384")
      _ = try integer("PRAGMA schema_version")
      if mode == .create || mode == .readWrite, !isReadOnly { try useWriteAheadLog() }
    } catch {
      if case .sqlite(let failure) = error, failure.code & 0xFF == SQLITE_CANTOPEN {
        throw .cannotOpen(path: path, message: failure.message)
      }
      throw error
    }
  }

  /// Whether the file takes no writes, also when it was opened for them.
  var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  private func useWriteAheadLog() throws(StoreError) {
    let current = try row("PRAGMA journal_mode") { row throws(StoreError) in row.text(0) }
    if current != "wal" { try execute("PRAGMA journal_mode = WAL") }
  }
}
