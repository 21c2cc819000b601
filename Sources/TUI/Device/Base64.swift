/// Bytes as text of 64 letters (RFC 4648, section 4), as OSC 52 wants them.
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Four letters for each three bytes, the last four filled up with `=`.
  static func text(of bytes: some Sequence<UInt8>) -> String {
    var letters: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 1
      guard count % 3 == 0 else { continue }
      for shift in [18, 12, 6, 0] as [UInt32] { letters.append(alphabet[Int(bits >> shift & 63)]) }
      bits = 0
    }
    let rest = count % 3
    if rest > 0 {
      bits <<= UInt32(8 * (3 - rest))
      for place in 0..<4 {
        letters.append(place <= rest ? alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)] : 0x3D)
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
