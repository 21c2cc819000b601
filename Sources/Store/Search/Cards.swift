import Core

extension Store {
  /// Everything worth knowing about one named thing; of a session that is its person's name alone, so it has no card.
  /// - Throws: ``StoreError/notFound(_:_:)`` if it is gone.
  package func card(_ target: SearchTarget, now: Timestamp) throws(StoreError) -> Card? {
    try read { () throws(StoreError) in
      switch target {
      case .claim(let id): .claim(try claimCard(id))
      case .offer(let id):
        try offerCard(id)
      case .partner(let id):
        .partner(PartnerCard(partner: try partner(id), offers: try offers(of: id)))
      case .person(let id):
        .person(PersonCard(person: try person(id), session: try lastSession(of: id, now: now)))
      case .session: nil
      }
    }
  }

  private func offerCard(_ id: Offer.ID) throws(StoreError) -> Card {
    let offer = try offer(id)
    return .offer(OfferCard(offer: offer, partnerName: try partner(offer.partnerID).name))
  }

  private func claimCard(_ id: Claim.ID) throws(StoreError) -> ClaimCard {
    let claim = try claim(id)
    let offer = try offer(claim.offerID)
    // Erased people and their sessions have no name and no place any more.
    let personID = claim.personID.flatMap { $0.value > 0 ? $0 : nil }
    return ClaimCard(
      id: id, code: claim.code, state: claim.state, offer: offer, partnerName: try partner(offer.partnerID).name,
      session: personID == nil && claim.personID != nil ? nil : try session(claim.sessionID),
      person: try personID.map { id throws(StoreError) in try person(id) }, claimedAt: claim.claimedAt,
      expiresAt: claim.expiresAt, closedAt: claim.closedAt, valueCents: claim.valueCents,
      revenueCents: claim.revenueCents)
  }

  /// A partner's offers, archived ones left out. Plan: `offer_partner`, then the primary key of `offer_version`.
  private func offers(of partner: Partner.ID) throws(StoreError) -> [Offer] {
    try connection.rows(
      """
      SELECT offer.id, offer.partner_id, offer.version, offer.capacity_total, offer.capacity_left,
             offer.budget_spent, offer_version.title, offer_version.description, offer_version.terms,
             offer_version.type, offer_version.category, offer_version.discount_percent, offer_version.amount_cents,
             offer_version.parking_minutes, offer_version.perks, offer_version.typical_spend_cents,
             offer_version.currency, offer_version.use_minutes, offer_version.latitude, offer_version.longitude,
             offer_version.valid_from, offer_version.valid_until, offer_version.trigger_rule, offer_version.priority,
             offer_version.cooldown_hours, offer_version.impression_cap, offer_version.impression_cap_per_day,
             offer_version.claim_limit, offer_version.claim_minutes, offer_version.state
        FROM offer
        JOIN offer_version ON offer_version.offer_id = offer.id AND offer_version.version = offer.version
       WHERE offer.partner_id = :partner
         AND offer_version.state <> 'archived'
       ORDER BY offer.id
      """,
      [":partner": .id(partner)], as: Offer.init)
  }
}
