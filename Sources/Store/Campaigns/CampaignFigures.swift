import Core

/// What was counted of campaigns, from the rollups alone: how much lies beneath makes no difference.
extension Store {
  /// Every campaign's totals over some days; one without anything is left out. Plan: for each campaign two seeks in the
  /// primary key of the running totals.
  package func campaignTotals(_ span: DateSpan) throws(StoreError) -> [Campaign.ID: CampaignTotals] {
    try read { () throws(StoreError) in
      let before = try runningTotals(upTo: span.first.dayNumber - 1)
      var totals = try runningTotals(upTo: span.last.dayNumber)
      for (id, earlier) in before {
        let total = (totals[id] ?? earlier) - earlier
        totals[id] = total == .zero ? nil : total
      }
      return totals
    }
  }

  /// Every campaign's totals from its first day up to and including one.
  func runningTotals(upTo day: Int) throws(StoreError) -> [Campaign.ID: CampaignTotals] {
    var totals: [Campaign.ID: CampaignTotals] = [:]
    try connection.each(
      """
      SELECT total.impressions, total.views, total.acceptances, total.dismissals, total.redemptions, total.expiries,
             total.spend_micros, total.revenue_cents, total.refunded_cents, total.days, total.revenue_squares,
             total.spend_squares, total.revenue_spend, total.redemptions_squares, total.spend_redemptions,
             total.impressions_squares, total.revenue_impressions, campaign.id
        FROM campaign
       CROSS JOIN rollup_campaign_total AS total
          ON total.campaign_id = campaign.id
         AND total.day = (
           SELECT max(latest.day)
             FROM rollup_campaign_total AS latest
            WHERE latest.campaign_id = campaign.id
              AND latest.day <= :day)
      """,
      [":day": .count(day)]
    ) { row throws(StoreError) in totals[row.id(17)] = CampaignTotals(row) }
    return totals
  }

  /// One campaign's totals over some days. Plan: two seeks in the primary key of the running totals.
  package func campaignTotals(of id: Campaign.ID, _ span: DateSpan) throws(StoreError) -> CampaignTotals {
    try read { () throws(StoreError) in
      try runningTotals(of: id, upTo: span.last.dayNumber) - runningTotals(of: id, upTo: span.first.dayNumber - 1)
    }
  }

  /// One campaign's totals from its first day up to and including one.
  func runningTotals(of id: Campaign.ID, upTo day: Int) throws(StoreError) -> CampaignTotals {
    try connection.row(
      """
      SELECT impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros, revenue_cents,
             refunded_cents, days, revenue_squares, spend_squares, revenue_spend, redemptions_squares,
             spend_redemptions, impressions_squares, revenue_impressions
        FROM rollup_campaign_total
       WHERE campaign_id = :id
         AND day <= :day
       ORDER BY day DESC
       LIMIT 1
      """,
      [":id": .id(id), ":day": .count(day)], as: CampaignTotals.init) ?? .zero
  }

  /// A campaign's days on which anything was counted, in order. Plan: primary key.
  package func campaignDays(_ id: Campaign.ID, _ span: DateSpan) throws(StoreError) -> [CampaignDay] {
    try read { () throws(StoreError) in
      try connection.rows(
        """
        SELECT impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros, revenue_cents,
               refunded_cents, day
          FROM rollup_campaign_day
         WHERE campaign_id = :id
           AND day BETWEEN :first AND :last
         ORDER BY day
        """,
        span.parameters(of: id)
      ) { row throws(StoreError) in CampaignDay(CivilDate(dayNumber: row.count(9)), CampaignCounts(row)) }
    }
  }

  /// A campaign's local hours in which anything was counted, in order; what was imported by day has none. Plan: primary
  /// key.
  package func campaignHours(_ id: Campaign.ID, _ span: DateSpan) throws(StoreError) -> [CampaignHour] {
    try read { () throws(StoreError) in
      let zone = try zone(try campaign(id).zone)
      return try connection.rows(
        """
        SELECT impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros, revenue_cents,
               refunded_cents, hour
          FROM rollup_campaign_hour
         WHERE campaign_id = :id
           AND hour >= :start
           AND hour < :end
         ORDER BY hour
        """,
        [
          ":id": .id(id), ":start": .instant(zone.start(ofDay: span.first.dayNumber)),
          ":end": .instant(zone.start(ofDay: span.last.dayNumber + 1)),
        ]
      ) { row throws(StoreError) in CampaignHour(row.instant(9), CampaignCounts(row)) }
    }
  }

  /// Days of all campaigns of a currency together, each by its own clock, in order. Plan: primary key.
  package func portfolioDays(_ currency: Currency, _ span: DateSpan) throws(StoreError) -> [CampaignDay] {
    try read { () throws(StoreError) in
      try connection.rows(
        """
        SELECT impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros, revenue_cents,
               refunded_cents, day
          FROM rollup_portfolio_day
         WHERE currency = :currency
           AND day BETWEEN :first AND :last
         ORDER BY day
        """,
        [
          ":currency": .text(currency.code), ":first": .count(span.first.dayNumber),
          ":last": .count(span.last.dayNumber),
        ]
      ) { row throws(StoreError) in CampaignDay(CivilDate(dayNumber: row.count(9)), CampaignCounts(row)) }
    }
  }
}

extension Store {
  /// The day it is on the town's clock.
  func today(_ now: Timestamp) throws(StoreError) -> CivilDate {
    try zone(world.zone).localTime(at: now).date
  }

  /// The number of the campaign of a name; nil if there is none. Plan: the index of names.
  package func campaign(named name: String) throws(StoreError) -> Campaign.ID? {
    try connection.row(
      """
      SELECT id
        FROM campaign
       WHERE name = :name
      """,
      [":name": .text(name)]
    ) { row throws(StoreError) in row.id(0) }
  }
}

extension DateSpan {
  /// As the queries of one campaign have them.
  func parameters(of id: Campaign.ID) -> Value.Parameters {
    [":id": .id(id), ":first": .count(first.dayNumber), ":last": .count(last.dayNumber)]
  }
}

extension CampaignCounts {
  /// Reads the nine numbers of a rollup's row from a column on.
  init(_ row: Row, from first: Int32 = 0) {
    self.init(
      impressions: row.integer(first), views: row.integer(first + 1), acceptances: row.integer(first + 2),
      dismissals: row.integer(first + 3), redemptions: row.integer(first + 4), expiries: row.integer(first + 5),
      spendMicros: row.integer(first + 6), revenueCents: row.integer(first + 7), refundedCents: row.integer(first + 8))
  }
}

extension CampaignTotals {
  /// Reads the numbers of a row of running totals.
  init(_ row: Row) {
    self.init(
      counts: CampaignCounts(row),
      moments: DayMoments(
        days: row.integer(9), revenueSquares: row.real(10), spendSquares: row.real(11), revenueSpend: row.real(12),
        redemptionsSquares: row.real(13), spendRedemptions: row.real(14), impressionsSquares: row.real(15),
        revenueImpressions: row.real(16)))
  }
}
