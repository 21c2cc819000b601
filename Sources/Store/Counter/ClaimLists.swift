import Core

extension Store {
  /// All that is shown of one claim. Plan: primary keys.
  func claimFacts(_ id: Claim.ID) throws(StoreError) -> ClaimFacts {
    let facts = try connection.row(
      """
      SELECT claim.id, claim.code, claim.state, claim.offer_id, offer_version.title, offer_version.discount_percent,
             offer_version.amount_cents, offer_version.parking_minutes, offer_version.perks, offer.partner_id,
             partner.name, partner.currency, offer_version.typical_spend_cents, claim.value_cents, claim.claimed_at,
             claim.expires_at, claim.closed_at, claim.revenue_cents, claim.refunded_cents, claim.receipt, claim.wording
        FROM claim
        JOIN offer ON offer.id = claim.offer_id
        JOIN offer_version ON offer_version.offer_id = claim.offer_id AND offer_version.version = claim.offer_version
        JOIN partner ON partner.id = offer.partner_id
       WHERE claim.id = :id
      """,
      [":id": .id(id)], as: ClaimFacts.init)
    guard let facts else { throw .notFound("claim", id) }
    return facts
  }

  /// Claims in the order they were made, those after `after` first; every filter that is nil lets all pass. A partner
  /// sees its own.
  package func claims(
    limit: Int = .max, after: Claim.ID? = nil, state: Claim.State? = nil, partner: Partner.ID? = nil,
    for actor: Actor
  ) throws(StoreError) -> [ClaimFacts] {
    if let partner { try refuseUnseen(partner, by: actor) }
    guard let partner = partner ?? actor.partnerID else {
      return try claims(limit: limit, after: after, state: state)
    }
    return try connection.rows(
      """
      SELECT claim.id, claim.code, claim.state, claim.offer_id, offer_version.title, offer_version.discount_percent,
             offer_version.amount_cents, offer_version.parking_minutes, offer_version.perks, offer.partner_id,
             partner.name, partner.currency, offer_version.typical_spend_cents, claim.value_cents, claim.claimed_at,
             claim.expires_at, claim.closed_at, claim.revenue_cents, claim.refunded_cents, claim.receipt, claim.wording
        FROM partner
        JOIN offer ON offer.partner_id = partner.id
        JOIN claim ON claim.offer_id = offer.id
        JOIN offer_version ON offer_version.offer_id = claim.offer_id AND offer_version.version = claim.offer_version
       WHERE partner.id = :partner
         AND claim.id > :after
         AND (:state IS NULL OR claim.state = :state)
       ORDER BY claim.id
       LIMIT :limit
      """,
      [
        ":partner": .id(partner), ":after": .integer(after?.value ?? 0), ":state": .choice(state),
        ":limit": .integer(Int64(limit)),
      ], as: ClaimFacts.init)
  }

  private func claims(limit: Int, after: Claim.ID?, state: Claim.State?) throws(StoreError) -> [ClaimFacts] {
    try connection.rows(
      """
      SELECT claim.id, claim.code, claim.state, claim.offer_id, offer_version.title, offer_version.discount_percent,
             offer_version.amount_cents, offer_version.parking_minutes, offer_version.perks, offer.partner_id,
             partner.name, partner.currency, offer_version.typical_spend_cents, claim.value_cents, claim.claimed_at,
             claim.expires_at, claim.closed_at, claim.revenue_cents, claim.refunded_cents, claim.receipt, claim.wording
        FROM claim
        JOIN offer ON offer.id = claim.offer_id
        JOIN offer_version ON offer_version.offer_id = claim.offer_id AND offer_version.version = claim.offer_version
        JOIN partner ON partner.id = offer.partner_id
       WHERE claim.id > :after
         AND (:state IS NULL OR claim.state = :state)
       ORDER BY claim.id
       LIMIT :limit
      """,
      [
        ":after": .integer(after?.value ?? 0), ":state": .choice(state), ":limit": .integer(Int64(limit)),
      ], as: ClaimFacts.init)
  }

  /// Open claims of a partner's offers whose holders may walk in, those that expire first first.
  /// Plan: `offer_partner`, `claim_open`, then primary keys.
  package func claimsOnTheWay(
    of partner: Partner.ID, for actor: Actor, now: Timestamp
  ) throws(StoreError) -> [ClaimOnTheWay] {
    try refuseUnseen(partner, by: actor)
    return try connection.rows(
      """
      SELECT claim.id, claim.offer_id, offer_version.title, claim.claimed_at, claim.expires_at, session.latitude,
             session.longitude, offer_version.latitude, offer_version.longitude, claim.wording
        FROM offer
        JOIN claim INDEXED BY claim_open ON claim.offer_id = offer.id AND claim.state = 'open'
        JOIN offer_version ON offer_version.offer_id = claim.offer_id AND offer_version.version = claim.offer_version
        JOIN session ON session.id = claim.session_id
       WHERE offer.partner_id = :partner
         AND claim.expires_at > :now
       ORDER BY claim.expires_at, claim.id
      """,
      [":partner": .id(partner), ":now": .instant(now)]
    ) { row throws(StoreError) in
      let car = row.isNull(5) ? nil : try row.position(5)
      let offer = try row.position(7)
      return ClaimOnTheWay(
        claimID: row.id(0), offerID: row.id(1), offerTitle: try row.wording(9)?.title ?? row.text(2),
        claimedAt: row.instant(3), expiresAt: row.instant(4), walk: car.map { Walk(from: $0, to: offer) })
    }
  }
}

extension ClaimFacts {
  /// Reads the columns in the order of the queries above.
  init(_ row: Row) throws(StoreError) {
    guard let code = try? ClaimCode(parsing: row.text(1)) else {
      throw .corrupt(detail: "claim \(row.integer(0)) has a mistyped code")
    }
    let wording = try row.wording(20)
    let value = try row.value(5)
    self.init(
      id: row.id(0), code: code, state: try row.choice(2), offerID: row.id(3),
      offerTitle: wording?.title ?? row.text(4), value: wording?.value ?? value, partnerID: row.id(9),
      partnerName: row.text(10), currency: try row.currency(11),
      typicalSpendCents: row.optional(12) { row.integer($0) } ?? ValueProposition.defaultTypicalSpendCents,
      valueCents: row.integer(13), claimedAt: row.instant(14), expiresAt: row.instant(15),
      closedAt: row.optional(16) { row.instant($0) }, revenueCents: row.optional(17) { row.integer($0) },
      refundedCents: row.integer(18), receipt: row.optional(19) { row.text($0) })
  }
}
