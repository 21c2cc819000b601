extension CampaignAnomalies {
  /// Weeks of past a day is held against, and those it takes at least.
  private static let weeks = 8
  private static let leastWeeks = 4
  /// The modified z from which a day is told (B. Iglewicz and D. C. Hoaglin, "How to Detect and Handle Outliers", 1993).
  private static let limit = 3.5
  /// Standard deviations in one median absolute deviation of a normal distribution.
  private static let deviationsPerMAD = 1.482602218505602

  private static let series: [CampaignSeries] = [.impressions, .acceptances, .redemptions, .spend, .revenue]

  package static let method = """
    Iglewicz and Hoaglin's modified z over 3.5: a day against the median of its weekday in the 8 weeks before, the spread \
    from the median absolute deviation of those weeks' days, never less than chance alone would vary counts (Poisson)
    """

  /// Looks at the whole days of a range, each by what was known before it.
  /// - Parameters:
  ///   - days: those with anything, of the range and of the 56 days before it.
  ///   - first: the campaign's first day; days before it are no past. Days after it without anything are zero.
  ///   - today: the day that has not ended yet, and is not judged.
  package init(days: [CampaignDay], over span: DateSpan, first: CivilDate?, today: CivilDate) {
    guard let first = first ?? days.first?.day else {
      self.init(days: [], judged: 0, reason: "nothing was counted yet", method: Self.method)
      return
    }
    let known = Dictionary(days.map { ($0.day, $0.counts) }) { $0 + $1 }
    var found: [CampaignAnomaly] = []
    var judged = 0
    for day in span.days where day < today {
      let past = (1...7 * Self.weeks).map { day.adding(days: -$0) }.filter { $0 >= first }
      guard past.count >= 7 * Self.leastWeeks else { continue }
      judged += 1
      let counts = past.map { known[$0] ?? .zero }
      for series in Self.series {
        let value = series.value(of: known[day] ?? .zero)
        found += [Self.anomaly(on: day, series, value, past: past, counts)].compactMap(\.self)
      }
    }
    found.sort { ($1.day, $1.score.magnitude) < ($0.day, $0.score.magnitude) }
    self.init(
      days: found, judged: judged,
      reason: judged > 0 ? nil : "a day is judged by four weeks before it at least, and there are not so many",
      method: Self.method)
  }

  private static func anomaly(
    on day: CivilDate, _ series: CampaignSeries, _ value: Double, past: [CivilDate], _ counts: [CampaignCounts]
  ) -> CampaignAnomaly? {
    let values = counts.map(series.value)
    var byWeekday = [[Double]](repeating: [], count: 7)
    for (day, value) in zip(past, values) { byWeekday[day.weekday.index].append(value) }
    let medians = byWeekday.map { Median.of($0) ?? 0 }
    let expected = medians[day.weekday.index]
    let distances = zip(past, values).map { abs($1 - medians[$0.weekday.index]) }
    let spread = deviationsPerMAD * (Median.of(distances) ?? 0)
    // A count of n varies by its root; money by the root of the events it comes from.
    let unit = unit(of: series, counts)
    let chance = (max(expected, unit) * unit).squareRoot()
    // The median of n days is itself uncertain: its variance is pi / 2n times theirs (P. S. Laplace).
    let n = Double(byWeekday[day.weekday.index].count)
    let scale = max(spread, chance) * (1 + Double.pi / 2 / n).squareRoot()
    guard scale > 0 else { return nil }
    let score = (value - expected) / scale
    guard abs(score) > limit else { return nil }
    return CampaignAnomaly(
      day: day, series: series, value: value, expected: expected,
      range: Interval(max(0, expected - limit * scale), expected + limit * scale), score: score, history: past.count)
  }

  /// What one event is worth in a series: 1 of counts; of money the mean of what a redemption brought, or an acceptance
  /// or else an impression cost.
  private static func unit(of series: CampaignSeries, _ counts: [CampaignCounts]) -> Double {
    guard series.isMoney else { return 1 }
    let sum = counts.reduce(.zero, +)
    let events =
      series == .revenue
      ? sum.redemptions
      : sum.redemptions > 0 ? sum.redemptions : sum.acceptances > 0 ? sum.acceptances : sum.impressions
    return events > 0 ? max(0, series.value(of: sum)) / Double(events) : 0
  }
}
