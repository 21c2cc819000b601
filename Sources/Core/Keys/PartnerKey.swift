/// The key a partner acts by: `opk_<id>_<secret>_<check>`. It is shown once, when it is made; only its digest is stored.
///
/// The secret has 32 characters of an alphabet of 32, that is 160 random bits, so that a fast digest is enough. The check
/// is the checksum of what stands before it, so that a typing error is told before any look-up.
package struct PartnerKey: Hashable, Sendable {
  /// Its number: under it the digest is looked up.
  package let id: ID<StoredKey>
  /// All of it.
  package let text: String

  private static let prefix = "opk"
  private static let secretLength = 32
  /// Seven characters hold the 32 bits of a checksum.
  private static let checkLength = 7
  /// Crockford's 32 characters, which leave out i, l, o and u.
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// Draws a new key.
  package init(id: ID<StoredKey>, using generator: inout some RandomNumberGenerator) {
    self.id = id
    let secret = (0..<Self.secretLength).map { _ in Self.alphabet[Int.random(in: 0..<32, using: &generator)] }
    let body = "\(Self.prefix)_\(id)_\(String(decoding: secret, as: UTF8.self))"
    text = "\(body)_\(Self.check(of: body))"
  }

  /// Reads a key; blanks and line ends around it do not matter.
  /// - Throws: ``Fault`` for what is no key, or has a typing error.
  package init(parsing text: String) throws(Fault) {
    let whole = text.utf8.drop(while: Self.isBlank).reversed().drop(while: Self.isBlank).reversed()
    let parts = whole.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0].elementsEqual(Self.prefix.utf8), parts[2].count == Self.secretLength,
      parts[2].allSatisfy(Self.alphabet.contains), let id = Int64(String(decoding: parts[1], as: UTF8.self)), id > 0
    else { throw .form }
    let body = "\(Self.prefix)_\(id)_\(String(decoding: parts[2], as: UTF8.self))"
    guard parts[3].elementsEqual(Self.check(of: body).utf8) else { throw .check }
    self.id = ID(id)
    self.text = "\(body)_\(Self.check(of: body))"
  }

  /// Why a text is no key.
  package enum Fault: Error, Hashable, Sendable {
    case form
    case check
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func check(of body: String) -> String {
    let sum = Checksum.of(Array(body.utf8))
    let values = (0..<checkLength).map { Int(sum >> UInt32(5 * (checkLength - 1 - $0)) & 31) }
    return String(decoding: values.map { alphabet[$0] }, as: UTF8.self)
  }
}
