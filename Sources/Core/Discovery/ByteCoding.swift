/// Writes values as compact bytes: whole numbers as variable-length zigzag (Protocol Buffers' encoding), decimals as
/// their eight bytes, texts with their length.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: Int64) {
    var rest = UInt64(bitPattern: value << 1 ^ value >> 63)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ value: Int) {
    write(Int64(value))
  }

  mutating func write(_ value: UInt8) {
    bytes.append(value)
  }

  mutating func write(_ value: Bool) {
    bytes.append(value ? 1 : 0)
  }

  mutating func write(_ value: Double) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> UInt64(shift)))
    }
  }

  mutating func write(_ value: String) {
    write(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  mutating func write<Value>(_ value: Value?, _ each: (inout ByteWriter, Value) -> Void) {
    write(value != nil)
    if let value { each(&self, value) }
  }

  mutating func write<Value>(_ values: some Collection<Value>, _ each: (inout ByteWriter, Value) -> Void) {
    write(values.count)
    for value in values { each(&self, value) }
  }
}

/// Reads what ``ByteWriter`` wrote, and throws on bytes that are cut or damaged.
struct ByteReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func integer() throws(InvalidInput) -> Int64 {
    var value: UInt64 = 0
    for shift in stride(from: 0, to: 70, by: 7) {
      let byte = try byte()
      value |= UInt64(byte & 0x7F) << UInt64(shift)
      if byte < 0x80 { return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
    }
    throw Self.damaged
  }

  mutating func int() throws(InvalidInput) -> Int {
    Int(try integer())
  }

  /// A number of things, which is never negative.
  mutating func count() throws(InvalidInput) -> Int {
    let count = try int()
    guard (0...Int(Int32.max)).contains(count) else { throw Self.damaged }
    return count
  }

  mutating func bool() throws(InvalidInput) -> Bool {
    try byte() != 0
  }

  mutating func double() throws(InvalidInput) -> Double {
    var bits: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 8) {
      bits |= UInt64(try byte()) << UInt64(shift)
    }
    return Double(bitPattern: bits)
  }

  mutating func string() throws(InvalidInput) -> String {
    let count = try int()
    guard (0...rest.count).contains(count) else { throw Self.damaged }
    defer { rest = rest.dropFirst(count) }
    return String(decoding: rest.prefix(count), as: UTF8.self)
  }

  mutating func optional<Value>(
    _ each: (inout ByteReader) throws(InvalidInput) -> Value
  ) throws(InvalidInput) -> Value? {
    try bool() ? try each(&self) : nil
  }

  mutating func list<Value>(
    _ each: (inout ByteReader) throws(InvalidInput) -> Value
  ) throws(InvalidInput) -> [Value] {
    let count = try int()
    // Every element takes at least one byte, so a larger count is damage and must not be allocated for.
    guard (0...rest.count).contains(count) else { throw Self.damaged }
    var values: [Value] = []
    for _ in 0..<count { values.append(try each(&self)) }
    return values
  }

  mutating func byte() throws(InvalidInput) -> UInt8 {
    guard let byte = rest.popFirst() else { throw Self.damaged }
    return byte
  }

  static let damaged = InvalidInput(.malformed, field: "record", "is cut short or damaged")
}
