import Core

/// One campaign with everything that is worked out of its days.
extension Store {
  /// All of one campaign over some days, on its own clock.
  /// - Throws: ``StoreError/notFound(what:name:)`` for one that is not there, or is compared with one that is not.
  package func campaignSheet(
    _ id: Campaign.ID, _ request: CampaignsRequest = CampaignsRequest(), now: Timestamp
  ) throws(StoreError) -> CampaignSheet {
    try read { () throws(StoreError) in
      let life = try campaignLife(id, now: now)
      let (campaign, zone) = (life.campaign, life.zone)
      let span = request.period.span(today: life.today, first: life.first)
      let days = life.days.filter { span.contains($0.day) }
      let totals = try campaignTotals(of: id, span)
      let hours = try campaignHours(id, span)
      return CampaignSheet(
        campaign: campaign, span: span, totals: totals, before: try campaignTotals(of: id, span.before).counts,
        lifetime: try runningTotals(of: id, upTo: .max), days: days,
        returns: ReturnAnalysis(totals: totals, days: days, currency: campaign.currency),
        trend: request.grain == .hour
          ? CampaignTrend(hours: hours, over: span, zone: zone, now: now)
          : CampaignTrend(days: days, by: request.grain, over: span, zone: zone, today: life.today),
        hours: CampaignHours(hours, zone: zone), segments: try campaignSegments(id, span),
        cohorts: CohortTriangle(
          try campaignCohorts(id), currency: campaign.currency,
          anonymousAcceptances: try anonymousAcceptances(id), today: life.today),
        offers: try campaignOffers(id, span),
        comparison: request.others.isEmpty ? nil : try compareCampaigns([id] + request.others, span),
        pacing: life.pacing(now: now), forecasts: life.forecasts(now: now), anomalies: life.anomalies(over: span),
        events: try campaignEvents(of: id), oddities: try oddities(of: id))
    }
  }

  /// Two to four campaigns side by side.
  /// - Throws: ``StoreError/notFound(what:name:)`` for one that is not there.
  package func compareCampaigns(_ ids: [Campaign.ID], _ span: DateSpan) throws(StoreError) -> CampaignComparison {
    try read { () throws(StoreError) in
      CampaignComparison(
        try ids.map { id throws(StoreError) in
          let campaign = try campaign(id)
          return CampaignComparison.Member(
            id: id, name: campaign.name, currency: campaign.currency, totals: try campaignTotals(of: id, span))
        })
    }
  }

  /// A campaign with all its days, for what looks ahead or back beyond a range. Plan: primary keys.
  package func campaignLife(_ id: Campaign.ID, now: Timestamp) throws(StoreError) -> CampaignLife {
    try read { () throws(StoreError) in
      let campaign = try campaign(id)
      let zone = try zone(campaign.zone)
      let today = zone.localTime(at: now).date
      let days = try campaignDays(id, DateSpan(days: 36_600, upTo: today))
      let fixed = try connection.integer(
        """
        SELECT sum(spend_micros)
          FROM campaign_charge
         WHERE campaign_id = :id
        """,
        [":id": .id(id)])
      return CampaignLife(
        campaign: campaign, zone: zone, today: today, days: days,
        spentMicros: try runningTotals(of: id, upTo: .max).counts.spendMicros, fixedMicros: fixed)
    }
  }

  /// What is odd about a campaign's imported rows, and of how many, in words. Plan: primary key.
  package func oddities(of id: Campaign.ID) throws(StoreError) -> [String] {
    try connection.rows(
      """
      SELECT flag, rows
        FROM rollup_campaign_flag
       WHERE campaign_id = :id
         AND rows > 0
       ORDER BY rows DESC, flag
      """,
      [":id": .id(id)]
    ) { row throws(StoreError) in
      let flag: CampaignRowFlag = try row.choice(0)
      return "\(Words.count(row.count(1), "imported row")): \(flag.sentence)"
    }
  }
}

/// A campaign with every day it ever had.
package struct CampaignLife: Sendable {
  package let campaign: Campaign
  package let zone: ZoneTable
  /// On its own clock; it has not ended yet.
  package let today: CivilDate
  /// Those with anything, in order.
  package let days: [CampaignDay]
  /// In all, ever, and what of it was a fixed cost.
  package let spentMicros: Int64
  package let fixedMicros: Int64

  /// The first day anything was counted on, or it was to begin; nil before both.
  package var first: CivilDate? {
    let begins = campaign.startsAt.map { zone.localTime(at: $0).date }.flatMap { $0 <= today ? $0 : nil }
    return [days.first?.day, begins].compactMap(\.self).min()
  }

  /// Whether its budget will last.
  package func pacing(now: Timestamp) -> BudgetPacing {
    BudgetPacing(
      BudgetPacing.Facts(
        budgetCents: campaign.budgetCents, dailyBudgetCents: campaign.dailyBudgetCents, spentMicros: spentMicros,
        fixedMicros: fixedMicros, first: first ?? zone.localTime(at: campaign.startsAt ?? now).date, last: last,
        isOver: campaign.standing(at: now) == .ended),
      days: days, today: today)
  }

  /// Spend and revenue of the next days.
  package func forecasts(now: Timestamp) -> [SpendForecast] {
    [CampaignSeries.spend, .revenue].map { series in
      SpendForecast(series, days: days, first: first, today: today, isOver: campaign.standing(at: now) == .ended)
    }
  }

  /// Days that are far from what its past predicts.
  package func anomalies(over span: DateSpan) -> CampaignAnomalies {
    CampaignAnomalies(days: days, over: span, first: first, today: today)
  }

  /// The last day it runs; nil is open.
  private var last: CivilDate? {
    guard let end = campaign.endedAt ?? campaign.endsAt else { return nil }
    // An end at midnight is the end of the day before.
    return zone.localTime(at: end - TimeSpan(milliseconds: 1)).date
  }
}
