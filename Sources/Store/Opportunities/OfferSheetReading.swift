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
