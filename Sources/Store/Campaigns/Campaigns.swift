import Core

extension Store {
  /// Every campaign with its offers, by number.
  package func campaigns() throws(StoreError) -> [Campaign] {
    try read { () throws(StoreError) in
      var offers: [Campaign.ID: [Offer.ID]] = [:]
      try connection.each(
        """
        SELECT campaign_id, offer_id
          FROM campaign_offer
         ORDER BY offer_id
        """
      ) { row throws(StoreError) in offers[row.id(0), default: []].append(row.id(1)) }
      return try connection.rows(
        """
        SELECT id, version, name, type, state, currency, zone, budget_cents, daily_budget_cents, starts_at, ends_at,
               ended_at, targets, per_impression_micros, per_view_micros, per_acceptance_micros,
               per_redemption_micros, fixed_micros, created_at, spent_until
          FROM campaign
         ORDER BY id
        """
      ) { row throws(StoreError) in try Campaign(row, offers: offers[row.id(0)] ?? []) }
    }
  }

  /// One campaign.
  package func campaign(_ id: Campaign.ID) throws(StoreError) -> Campaign {
    try read { () throws(StoreError) in
      guard let campaign = try campaignIfAny(id) else { throw .notFound("campaign", id) }
      return campaign
    }
  }

  /// What every campaign has spent, in micros; one that has spent nothing is left out.
  package func campaignSpends() throws(StoreError) -> [Campaign.ID: Int64] {
    try read { () throws(StoreError) in try runningTotals(upTo: .max).mapValues(\.counts.spendMicros) }
  }

  /// One campaign; nil if there is none. Plan: primary key, index `campaign_offer_campaign`.
  func campaignIfAny(_ id: Campaign.ID) throws(StoreError) -> Campaign? {
    let offers = try connection.rows(
      """
      SELECT offer_id
        FROM campaign_offer
       WHERE campaign_id = :id
       ORDER BY offer_id
      """,
      [":id": .id(id)]
    ) { row throws(StoreError) in Offer.ID(row.integer(0)) }
    return try connection.row(
      """
      SELECT id, version, name, type, state, currency, zone, budget_cents, daily_budget_cents, starts_at, ends_at,
             ended_at, targets, per_impression_micros, per_view_micros, per_acceptance_micros,
             per_redemption_micros, fixed_micros, created_at, spent_until
        FROM campaign
       WHERE id = :id
      """,
      [":id": .id(id)]
    ) { row throws(StoreError) in try Campaign(row, offers: offers) }
  }
}

extension Campaign {
  /// Reads the columns in the order of ``Store/campaigns()``.
  fileprivate init(_ row: Row, offers: [Offer.ID]) throws(StoreError) {
    let targets = try row.text(12).split(separator: ",").map { name throws(StoreError) in
      guard let segment = CampaignSegment(rawValue: String(name)) else {
        throw .unknownText(column: "campaign.targets", text: String(name))
      }
      return segment
    }
    self.init(
      id: row.id(0), version: row.count(1), name: row.text(2), type: try row.choice(3), state: try row.choice(4),
      currency: try row.currency(5), zone: row.text(6), budgetCents: row.optional(7) { row.integer($0) },
      dailyBudgetCents: row.optional(8) { row.integer($0) }, startsAt: row.optional(9) { row.instant($0) },
      endsAt: row.optional(10) { row.instant($0) }, endedAt: row.optional(11) { row.instant($0) }, targets: targets,
      costs: CampaignCosts(
        perImpressionMicros: row.integer(13), perViewMicros: row.integer(14), perAcceptanceMicros: row.integer(15),
        perRedemptionMicros: row.integer(16), fixedMicros: row.integer(17)),
      offers: offers, createdAt: row.instant(18), spentUntil: row.optional(19) { row.instant($0) })
  }
}
