import Core

extension Store {
  /// Offers in the order of their ids, those after `after` first; every filter that is nil lets all pass.
  /// - Parameters:
  ///   - state: where they stand at `now`; `approved` is whatever is scheduled, active, or ended by its window alone.
  ///   - now: nil looks at no window, so that whatever is approved counts as active.
  package func offers(
    limit: Int = .max, after: Offer.ID? = nil, state: OfferState? = nil, at now: Timestamp? = nil,
    category: String? = nil, partner: Partner.ID? = nil
  ) throws(StoreError) -> [Offer] {
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
       WHERE offer.id > :after
         AND (
           :state IS NULL
           OR :state = 'approved' AND offer_version.state IN ('approved', 'scheduled', 'active')
           OR :state = CASE
             WHEN offer_version.state NOT IN ('approved', 'scheduled', 'active') THEN offer_version.state
             WHEN :now < offer_version.valid_from THEN 'scheduled'
             WHEN :now >= offer_version.valid_until THEN 'ended'
             ELSE 'active'
           END)
         AND (:category IS NULL OR offer_version.category = :category)
         AND (:partner IS NULL OR offer.partner_id = :partner)
       ORDER BY offer.id
       LIMIT :limit
      """,
      [
        ":after": .integer(after?.value ?? .min), ":state": .choice(state), ":now": .instant(now),
        ":category": .optional(category?.lowercased()), ":partner": .id(partner), ":limit": .integer(Int64(limit)),
      ],
      as: Offer.init)
  }

  /// How many offers of a partner count towards its limit: whatever is neither ended nor archived. Plan: index
  /// `offer_partner`, then primary keys.
  func countOffers(of partner: Partner.ID, at now: Timestamp) throws(StoreError) -> Int {
    Int(
      try connection.integer(
        """
        SELECT count(*)
          FROM offer
          JOIN offer_version ON offer_version.offer_id = offer.id AND offer_version.version = offer.version
         WHERE offer.partner_id = :partner
           AND offer_version.state NOT IN ('ended', 'archived')
           AND (
             offer_version.valid_until IS NULL
             OR offer_version.valid_until > :now
             OR offer_version.state NOT IN ('approved', 'scheduled', 'active'))
        """,
        [":partner": .id(partner), ":now": .instant(now)]))
  }

  /// Every category an offer or a partner has, in order.
  package func categories() throws(StoreError) -> [String] {
    try connection.rows(
      """
      SELECT offer_version.category
        FROM offer
        JOIN offer_version ON offer_version.offer_id = offer.id AND offer_version.version = offer.version
      UNION
      SELECT category
        FROM partner
       ORDER BY 1
      """
    ) { row throws(StoreError) in row.text(0) }
  }

  /// Every offer that could ever be decided, ready to be ranked.
  func offerIndex() throws(StoreError) -> OfferIndex {
    if let index = memory.index { return index }
    let all = try offers()
    var index = OfferIndex(all.filter { $0.state != .archived })
    index.setCampaigns(try offerCampaigns().places)
    memory.index = index
    memory.archived = all.filter { $0.state == .archived }
    return index
  }

  /// Every offer that is archived.
  func archivedOffers() throws(StoreError) -> [Offer] {
    _ = try offerIndex()
    return memory.archived ?? []
  }
}
