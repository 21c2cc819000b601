/// What is kept of a partner's key: never the key itself.
package struct StoredKey: Hashable, Sendable {
  package typealias ID = Core.ID<StoredKey>

  package let id: ID
  package let partnerID: Partner.ID
  package let createdAt: Timestamp
  /// As in `operator:ana`.
  package let createdBy: String
  /// Until when it opens, where it was rotated.
  package let expiresAt: Timestamp?
  package let revokedAt: Timestamp?
  /// To the minute; nil while it was never used.
  package let lastUsedAt: Timestamp?

  package init(
    id: ID, partnerID: Partner.ID, createdAt: Timestamp, createdBy: String, expiresAt: Timestamp? = nil,
    revokedAt: Timestamp? = nil, lastUsedAt: Timestamp? = nil
  ) {
    self.id = id
    self.partnerID = partnerID
    self.createdAt = createdAt
    self.createdBy = createdBy
    self.expiresAt = expiresAt
    self.revokedAt = revokedAt
    self.lastUsedAt = lastUsedAt
  }

  /// How a key begins, by which people tell keys apart.
  package var prefix: String { "opk_\(id)_" }

  /// What it is good for.
  package enum Standing: String, Sendable, CaseIterable {
    case valid
    /// Still valid, beside the one that takes its place.
    case rotated
    case expired, revoked

    /// Whether it opens anything.
    package var opens: Bool { self == .valid || self == .rotated }
  }

  /// What it is good for at an instant. A key that was rotated closes at the very instant it expires.
  package func standing(at now: Timestamp) -> Standing {
    if revokedAt != nil { return .revoked }
    guard let expiresAt else { return .valid }
    return now < expiresAt ? .rotated : .expired
  }

  /// Whether its last use is old enough to be noted anew: at most once a minute.
  package func notesUse(at now: Timestamp) -> Bool {
    lastUsedAt.map { now >= $0 + .minutes(1) } ?? true
  }
}

/// A key that was just made, with what is kept of it: the only time that the key can be shown.
package struct NewKey: Hashable, Sendable {
  package let key: PartnerKey
  package let stored: StoredKey

  package init(key: PartnerKey, stored: StoredKey) {
    self.key = key
    self.stored = stored
  }
}
