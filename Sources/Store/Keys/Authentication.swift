import Core

extension Store {
  /// The key somebody shows, if it opens anything at `now`. One look by primary key; writes nothing.
  /// - Throws: ``StoreError/refused(code:sentence:)`` for a key that is mistyped, unknown, revoked or expired; of the
  ///   last two only whoever holds the whole key is told.
  package func authenticate(_ text: String, now: Timestamp) throws(StoreError) -> StoredKey {
    let shown: PartnerKey
    do {
      shown = try PartnerKey(parsing: text)
    } catch {
      guard error == .check else { throw .refused(code: "key.unknown", sentence: Self.unknownKey) }
      throw .refused(code: "key.mistyped", sentence: "the partner key has a typing error; copy all of it")
    }
    let digest = try KeyDigest(of: shown)
    let found = try storedKey(shown.id)
    guard let found, digest.isSame(as: found.digest) else {
      throw .refused(code: "key.unknown", sentence: Self.unknownKey)
    }
    switch found.key.standing(at: now) {
    case .valid, .rotated: return found.key
    case .revoked: throw .refused(code: "key.revoked", sentence: "this partner key was revoked; \(Self.newKey)")
    case .expired: throw .refused(code: "key.expired", sentence: "this partner key was replaced; use the new one")
    }
  }

  /// Notes that a key was used; the next time at least a minute later.
  package func noteUse(of key: StoredKey, now: Timestamp) throws(StoreError) {
    try write { () throws(StoreError) in
      try connection.run(
        """
        UPDATE partner_key
           SET last_used_at = :now
         WHERE id = :id
        """,
        [":now": .instant(now), ":id": .id(key.id)])
    }
  }

  private static let newKey = "ask whoever runs this database for a new one ('opportune partner key create')"
  private static let unknownKey = "this is no partner key of this database; \(newKey)"
}
