import CSQLite

/// A file without the store's rules: what fills it with more rows than anybody would write one by one.
final class RawDatabase {
  private var handle: OpaquePointer?

  init(_ path: String) throws {
    guard sqlite3_open(path, &handle) == SQLITE_OK else { throw failure("cannot open \(path)") }
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  /// Runs statements one after the other.
  func run(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure(String(sql.prefix(80))) }
  }

  /// The text in the first column of every row.
  func texts(_ sql: String) throws -> [String] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw failure(sql) }
    defer { sqlite3_finalize(statement) }
    var texts: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      if let text = sqlite3_column_text(statement, 0) { texts.append(String(cString: text)) }
    }
    return texts
  }

  private func failure(_ what: String) -> BenchFailure {
    BenchFailure("\(what): \(handle.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? "out of memory")")
  }
}
