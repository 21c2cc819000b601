import Core

extension Store {
  /// Every version of an offer, the latest first. Plan: primary key of `offer_version`.
  package func versions(of id: Offer.ID) throws(StoreError) -> [OfferVersion] {
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
             offer_version.claim_limit, offer_version.claim_minutes, offer_version.state,
             offer_version.author, offer_version.recorded_at, offer_version.reason
        FROM offer_version
        JOIN offer ON offer.id = offer_version.offer_id
       WHERE offer_version.offer_id = :id
       ORDER BY offer_version.version DESC
      """,
      [":id": .id(id)]
    ) { row throws(StoreError) in
      OfferVersion(
        offer: try Offer(row), author: row.text(30), at: row.instant(31), reason: row.optional(32) { row.text($0) })
    }
  }

  /// Who wrote the version an offer has now; empty if that was not kept yet.
  func author(of offer: Offer) throws(StoreError) -> String {
    try connection.row(
      """
      SELECT author
        FROM offer_version
       WHERE offer_id = :id
         AND version = :version
      """,
      [":id": .id(offer.id), ":version": .integer(Int64(offer.version))]
    ) { row throws(StoreError) in row.text(0) } ?? ""
  }

  /// Why an offer was rejected; nil for one that is not.
  func reason(of offer: Offer) throws(StoreError) -> String? {
    try connection.row(
      """
      SELECT reason
        FROM offer_version
       WHERE offer_id = :id
         AND version = :version
      """,
      [":id": .id(offer.id), ":version": .integer(Int64(offer.version))]
    ) { row throws(StoreError) in row.optional(0) { row.text($0) } } ?? nil
  }
}
