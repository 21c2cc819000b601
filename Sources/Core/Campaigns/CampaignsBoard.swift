/// All of the Campaigns screen but one campaign's detail.
package struct CampaignsBoard: Equatable, Sendable {
  package let span: DateSpan
  package let portfolio: Portfolio
  /// Ranked by the request's metric, see ``CampaignRanking``.
  package let rows: [CampaignSummary]
  package let views: [CampaignView]
  package let monitors: [Monitor]
  /// Those that hold now, the latest first.
  package let alerts: [MonitorAlert]
  /// Nil on a first visit.
  package let since: SinceLastVisit?
  /// When the figures were read.
  package let readAt: Timestamp

  package init(
    span: DateSpan, portfolio: Portfolio, rows: [CampaignSummary], views: [CampaignView], monitors: [Monitor],
    alerts: [MonitorAlert], since: SinceLastVisit?, readAt: Timestamp
  ) {
    self.span = span
    self.portfolio = portfolio
    self.rows = rows
    self.views = views
    self.monitors = monitors
    self.alerts = alerts
    self.since = since
    self.readAt = readAt
  }
}

/// A campaign in the list: cheap enough to be made for a thousand of them with every look at the screen. Readings are
/// worked out from the totals where they are shown.
package struct CampaignSummary: Hashable, Sendable {
  package let campaign: Campaign
  /// From 1 within its currency; nil without a bound.
  package let rank: Int?
  package let totals: CampaignTotals
  /// Of as many days before.
  package let before: CampaignCounts
  /// Revenue of each of the last days, 30 at most, in minor units.
  package let sparkline: [Int64]
  /// What was spent of its budgets, in all and today, in micros.
  package let spentMicros: Int64
  package let spentTodayMicros: Int64

  package init(
    campaign: Campaign, rank: Int?, totals: CampaignTotals, before: CampaignCounts, sparkline: [Int64],
    spentMicros: Int64, spentTodayMicros: Int64
  ) {
    self.campaign = campaign
    self.rank = rank
    self.totals = totals
    self.before = before
    self.sparkline = sparkline
    self.spentMicros = spentMicros
    self.spentTodayMicros = spentTodayMicros
  }

  /// One figure with its interval.
  package func reading(_ metric: CampaignMetric) -> MetricReading { totals.reading(metric) }

  /// Whether it earns.
  package var earning: Earning { reading(.roas).earning ?? .unknown }
}
