/// Campaigns in the order of one metric's prudent bound, so that one lucky sale does not win. Amounts of money are ranked
/// apart for each currency.
package struct CampaignRanking: Equatable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// From 1 within its currency; nil without a bound: last, and the reading says why.
    package let rank: Int?
    package let id: Campaign.ID
    package let name: String
    package let currency: Currency
    package let reading: MetricReading
    package let totals: CampaignTotals

    package init(
      rank: Int?, id: Campaign.ID, name: String, currency: Currency, reading: MetricReading, totals: CampaignTotals
    ) {
      self.rank = rank
      self.id = id
      self.name = name
      self.currency = currency
      self.reading = reading
      self.totals = totals
    }
  }

  package let metric: CampaignMetric
  /// Whether currencies stand apart.
  package let isByCurrency: Bool
  /// Best first.
  package let entries: [Entry]

  package init(metric: CampaignMetric, isByCurrency: Bool, entries: [Entry]) {
    self.metric = metric
    self.isByCurrency = isByCurrency
    self.entries = entries
  }
}
