import Core

/// Documents that arrive on standard input.
enum StandardInput {
  /// One JSON document.
  /// - Throws: ``InvalidInput`` for what is none, ``Failure`` if reading fails.
  static func document() throws -> JSON {
    let source = try ByteSource(path: "-")
    var bytes: [UInt8] = []
    while let byte = try source.next() {
      bytes.append(byte)
      guard bytes.count <= LineReader.limit else {
        throw InvalidInput(.malformed, field: "", "is longer than \(LineReader.limit) bytes; shorten it")
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw InvalidInput(.malformed, field: "", "is not UTF-8; convert it first")
    }
    return try JSON(parsing: text)
  }
}
