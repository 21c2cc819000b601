extension CampaignComparison {
  /// The figures that are compared, in order.
  private static let metrics: [CampaignMetric] = [
    .viewRate, .acceptanceRate, .redemptionRate, .conversionRate, .redemptionsPerImpression, .roas,
    .revenuePerImpression, .costPerRedemption,
  ]

  /// Compares two to four campaigns, each by its own days.
  ///
  /// A difference of rates has R. G. Newcombe's interval (1998), and the p of chi-squared, of Fisher's exact test where
  /// counts are small. A difference of ratios of money has the interval that both Fieller intervals give by the method of
  /// variance estimates recovery (A. Donner and G. Y. Zou, Statistical Methods in Medical Research 21, 2012), and the p
  /// of Welch's t with each ratio's error by the delta method.
  package init(_ members: [Member]) {
    let places = members.indices.flatMap { first in members.indices.dropFirst(first + 1).map { (first, $0) } }
    let confidence = 1 - 0.05 / Double(max(1, places.count))
    let lines = Self.metrics.map { metric in
      let pairs = places.map { first, second in
        Pair(first: first, second: second, metric: metric, members: members, confidence: confidence)
      }
      return Line(
        metric: metric, readings: members.map { $0.totals.reading(metric) }, pairs: Self.adjusted(pairs),
        method: metric.isRate
          ? "Newcombe's interval; p of chi-squared, of Fisher's exact test where counts are small"
          : "Fieller's intervals over days combined (MOVER); p of Welch's t with errors by the delta method")
    }
    self.init(
      members: members, lines: lines, pairConfidence: confidence,
      adjustment: places.count < 2
        ? "one pair, so nothing is adjusted"
        : "of each metric \(places.count) pairs: intervals by Bonferroni, p by Holm; they hold together at 95 %")
  }

  private static func adjusted(_ pairs: [Pair]) -> [Pair] {
    var adjusted = Multiplicity.holm(pairs.compactMap(\.p)).makeIterator()
    return pairs.map { pair in
      Pair(
        first: pair.first, second: pair.second, difference: pair.difference, interval: pair.interval, p: pair.p,
        pAdjusted: pair.p == nil ? nil : adjusted.next(), reason: pair.reason)
    }
  }
}

extension CampaignComparison.Pair {
  fileprivate init(
    first: Int, second: Int, metric: CampaignMetric, members: [CampaignComparison.Member], confidence: Double
  ) {
    let (one, other) = (members[first], members[second])
    let readings = (
      one.totals.reading(metric, confidence: confidence), other.totals.reading(metric, confidence: confidence)
    )
    func missing(_ reason: String, difference: Double? = nil) -> Self {
      Self(
        first: first, second: second, difference: difference, interval: nil, p: nil, pAdjusted: nil, reason: reason)
    }
    guard metric.unit != .money || one.currency == other.currency else {
      self = missing("amounts in \(one.currency) and \(other.currency) are not compared")
      return
    }
    guard let low = readings.0.value, let high = readings.1.value else {
      let (member, reading) = readings.0.value == nil ? (one, readings.0) : (other, readings.1)
      self = missing("\(member.name): \(reading.reason ?? "n/a")")
      return
    }
    let difference = high - low
    guard readings.0.interval != nil, readings.1.interval != nil else {
      let (member, reading) = readings.0.interval == nil ? (one, readings.0) : (other, readings.1)
      self = missing("\(member.name): \(reading.intervalReason ?? "n/a")", difference: difference)
      return
    }
    let bounds = metric.isRate ? Self.rates(readings, confidence) : Self.ratios(readings, one, other, metric)
    self.init(
      first: first, second: second, difference: difference, interval: bounds.interval, p: bounds.p, pAdjusted: nil,
      reason: nil)
  }

  private typealias Bounds = (interval: Interval?, p: PValue?)

  private static func rates(_ readings: (MetricReading, MetricReading), _ confidence: Double) -> Bounds {
    func counts(_ reading: MetricReading) -> Conversions {
      Conversions(reading.numerator.amount, of: reading.denominator?.amount ?? 0)
    }
    let (one, other) = (counts(readings.0), counts(readings.1))
    return (
      RateComparison(control: one, variant: other).newcombe(confidence: confidence),
      MetricComparison(control: MetricSample(one), variant: MetricSample(other)).fixedP
    )
  }

  private static func ratios(
    _ readings: (MetricReading, MetricReading), _ one: CampaignComparison.Member, _ other: CampaignComparison.Member,
    _ metric: CampaignMetric
  ) -> Bounds {
    let interval = recovered(readings.0, readings.1)
    func units(_ member: CampaignComparison.Member) -> SampleMoments {
      switch metric {
      case .roas: member.totals.returnUnits
      case .costPerRedemption: member.totals.costUnits
      default: member.totals.impressionUnits
      }
    }
    let (first, second) = (units(one), units(other))
    guard let z = RatioComparison(control: first, variant: second).z, z.isFinite,
      let v1 = first.varianceOfRatio, let v2 = second.varianceOfRatio
    else { return (interval, nil) }
    let (s1, s2) = (v1 / (v1 + v2), v2 / (v1 + v2))
    let freedom = 1 / (s1 * s1 / Double(first.n - 1) + s2 * s2 / Double(second.n - 1))
    return (interval, PValue(t: z, degreesOfFreedom: freedom))
  }

  /// From each figure's distance to its own bounds.
  private static func recovered(_ one: MetricReading, _ other: MetricReading) -> Interval? {
    guard let low = one.value, let high = other.value, let first = one.interval, let second = other.interval else {
      return nil
    }
    func reach(_ one: Double, _ other: Double) -> Double { (one * one + other * other).squareRoot() }
    let difference = high - low
    return Interval(
      difference - reach(high - second.low, first.high - low),
      difference + reach(second.high - high, low - first.low))
  }
}
