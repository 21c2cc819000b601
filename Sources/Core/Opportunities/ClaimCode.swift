/// The code of a claim: ten random characters and one check character, shown as `XXXX-XXXX-XXX`.
///
/// The alphabet has 31 characters, a prime, and leaves out 0, 1, I, L and O. The check character makes the sum of
/// (position x value) a multiple of 31 with positions 1 to 11, so every single wrong character and every swap of two
/// characters is caught (weights distinct and non-zero modulo a prime; J. Verhoeff, "Error Detecting Decimal Codes",
/// 1969).
package struct ClaimCode: Hashable, Sendable, CustomStringConvertible {
  /// In order of value, 0 to 30.
  package static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ".utf8)

  /// Eleven characters without hyphens.
  package let compact: String

  /// Draws a fresh code.
  package init(using generator: inout some RandomNumberGenerator) {
    var values = (0..<10).map { _ in Int.random(in: 0..<31, using: &generator) }
    values.append(Self.checkValue(of: values))
    compact = Self.text(values)
  }

  /// Reads what a person typed or said: case, blanks and hyphens do not matter.
  /// - Throws: ``Fault`` when it cannot be a code at all, or its check character tells of a typing error.
  package init(parsing text: String) throws(Fault) {
    let letters = text.uppercased().utf8.filter { $0 != 0x20 && $0 != 0x2D }
    guard letters.count == 11 else { throw .length(letters.count) }
    var values: [Int] = []
    for letter in letters {
      guard let value = Self.alphabet.firstIndex(of: letter) else { throw .character }
      values.append(value)
    }
    guard values[10] == Self.checkValue(of: Array(values.prefix(10))) else { throw .check }
    compact = Self.text(values)
  }

  /// Why a text is no code.
  package enum Fault: Error, Hashable, Sendable {
    case length(Int)
    case character
    case check
  }

  /// Four, four, three.
  package var description: String {
    let characters = Array(compact)
    return "\(String(characters[0..<4]))-\(String(characters[4..<8]))-\(String(characters[8...]))"
  }

  private static func checkValue(of values: [Int]) -> Int {
    let sum = values.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
    // 11 x check = -sum modulo 31, and 17 is the inverse of 11 there (11 x 17 = 187 = 6 x 31 + 1).
    return ((31 - sum % 31) % 31) * 17 % 31
  }

  private static func text(_ values: [Int]) -> String {
    String(decoding: values.map { alphabet[$0] }, as: UTF8.self)
  }
}
