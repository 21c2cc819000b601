import Core

extension Store {
  /// One offer whole: what it was, whom it reaches, what happened to it last. Writes nothing.
  /// - Throws: ``StoreError/notFound(what:name:)`` for an offer that is not there, or that does not exist for this actor.
  package func offerSheet(_ id: Offer.ID, for actor: Actor, now: Timestamp) throws(StoreError) -> OfferSheet {
    try read { () throws(StoreError) in
      let offer = try offer(id)
      guard actor.sees(offer.partnerID) else { throw .notFound("offer", id) }
      return OfferSheet(
        offer: offer, versions: try versions(of: id), reach: try reach(of: offer, now: now),
        events: try answers(to: id, limit: 50))
    }
  }

  /// Every version of an offer, the latest first. Plan: primary key of `offer_version`, backwards.
  private func versions(of id: Offer.ID) throws(StoreError) -> [OfferVersion] {
    try connection.rows(
      """
      SELECT offer.id, offer.partner_id, offer_version.version, offer_version.capacity_total,
             offer_version.capacity_total,
             offer.budget_spent, offer_version.title, offer_version.description, offer_version.terms,
             offer_version.type, offer_version.category, offer_version.discount_percent, offer_version.amount_cents,
             offer_version.parking_minutes, offer_version.perks, offer_version.typical_spend_cents,
             offer_version.currency, offer_version.use_minutes, offer_version.latitude, offer_version.longitude,
             offer_version.valid_from, offer_version.valid_until, offer_version.trigger_rule, offer_version.priority,
             offer_version.cooldown_hours, offer_version.impression_cap, offer_version.impression_cap_per_day,
             offer_version.claim_limit, offer_version.claim_minutes, offer_version.state, offer_version.author,
             offer_version.recorded_at, offer_version.reason
        FROM offer
        JOIN offer_version ON offer_version.offer_id = offer.id
       WHERE offer.id = :id
       ORDER BY offer_version.version DESC
      """,
      [":id": .id(id)]
    ) { row throws(StoreError) in
      OfferVersion(
        offer: try Offer(row), author: row.text(30), at: row.instant(31), reason: row.optional(32) { row.text($0) })
    }
  }

  /// What people last answered an offer with, the latest first. Plan: `interaction_offer`, from its end.
  private func answers(to id: Offer.ID, limit: Int) throws(StoreError) -> [DiscoverBoard.StreamEvent] {
    try connection.rows(
      """
      SELECT interaction.id, interaction.at, interaction.type, interaction.session_id, offer_version.title,
             interaction.score, interaction.reason, interaction.revenue_cents, claim.code, partner.currency
        FROM interaction INDEXED BY interaction_offer
        JOIN offer_version ON offer_version.offer_id = interaction.offer_id
                          AND offer_version.version = interaction.offer_version
        JOIN partner ON partner.id = interaction.partner_id
        LEFT JOIN claim ON claim.id = interaction.claim_id
       WHERE interaction.offer_id = :offer
         AND (interaction.type = 'acceptance' OR interaction.type = 'dismissal' OR interaction.type = 'redemption'
              OR interaction.type = 'expiry')
       ORDER BY interaction.id DESC
       LIMIT :limit
      """,
      [":offer": .id(id), ":limit": .integer(Int64(limit))], as: DiscoverBoard.StreamEvent.init)
  }
}
