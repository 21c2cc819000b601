import CCrypto
import Core

/// The SHA-256 of a partner's key (FIPS 180-4, by OpenSSL): what the database holds in its place.
struct KeyDigest {
  static let size = Int(OPPORTUNE_SHA256_SIZE)

  let bytes: [UInt8]

  /// The digest of a key.
  init(of key: PartnerKey) throws(StoreError) {
    let text = Array(key.text.utf8)
    var digest = [UInt8](repeating: 0, count: Self.size)
    guard opportune_sha256(text, text.count, &digest) else { throw .misuse("OpenSSL made no SHA-256") }
    bytes = digest
  }

  /// Whether it is a stored digest, in a time that does not tell where the two differ.
  func isSame(as stored: [UInt8]) -> Bool {
    stored.count == Self.size && opportune_is_same(bytes, stored, Self.size)
  }
}
