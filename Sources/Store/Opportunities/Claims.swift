import Core

extension Store {
  /// One claim by its number.
  package func claim(_ id: Claim.ID) throws(StoreError) -> ClaimRecord {
    let claim = try connection.row(
      """
      SELECT id, code, offer_id, offer_version, session_id, person_id, decision_id, state, claimed_at, expires_at,
             closed_at, value_cents, revenue_cents, refunded_cents, receipt
        FROM claim
       WHERE id = :id
      """,
      [":id": .id(id)], as: ClaimRecord.init)
    guard let claim else { throw .notFound("claim", id) }
    return claim
  }

  /// One claim by its code; nil if no claim has it. Plan: unique index on `code`.
  package func claim(code: ClaimCode) throws(StoreError) -> ClaimRecord? {
    try connection.row(
      """
      SELECT id, code, offer_id, offer_version, session_id, person_id, decision_id, state, claimed_at, expires_at,
             closed_at, value_cents, revenue_cents, refunded_cents, receipt
        FROM claim
       WHERE code = :code
      """,
      [":code": .text(code.compact)], as: ClaimRecord.init)
  }

  /// The claim an idempotency key stands for; nil if it is new. Plan: unique index on `idempotency_key`.
  func claim(key: String) throws(StoreError) -> ClaimRecord? {
    try connection.row(
      """
      SELECT id, code, offer_id, offer_version, session_id, person_id, decision_id, state, claimed_at, expires_at,
             closed_at, value_cents, revenue_cents, refunded_cents, receipt
        FROM claim
       WHERE idempotency_key = :key
      """,
      [":key": .text(key)], as: ClaimRecord.init)
  }

  /// Open claims past their time, of one offer or of all, the oldest first. Plan: `claim_open` or `claim_due`.
  func overdueClaims(of offer: Offer.ID?, now: Timestamp) throws(StoreError) -> [ClaimRecord] {
    guard let offer else {
      return try connection.rows(
        """
        SELECT id, code, offer_id, offer_version, session_id, person_id, decision_id, state, claimed_at, expires_at,
               closed_at, value_cents, revenue_cents, refunded_cents, receipt
          FROM claim
         WHERE state = 'open'
           AND expires_at <= :now
         ORDER BY expires_at, id
        """,
        [":now": .instant(now)], as: ClaimRecord.init)
    }
    return try connection.rows(
      """
      SELECT id, code, offer_id, offer_version, session_id, person_id, decision_id, state, claimed_at, expires_at,
             closed_at, value_cents, revenue_cents, refunded_cents, receipt
        FROM claim INDEXED BY claim_open
       WHERE state = 'open'
         AND offer_id = :offer
         AND expires_at <= :now
       ORDER BY expires_at, id
      """,
      [":offer": .id(offer), ":now": .instant(now)], as: ClaimRecord.init)
  }

  /// Closes an open claim.
  /// - Parameters:
  ///   - revenueCents: what was paid; only with ``Claim/State/redeemed``.
  ///   - receipt: the till's own words for it.
  func close(
    _ claim: Claim.ID, as state: Claim.State, revenueCents: Int64? = nil, receipt: String? = nil, now: Timestamp
  ) throws(StoreError) {
    try connection.run(
      """
      UPDATE claim
         SET state = :state,
             closed_at = :now,
             revenue_cents = :revenue,
             receipt = :receipt
       WHERE id = :id
         AND state = 'open'
      """,
      [
        ":state": .choice(state), ":now": .instant(now), ":revenue": .optional(revenueCents),
        ":receipt": .optional(receipt), ":id": .id(claim),
      ])
    touch(.claims)
  }

  /// Takes (+1) or gives back (-1) a place of an offer, in the file and in the index.
  func takePlaces(_ count: Int, of offer: Offer.ID) throws(StoreError) -> Int? {
    let left = try connection.row(
      """
      UPDATE offer
         SET capacity_taken = capacity_taken + :count,
             capacity_revision = :revision
       WHERE id = :id
      RETURNING capacity_left
      """,
      [
        ":count": .integer(Int64(count)), ":revision": .integer(revisions[.capacity] + 1), ":id": .id(offer),
      ]
    ) { row throws(StoreError) in row.optional(0) { row.count($0) } }
    touch(.capacity)
    let places = left ?? nil
    memory.index?.setCapacityLeft(places, of: offer)
    return places
  }
}
