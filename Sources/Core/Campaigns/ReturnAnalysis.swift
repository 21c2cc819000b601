/// What a campaign costs and brings, when it paid back, and what it would take to break even.
///
/// Made from ``CampaignTotals`` of a range and the range's ``CampaignDay``s, see ``init(totals:days:currency:confidence:)``.
package struct ReturnAnalysis: Equatable, Sendable {
  /// A day of the cumulative curve: everything up to and including it.
  package struct Point: Hashable, Sendable {
    package let day: CivilDate
    package let spendMicros: Int64
    package let revenueCents: Int64

    package init(day: CivilDate, spendMicros: Int64, revenueCents: Int64) {
      self.day = day
      self.spendMicros = spendMicros
      self.revenueCents = revenueCents
    }

    package var profitMicros: Int64 {
      CampaignCounts(spendMicros: spendMicros, revenueCents: revenueCents).profitMicros
    }
  }

  package let currency: Currency
  package let totals: CampaignTotals
  package let profit: MetricReading
  package let margin: MetricReading
  package let roas: MetricReading
  package let costPerRedemption: MetricReading
  package let breakEvenRedemptions: MetricReading
  package let breakEvenSpend: MetricReading
  /// The first day on which cumulative revenue reaches cumulative spend and stays there up to the last day.
  package let paybackDay: CivilDate?
  /// Why there is none; nil where there is one.
  package let paybackReason: String?
  /// From the first day with anything to the last; days between without anything repeat what was before.
  package let curve: [Point]

  package init(
    currency: Currency, totals: CampaignTotals, profit: MetricReading, margin: MetricReading, roas: MetricReading,
    costPerRedemption: MetricReading, breakEvenRedemptions: MetricReading, breakEvenSpend: MetricReading,
    paybackDay: CivilDate?, paybackReason: String?, curve: [Point]
  ) {
    self.currency = currency
    self.totals = totals
    self.profit = profit
    self.margin = margin
    self.roas = roas
    self.costPerRedemption = costPerRedemption
    self.breakEvenRedemptions = breakEvenRedemptions
    self.breakEvenSpend = breakEvenSpend
    self.paybackDay = paybackDay
    self.paybackReason = paybackReason
    self.curve = curve
  }
}
