/// All of one campaign over some days, as its detail shows it.
package struct CampaignSheet: Equatable, Sendable {
  /// What came of one of its offers; id nil is of no offer: fixed costs and imports.
  package struct OfferRow: Hashable, Sendable {
    package let id: Offer.ID?
    package let title: String
    package let totals: CampaignTotals

    package init(id: Offer.ID?, title: String, totals: CampaignTotals) {
      self.id = id
      self.title = title
      self.totals = totals
    }
  }

  package let campaign: Campaign
  package let span: DateSpan
  package let totals: CampaignTotals
  /// Of as many days before.
  package let before: CampaignCounts
  /// Of every day it ever had.
  package let lifetime: CampaignTotals
  /// The rows behind every number: days with anything, in order.
  package let days: [CampaignDay]
  package let returns: ReturnAnalysis
  package let trend: CampaignTrend
  package let hours: CampaignHours
  package let segments: CampaignSegments
  package let cohorts: CohortTriangle
  /// By spend and revenue, the greatest first.
  package let offers: [OfferRow]
  /// Nil where it is compared with nothing.
  package let comparison: CampaignComparison?
  package let pacing: BudgetPacing
  /// Of spend and of revenue.
  package let forecasts: [SpendForecast]
  package let anomalies: CampaignAnomalies
  /// What was done to it, the latest first.
  package let events: [CampaignEvent]
  /// Of imported figures: what is odd about them and in how many rows, in words.
  package let oddities: [String]

  package init(
    campaign: Campaign, span: DateSpan, totals: CampaignTotals, before: CampaignCounts, lifetime: CampaignTotals,
    days: [CampaignDay], returns: ReturnAnalysis, trend: CampaignTrend, hours: CampaignHours,
    segments: CampaignSegments, cohorts: CohortTriangle, offers: [OfferRow], comparison: CampaignComparison?,
    pacing: BudgetPacing, forecasts: [SpendForecast], anomalies: CampaignAnomalies, events: [CampaignEvent],
    oddities: [String]
  ) {
    self.campaign = campaign
    self.span = span
    self.totals = totals
    self.before = before
    self.lifetime = lifetime
    self.days = days
    self.returns = returns
    self.trend = trend
    self.hours = hours
    self.segments = segments
    self.cohorts = cohorts
    self.offers = offers
    self.comparison = comparison
    self.pacing = pacing
    self.forecasts = forecasts
    self.anomalies = anomalies
    self.events = events
    self.oddities = oddities
  }

  /// All thirteen figures.
  package var readings: [MetricReading] { CampaignMetric.allCases.map { totals.reading($0) } }
}
