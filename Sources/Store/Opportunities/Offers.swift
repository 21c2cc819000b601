import Core

extension Store {
  /// One offer as it is now.
  package func offer(_ id: Offer.ID) throws(StoreError) -> Offer {
    let offer = try connection.row(
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
       WHERE offer.id = :id
      """,
      [":id": .id(id)], as: Offer.init)
    guard let offer else { throw .notFound("offer", id) }
    return offer
  }

  /// The facts of one version, also of one that was replaced; nil if there is none. Places are those of that version.
  package func offer(_ id: Offer.ID, version: Int) throws(StoreError) -> Offer? {
    try connection.row(
      """
      SELECT offer.id, offer.partner_id, offer_version.version, offer_version.capacity_total,
             offer_version.capacity_total,
             offer.budget_spent, offer_version.title, offer_version.description, offer_version.terms,
             offer_version.type, offer_version.category, offer_version.discount_percent, offer_version.amount_cents,
             offer_version.parking_minutes, offer_version.perks, offer_version.typical_spend_cents,
             offer_version.currency, offer_version.use_minutes, offer_version.latitude, offer_version.longitude,
             offer_version.valid_from, offer_version.valid_until, offer_version.trigger_rule, offer_version.priority,
             offer_version.cooldown_hours, offer_version.impression_cap, offer_version.impression_cap_per_day,
             offer_version.claim_limit, offer_version.claim_minutes, offer_version.state
        FROM offer_version
        JOIN offer ON offer.id = offer_version.offer_id
       WHERE offer_version.offer_id = :id
         AND offer_version.version = :version
      """,
      [":id": .id(id), ":version": .integer(Int64(version))], as: Offer.init)
  }
}
