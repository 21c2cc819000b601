/// Four bytes at the end of a record that tell damage from data.
///
/// FNV-1a in 32 bits (Fowler, Noll and Vo 1991): every step is one to one, so that a single wrong byte is always noticed,
/// and any other damage but once in four thousand million times. It guards against accidents, not against forgery.
enum Checksum {
  static let size = 4

  /// The bytes with their checksum behind them.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    let sum = of(bytes)
    return bytes + (0..<size).map { UInt8(truncatingIfNeeded: sum >> UInt32(8 * $0)) }
  }

  /// The bytes without their checksum.
  /// - Throws: ``InvalidInput`` where the two do not fit.
  static func opened(_ bytes: [UInt8]) throws(InvalidInput) -> ArraySlice<UInt8> {
    let body = bytes.dropLast(size)
    guard bytes.count >= size, sealed(Array(body)) == bytes else { throw ByteReader.damaged }
    return body
  }

  /// The checksum alone.
  static func of(_ bytes: [UInt8]) -> UInt32 {
    bytes.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }
}
