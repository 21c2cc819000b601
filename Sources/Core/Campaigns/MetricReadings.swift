extension CampaignTotals {
  /// One figure with its interval at `confidence`. The same totals give the same figure and interval wherever they are
  /// shown.
  package func reading(_ metric: CampaignMetric, confidence: Double = 0.95) -> MetricReading {
    switch metric {
    case .viewRate: rate(metric, counts.views, of: counts.impressions, "views", "impressions", confidence)
    case .acceptanceRate: rate(metric, counts.acceptances, of: counts.views, "acceptances", "views", confidence)
    case .redemptionRate:
      rate(metric, counts.redemptions, of: counts.acceptances, "redemptions", "acceptances", confidence)
    case .redemptionsPerImpression:
      rate(metric, counts.redemptions, of: counts.impressions, "redemptions", "impressions", confidence)
    case .conversionRate: rate(metric, counts.redemptions, of: counts.views, "redemptions", "views", confidence)
    case .revenuePerImpression:
      ratio(metric, .revenue(counts), over: .count("impressions", counts.impressions), confidence)
    case .costPerRedemption:
      ratio(metric, .spend(counts), over: .count("redemptions", counts.redemptions), confidence)
    case .roas: ratio(metric, .revenue(counts), over: .spend(counts), confidence)
    case .margin: margin(confidence)
    case .breakEvenRedemptions: breakEvenRedemptions(confidence)
    case .profit: sum(metric, .profit(counts), units: profitUnits, confidence)
    case .revenue, .breakEvenSpend: sum(metric, .revenue(counts), units: revenueUnits, confidence)
    }
  }

  /// A share of one count in another.
  private func rate(
    _ metric: CampaignMetric, _ count: Int64, of base: Int64, _ name: String, _ baseName: String,
    _ confidence: Double
  ) -> MetricReading {
    let bounds = Wilson.interval(successes: count, trials: base, confidence: confidence)
    return MetricReading(
      metric: metric, value: base > 0 ? Double(count) / Double(base) : nil,
      reason: base > 0 ? nil : "there were no \(baseName)", numerator: .count(name, count),
      denominator: .count(baseName, base), interval: bounds.map { Interval($0.low, $0.high) }, confidence: confidence,
      method: "Wilson's score interval",
      intervalReason: bounds != nil
        ? nil
        : base <= 0
          ? "there were no \(baseName)" : "there are more \(name) than \(baseName): they were not all counted here",
      cents: nil)
  }

  /// A ratio of two totals, by Fieller over days.
  private func ratio(
    _ metric: CampaignMetric, _ numerator: MetricReading.Part, over denominator: MetricReading.Part,
    _ confidence: Double
  ) -> MetricReading {
    let isDefined = denominator.amount > 0
    let bounds = fieller(metric, denominator, confidence)
    let noBase =
      denominator.isMoney ? "nothing was \(Self.verb(denominator.name))" : "there were no \(denominator.name)"
    return MetricReading(
      metric: metric, value: isDefined ? numerator.number / denominator.number : nil,
      reason: isDefined ? nil : noBase, numerator: numerator, denominator: denominator, interval: bounds.interval,
      confidence: confidence, method: Self.fiellerMethod, intervalReason: isDefined ? bounds.reason : noBase,
      cents: metric == .costPerRedemption && isDefined
        ? CampaignCounts.cents(ofMicros: numerator.amount, dividedBy: denominator.amount) : nil)
  }

  /// What is left of each unit earned: one less spend over revenue, whose interval is Fieller's.
  private func margin(_ confidence: Double) -> MetricReading {
    let isDefined = counts.revenueCents > 0
    let noBase = counts.revenueCents == 0 ? "nothing was earned" : "more was given back than earned"
    let bounds = spendOverRevenue(confidence)
    return MetricReading(
      metric: .margin, value: isDefined ? Double(counts.profitMicros) / Double(counts.revenueMicros) : nil,
      reason: isDefined ? nil : noBase, numerator: .profit(counts), denominator: .revenue(counts),
      interval: isDefined ? bounds.interval.map { Interval(1 - $0.high, 1 - $0.low) } : nil, confidence: confidence,
      method: Self.fiellerMethod + ", of spend over revenue, taken from 1",
      intervalReason: isDefined ? bounds.reason : noBase, cents: nil)
  }

  /// Redemptions that pay for the spend, at the revenue that each of these brought.
  private func breakEvenRedemptions(_ confidence: Double) -> MetricReading {
    let isDefined = counts.revenueCents > 0 && counts.redemptions > 0
    let noBase =
      counts.redemptions <= 0
      ? "there were no redemptions"
      : counts.revenueCents == 0 ? "nothing was earned" : "more was given back than earned"
    let bounds = spendOverRevenue(confidence)
    let redemptions = Double(counts.redemptions)
    return MetricReading(
      metric: .breakEvenRedemptions,
      value: isDefined ? wholeBreakEven : nil,
      reason: isDefined ? nil : noBase, numerator: .spend(counts), denominator: .revenue(counts),
      interval: isDefined
        ? bounds.interval.map { Interval(($0.low * redemptions).rounded(.up), ($0.high * redemptions).rounded(.up)) }
        : nil,
      confidence: confidence, method: Self.fiellerMethod + ", of spend over revenue, times redemptions, rounded up",
      intervalReason: isDefined ? bounds.reason : noBase, cents: nil)
  }

  /// Spend / (revenue / redemptions), rounded up in whole numbers as far as they reach.
  private var wholeBreakEven: Double {
    let (product, revenue) = (Int128(counts.spendMicros) * Int128(counts.redemptions), Int128(counts.revenueMicros))
    return Double((product + revenue - 1) / revenue)
  }

  /// A total of money over days, by Student's interval of the mean of a day times the days.
  private func sum(
    _ metric: CampaignMetric, _ part: MetricReading.Part, units: SampleMoments, _ confidence: Double
  ) -> MetricReading {
    let days = ArmMean(n: units.n, sum: units.sumX, squares: units.sumXX)
    let bounds = days?.interval(confidence: confidence).map {
      Interval(
        $0.low * Double(units.n) / CampaignCounts.microsPerUnit,
        $0.high * Double(units.n) / CampaignCounts.microsPerUnit)
    }
    return MetricReading(
      metric: metric, value: part.number, reason: nil, numerator: part, denominator: nil, interval: bounds,
      confidence: confidence,
      method: "Student's interval of the mean of a day, times the days",
      intervalReason: bounds == nil ? Self.tooFew : nil, cents: CampaignCounts.cents(ofMicros: part.amount))
  }

  private typealias Bounds = (interval: Interval?, reason: String?)

  private static let tooFew = "it takes two days with anything to see how much a day varies"
  private static let fiellerMethod = "Fieller's interval over days"

  private static func verb(_ money: String) -> String { money == "spend" ? "spent" : "earned" }

  private func fieller(
    _ metric: CampaignMetric, _ denominator: MetricReading.Part, _ confidence: Double
  ) -> Bounds {
    let units: SampleMoments
    switch metric {
    case .roas: units = returnUnits
    case .costPerRedemption: units = costUnits
    default: units = impressionUnits
    }
    // What cannot be below zero on any day is not below zero in the long run either.
    let bounds = Self.bounds(
      Fieller.interval(of: units, confidence: confidence), of: denominator.name,
      isPositive: metric == .costPerRedemption || counts.refundedCents == 0)
    // Money over money is a plain number, money over a count an amount.
    let unit = denominator.isMoney ? 1 : CampaignCounts.microsPerUnit
    return (bounds.interval.map { Interval($0.low / unit, $0.high / unit) }, bounds.reason)
  }

  private func spendOverRevenue(_ confidence: Double) -> Bounds {
    Self.bounds(Fieller.interval(of: returnUnits.swapped, confidence: confidence), of: "revenue", isPositive: true)
  }

  private static func bounds(_ answer: Fieller.Answer, of denominator: String, isPositive: Bool) -> Bounds {
    switch answer {
    case .interval(let interval): (isPositive ? Interval(max(0, interval.low), interval.high) : interval, nil)
    case .tooFew: (nil, tooFew)
    case .unbounded: (nil, "\(denominator) varies too much from day to day to bound the ratio")
    }
  }
}

