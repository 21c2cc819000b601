import Core

extension Store {
  /// Makes a key for a partner. The answer is the only place where it ever stands in full.
  /// - Throws: ``StoreError/notFound(what:name:)`` for a partner that does not exist for `actor`.
  package func createKey(
    of partner: Partner.ID, by actor: Actor, now: Timestamp, using generator: inout some RandomNumberGenerator
  ) throws(StoreError) -> NewKey {
    var drawn = generator
    defer { generator = drawn }
    return try write { () throws(StoreError) in
      try permit(actor, toEdit: "partner", partner, of: partner)
      _ = try self.partner(partner)
      let new = try insertKey(of: partner, by: actor, now: now, using: &drawn)
      try record(
        "partner key create", CommandSubject(.key, id: new.stored.id.value), by: actor, partner: partner, now: now)
      return new
    }
  }

  /// Makes a key in the place of another, which goes on opening for the overlap.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` for a key that opens nothing any more, or was rotated before.
  package func rotateKey(
    _ id: StoredKey.ID, overlap: TimeSpan, by actor: Actor, now: Timestamp,
    using generator: inout some RandomNumberGenerator
  ) throws(StoreError) -> (new: NewKey, old: StoredKey) {
    guard overlap >= .seconds(0) else {
      throw .invalid(InvalidInput(field: "overlap", "must not be negative"))
    }
    var drawn = generator
    defer { generator = drawn }
    return try write { () throws(StoreError) in
      let old = try key(id, for: actor)
      try permit(actor, toEdit: "key", id, of: old.partnerID)
      guard old.standing(at: now) == .valid else { throw .keyConflict(old, at: now) }
      try connection.run(
        """
        UPDATE partner_key
           SET expires_at = :expires
         WHERE id = :id
        """,
        [":expires": .instant(now + overlap), ":id": .id(id)])
      let new = try insertKey(of: old.partnerID, by: actor, now: now, using: &drawn)
      try record(
        "partner key rotate", CommandSubject(.key, id: id.value), by: actor, partner: old.partnerID,
        note: "replaced by key \(new.stored.id)", now: now)
      return (new, try key(id, for: actor))
    }
  }

  /// Closes a key at once, for every process that has the file open.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` for a key that was revoked before.
  package func revokeKey(_ id: StoredKey.ID, by actor: Actor, now: Timestamp) throws(StoreError) -> StoredKey {
    try write { () throws(StoreError) in
      let old = try key(id, for: actor)
      try permit(actor, toEdit: "key", id, of: old.partnerID)
      guard old.revokedAt == nil else { throw .keyConflict(old, at: now) }
      try connection.run(
        """
        UPDATE partner_key
           SET revoked_at = :now
         WHERE id = :id
        """,
        [":now": .instant(now), ":id": .id(id)])
      touch(.keys)
      try record("partner key revoke", CommandSubject(.key, id: id.value), by: actor, partner: old.partnerID, now: now)
      return try key(id, for: actor)
    }
  }

  /// Every key a partner ever had, the oldest first. Plan: `partner_key_partner`.
  package func keys(of partner: Partner.ID, for actor: Actor) throws(StoreError) -> [StoredKey] {
    guard actor.sees(partner) else { throw .notFound("partner", partner) }
    _ = try self.partner(partner)
    return try connection.rows(
      """
      SELECT id, partner_id, created_at, created_by, expires_at, revoked_at, last_used_at
        FROM partner_key
       WHERE partner_id = :partner
       ORDER BY id
      """,
      [":partner": .id(partner)], as: StoredKey.init)
  }

  /// One key, for whoever it exists for.
  package func key(_ id: StoredKey.ID, for actor: Actor) throws(StoreError) -> StoredKey {
    guard let found = try storedKey(id), actor.sees(found.key.partnerID) else { throw .notFound("key", id) }
    return found.key
  }

  /// A key and the digest of it. Plan: primary key.
  func storedKey(_ id: StoredKey.ID) throws(StoreError) -> (key: StoredKey, digest: [UInt8])? {
    try connection.row(
      """
      SELECT id, partner_id, created_at, created_by, expires_at, revoked_at, last_used_at, hash
        FROM partner_key
       WHERE id = :id
      """,
      [":id": .id(id)]
    ) { row throws(StoreError) in (StoredKey(row), row.blob(7)) }
  }

  /// A key holds its own number, so the number is chosen before the row is there; keys are never deleted.
  private func insertKey(
    of partner: Partner.ID, by actor: Actor, now: Timestamp, using generator: inout some RandomNumberGenerator
  ) throws(StoreError) -> NewKey {
    let id = StoredKey.ID(try connection.integer("SELECT ifnull(max(id), 0) + 1 FROM partner_key"))
    let key = PartnerKey(id: id, using: &generator)
    try connection.run(
      """
      INSERT INTO partner_key (id, partner_id, hash, created_at, created_by)
      VALUES (:id, :partner, :hash, :now, :actor)
      """,
      [
        ":id": .id(id), ":partner": .id(partner), ":hash": .blob(try KeyDigest(of: key).bytes), ":now": .instant(now),
        ":actor": .text(actor.description),
      ])
    touch(.keys)
    return NewKey(
      key: key, stored: StoredKey(id: id, partnerID: partner, createdAt: now, createdBy: actor.description))
  }
}

extension StoredKey {
  /// Reads the columns in the order of the queries above.
  fileprivate init(_ row: Row) {
    self.init(
      id: row.id(0), partnerID: row.id(1), createdAt: row.instant(2), createdBy: row.text(3),
      expiresAt: row.optional(4) { row.instant($0) }, revokedAt: row.optional(5) { row.instant($0) },
      lastUsedAt: row.optional(6) { row.instant($0) })
  }
}

extension StoreError {
  /// What was asked of a key that no longer takes it.
  fileprivate static func keyConflict(_ key: StoredKey, at now: Timestamp) -> StoreError {
    let sentence =
      switch key.standing(at: now) {
      case .revoked: "key \(key.id) was revoked \(key.revokedAt?.rfc3339 ?? ""); nothing opens by it any more"
      case .expired: "key \(key.id) was replaced and is closed since \(key.expiresAt?.rfc3339 ?? "")"
      case .rotated: "key \(key.id) was replaced already and closes \(key.expiresAt?.rfc3339 ?? ""); rotate the new one"
      case .valid: "key \(key.id) is valid"
      }
    return .conflict(code: "key.\(key.standing(at: now).rawValue)", sentence: sentence)
  }
}
