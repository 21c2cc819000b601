import CSQLite
import Core

/// The current row of a running statement; its columns are counted from 0 in the order of the SELECT.
package struct Row {
  private let statement: OpaquePointer

  init(_ statement: OpaquePointer) {
    self.statement = statement
  }

  /// Whether the column holds nothing.
  func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(statement, column) == SQLITE_NULL
  }

  /// A whole number; 0 where the column holds nothing.
  func integer(_ column: Int32) -> Int64 {
    sqlite3_column_int64(statement, column)
  }

  /// A whole number that fits a count.
  func count(_ column: Int32) -> Int {
    Int(sqlite3_column_int64(statement, column))
  }

  /// A number; 0 where the column holds nothing.
  func real(_ column: Int32) -> Double {
    sqlite3_column_double(statement, column)
  }

  /// True for anything but 0.
  func flag(_ column: Int32) -> Bool {
    sqlite3_column_int64(statement, column) != 0
  }

  /// A text; empty where the column holds nothing.
  func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(statement, column) else { return "" }
    // SQLite keeps this many bytes at `start` until the next step.
    let length = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
  }

  /// Bytes; none where the column holds nothing.
  func blob(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(statement, column) else { return [] }
    // SQLite keeps this many bytes at `start` until the next step.
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
  }

  /// An instant in milliseconds.
  func instant(_ column: Int32) -> Timestamp {
    Timestamp(milliseconds: integer(column))
  }

  /// The number of a stored thing.
  func id<Entity>(_ column: Int32, of entity: Entity.Type = Entity.self) -> ID<Entity> {
    ID(integer(column))
  }

  /// The value of a column by `read`, or nil where it holds nothing.
  func optional<Result>(_ column: Int32, _ read: (Int32) -> Result) -> Result? {
    isNull(column) ? nil : read(column)
  }

  /// One case of an enumeration.
  /// - Throws: ``StoreError/unknownText(column:text:)`` for a text that is none of them.
  func choice<Choice: RawRepresentable<String>>(
    _ column: Int32, _ type: Choice.Type = Choice.self
  ) throws(StoreError) -> Choice {
    let text = text(column)
    guard let value = Choice(rawValue: text) else { throw .unknownText(column: name(of: column), text: text) }
    return value
  }

  /// One case of an enumeration, or nil where the column holds nothing.
  func optionalChoice<Choice: RawRepresentable<String>>(
    _ column: Int32, _ type: Choice.Type = Choice.self
  ) throws(StoreError) -> Choice? {
    isNull(column) ? nil : try choice(column, type)
  }

  /// A position in two columns, latitude first.
  /// - Throws: ``StoreError/corrupt(detail:)`` for one off the globe.
  func position(_ column: Int32) throws(StoreError) -> Coordinate {
    guard let position = Coordinate(latitude: real(column), longitude: real(column + 1)) else {
      throw .corrupt(detail: "\(name(of: column)) is off the globe")
    }
    return position
  }

  /// An ISO 4217 code.
  func currency(_ column: Int32) throws(StoreError) -> Currency {
    let text = text(column)
    guard let currency = Currency(text) else { throw .unknownText(column: name(of: column), text: text) }
    return currency
  }

  /// Table and name of a column, for errors.
  func name(of column: Int32) -> String {
    let table = sqlite3_column_table_name(statement, column).map { String(cString: $0) + "." } ?? ""
    return table + (sqlite3_column_name(statement, column).map { String(cString: $0) } ?? "column \(column)")
  }
}
