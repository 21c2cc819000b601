import CSQLite
import Core

extension Connection {
  /// Runs a statement that answers nothing.
  func run(_ sql: StaticString, _ parameters: Value.Parameters = [:]) throws(StoreError) {
    try each(sql, parameters) { _ throws(StoreError) in }
  }

  /// Every row, read one by one.
  func rows<Element>(
    _ sql: StaticString, _ parameters: Value.Parameters = [:], as read: (Row) throws(StoreError) -> Element
  ) throws(StoreError) -> [Element] {
    var elements: [Element] = []
    try each(sql, parameters) { row throws(StoreError) in elements.append(try read(row)) }
    return elements
  }

  /// The first row, or nil where there is none.
  func row<Element>(
    _ sql: StaticString, _ parameters: Value.Parameters = [:], as read: (Row) throws(StoreError) -> Element
  ) throws(StoreError) -> Element? {
    let statement = try statement(sql)
    try statement.bind(parameters)
    statement.isRunning = true
    defer {
      statement.reset()
      statement.isRunning = false
    }
    return try step(statement) ? try read(Row(statement.handle)) : nil
  }

  /// Hands every row to `body`, without keeping any.
  func each(
    _ sql: StaticString, _ parameters: Value.Parameters = [:], _ body: (Row) throws(StoreError) -> Void
  ) throws(StoreError) {
    let statement = try statement(sql)
    try statement.bind(parameters)
    statement.isRunning = true
    defer {
      statement.reset()
      statement.isRunning = false
    }
    while try step(statement) { try body(Row(statement.handle)) }
  }

  /// The whole number in the first column of the first row; 0 where there is none.
  func integer(_ sql: StaticString, _ parameters: Value.Parameters = [:]) throws(StoreError) -> Int64 {
    try row(sql, parameters) { row throws(StoreError) in row.integer(0) } ?? 0
  }

  /// Whether there is any row.
  func exists(_ sql: StaticString, _ parameters: Value.Parameters = [:]) throws(StoreError) -> Bool {
    try row(sql, parameters) { _ throws(StoreError) in true } ?? false
  }

  /// Runs a text made at run time, once: settings, schema, and names that cannot be parameters.
  func execute(_ sql: String) throws(StoreError) {
    let statement = try prepare(sql)
    while try step(statement) {}
  }

  /// Every row of a text made at run time.
  func rows<Element>(
    executing sql: String, as read: (Row) throws(StoreError) -> Element
  ) throws(StoreError) -> [Element] {
    let statement = try prepare(sql)
    var elements: [Element] = []
    while try step(statement) { elements.append(try read(Row(statement.handle))) }
    return elements
  }

  /// Rows written by the last statement.
  var changes: Int { Int(sqlite3_changes64(handle)) }

  /// The number of the row inserted last.
  var lastInsertedID: Int64 { sqlite3_last_insert_rowid(handle) }

  /// Whether a transaction is open.
  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// Goes on to the next row; false at the end.
  private func step(_ statement: Statement) throws(StoreError) -> Bool {
    let code = sqlite3_step(statement.handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    let error = error(statement.sql, code)
    if failure == nil, isInTransaction { failure = error }
    throw error
  }
}
