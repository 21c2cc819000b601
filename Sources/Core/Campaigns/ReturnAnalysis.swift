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

extension ReturnAnalysis {
  /// Of some days of a campaign. For the date it paid back these are all the days there have been.
  /// - Parameters:
  ///   - totals: of the same days.
  ///   - days: those with anything, in order.
  package init(totals: CampaignTotals, days: [CampaignDay], currency: Currency, confidence: Double = 0.95) {
    func reading(_ metric: CampaignMetric) -> MetricReading { totals.reading(metric, confidence: confidence) }
    let curve = Self.curve(of: days)
    let payback = Self.payback(on: curve)
    self.init(
      currency: currency, totals: totals, profit: reading(.profit), margin: reading(.margin), roas: reading(.roas),
      costPerRedemption: reading(.costPerRedemption), breakEvenRedemptions: reading(.breakEvenRedemptions),
      breakEvenSpend: reading(.breakEvenSpend), paybackDay: payback.day, paybackReason: payback.reason, curve: curve)
  }

  private static func curve(of days: [CampaignDay]) -> [Point] {
    guard let first = days.first, let last = days.last else { return [] }
    var points: [Point] = []
    points.reserveCapacity(last.day.dayNumber - first.day.dayNumber + 1)
    var sum = CampaignCounts.zero
    for day in days {
      // Days without anything repeat what was before.
      while let before = points.last?.day, before.adding(days: 1) < day.day {
        points.append(
          Point(day: before.adding(days: 1), spendMicros: sum.spendMicros, revenueCents: sum.revenueCents))
      }
      sum += day.counts
      points.append(Point(day: day.day, spendMicros: sum.spendMicros, revenueCents: sum.revenueCents))
    }
    return points
  }

  private static func payback(on curve: [Point]) -> (day: CivilDate?, reason: String?) {
    guard let last = curve.last else { return (nil, "nothing was counted yet") }
    guard last.spendMicros > 0, let spent = curve.firstIndex(where: { $0.spendMicros > 0 }) else {
      return (nil, "nothing was spent, so there is nothing to pay back")
    }
    guard last.profitMicros >= 0 else { return (nil, "revenue has not reached spend") }
    let after = curve.lastIndex { $0.profitMicros < 0 }.map { $0 + 1 } ?? 0
    return (curve[max(spent, after)].day, nil)
  }
}