extension CampaignTotals {
  /// Days with spend as x and revenue as y, both in micros.
  package var returnUnits: SampleMoments {
    let cent = Double(CampaignCounts.microsPerCent)
    return SampleMoments(
      n: moments.days, sumX: Double(counts.spendMicros), sumY: Double(counts.revenueCents) * cent,
      sumXX: moments.spendSquares, sumYY: moments.revenueSquares * cent * cent, sumXY: moments.revenueSpend * cent)
  }

  /// Days with redemptions as x and spend in micros as y.
  package var costUnits: SampleMoments {
    SampleMoments(
      n: moments.days, sumX: Double(counts.redemptions), sumY: Double(counts.spendMicros),
      sumXX: moments.redemptionsSquares, sumYY: moments.spendSquares, sumXY: moments.spendRedemptions)
  }

  /// Days with impressions as x and revenue in micros as y.
  package var impressionUnits: SampleMoments {
    let cent = Double(CampaignCounts.microsPerCent)
    return SampleMoments(
      n: moments.days, sumX: Double(counts.impressions), sumY: Double(counts.revenueCents) * cent,
      sumXX: moments.impressionsSquares, sumYY: moments.revenueSquares * cent * cent,
      sumXY: moments.revenueImpressions * cent)
  }

  private var revenueUnits: SampleMoments {
    let units = returnUnits
    return SampleMoments(n: units.n, sumX: units.sumY, sumY: 0, sumXX: units.sumYY, sumYY: 0, sumXY: 0)
  }

  private var profitUnits: SampleMoments {
    let units = returnUnits
    return SampleMoments(
      n: units.n, sumX: Double(counts.profitMicros), sumY: 0, sumXX: units.sumXX + units.sumYY - 2 * units.sumXY,
      sumYY: 0, sumXY: 0)
  }
}

extension MetricReading.Part {
  fileprivate static func count(_ name: String, _ count: Int64) -> Self {
    Self(name: name, amount: count, isMoney: false)
  }

  fileprivate static func revenue(_ counts: CampaignCounts) -> Self {
    Self(name: "revenue", amount: counts.revenueMicros, isMoney: true)
  }

  fileprivate static func spend(_ counts: CampaignCounts) -> Self {
    Self(name: "spend", amount: counts.spendMicros, isMoney: true)
  }

  fileprivate static func profit(_ counts: CampaignCounts) -> Self {
    Self(name: "profit", amount: counts.profitMicros, isMoney: true)
  }
}
