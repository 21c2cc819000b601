import CSQLite
import Glibc

/// A compiled statement, kept by its connection for the next time.
final class Statement {
  let handle: OpaquePointer

  /// A statement that is being read cannot be started again; whoever asks for it then gets one of its own.
  var isRunning = false

  /// The name of every parameter, as SQLite keeps it: asking for one each time would search all before it.
  private let names: [UnsafePointer<CChar>?]

  init(_ handle: OpaquePointer) {
    self.handle = handle
    let count = sqlite3_bind_parameter_count(handle)
    names = count > 0 ? (1...count).map { sqlite3_bind_parameter_name(handle, $0) } : []
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// Binds every parameter by its name.
  /// - Throws: ``StoreError/misuse(_:)`` unless the names are exactly the statement's parameters.
  func bind(_ parameters: Value.Parameters) throws(StoreError) {
    guard parameters.count == names.count else {
      throw .misuse("\(parameters.count) values for another number of parameters in: \(sql)")
    }
    var expected: Int32 = 0
    for (name, value) in parameters {
      expected += 1
      bind(value, at: try index(of: name, expected: expected))
    }
  }

  /// Ready for the next run; values are left to be overwritten.
  func reset() {
    sqlite3_reset(handle)
  }

  /// The statement's text, without values.
  var sql: String {
    sqlite3_sql(handle).map { String(cString: $0) } ?? ""
  }

  /// The number of a parameter; nearly always the expected one, which saves a search.
  private func index(of name: StaticString, expected: Int32) throws(StoreError) -> Int32 {
    // A static string is null-terminated UTF-8 for as long as the program runs.
    let text = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    if let there = names[Int(expected) - 1], strcmp(there, text) == 0 { return expected }
    let index = sqlite3_bind_parameter_index(handle, text)
    guard index > 0 else { throw .misuse("no parameter \(name) in: \(sql)") }
    return index
  }

  /// Binding fails only for want of memory or an index out of range, which ``index(of:expected:)`` rules out.
  private func bind(_ value: Value, at index: Int32) {
    switch value {
    case .null: sqlite3_bind_null(handle, index)
    case .integer(let number): sqlite3_bind_int64(handle, index, number)
    case .real(let number): sqlite3_bind_double(handle, index, number)
    case .text(var text):
      _ = text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          // A null pointer would bind NULL instead of the empty text.
          sqlite3_bind_text(handle, index, characters.baseAddress ?? Self.empty, Int32(characters.count), Self.copied)
        }
      }
    case .blob(let bytes):
      _ = bytes.withUnsafeBytes { buffer in
        buffer.isEmpty
          ? sqlite3_bind_zeroblob(handle, index, 0)
          : sqlite3_bind_blob(handle, index, buffer.baseAddress, Int32(buffer.count), Self.copied)
      }
    }
  }

  private static var copied: sqlite3_destructor_type? { opportune_sqlite_transient() }

  /// A static string is null-terminated for as long as the program runs.
  private static var empty: UnsafePointer<CChar> {
    UnsafeRawPointer(("" as StaticString).utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
