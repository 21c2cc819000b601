/// A day on which a campaign was far from what its own past predicts.
package struct CampaignAnomaly: Hashable, Sendable {
  package let day: CivilDate
  package let series: CampaignSeries
  /// A count, or an amount in currency units.
  package let value: Double
  /// The median of the same weekday in the weeks before.
  package let expected: Double
  /// Where the value was to be expected; below zero is no bound.
  package let range: Interval
  /// How far out it is: the modified z of Iglewicz and Hoaglin.
  package let score: Double
  /// Days of the past it was held against.
  package let history: Int

  package init(
    day: CivilDate, series: CampaignSeries, value: Double, expected: Double, range: Interval, score: Double,
    history: Int
  ) {
    self.day = day
    self.series = series
    self.value = value
    self.expected = expected
    self.range = range
    self.score = score
    self.history = history
  }

  package var isHigh: Bool { value > expected }
}

/// All that was looked at for anomalies.
package struct CampaignAnomalies: Equatable, Sendable {
  /// The latest first.
  package let days: [CampaignAnomaly]
  /// How many days had enough of a past to be judged.
  package let judged: Int
  /// Why none was judged; nil where some were.
  package let reason: String?
  /// The method, in words.
  package let method: String

  package init(days: [CampaignAnomaly], judged: Int, reason: String?, method: String) {
    self.days = days
    self.judged = judged
    self.reason = reason
    self.method = method
  }
}
