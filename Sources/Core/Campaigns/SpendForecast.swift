/// The next 14 days of a campaign or a portfolio, with how well the method did on the past beside the naive one.
package struct SpendForecast: Equatable, Sendable {
  /// Days ahead.
  package static let horizon = 14
  /// Days of past that are needed.
  package static let leastDays = 28

  package struct Day: Hashable, Sendable {
    package let day: CivilDate
    /// A count, or an amount in currency units.
    package let expected: Double
    /// At 95 %, from the errors of the back-test; not below zero.
    package let interval: Interval?
    /// The same weekday of the last week there was.
    package let naive: Double

    package init(day: CivilDate, expected: Double, interval: Interval?, naive: Double) {
      self.day = day
      self.expected = expected
      self.interval = interval
      self.naive = naive
    }
  }

  /// Every forecast of the past that could have been made, against what came.
  package struct BackTest: Hashable, Sendable {
    /// Days on which a forecast was made, each by what was known then.
    package let origins: Int
    /// Days that were forecast, over all origins.
    package let days: Int
    /// Mean absolute errors, in the unit of the series.
    package let error: Double
    package let naiveError: Double

    package init(origins: Int, days: Int, error: Double, naiveError: Double) {
      self.origins = origins
      self.days = days
      self.error = error
      self.naiveError = naiveError
    }

    /// Whether the naive one did at least as well: then it is the one to trust.
    package var isNaiveBetter: Bool { naiveError <= error }
  }

  package let series: CampaignSeries
  /// Whole past days it is made from, the last of them the one before the first forecast.
  package let past: [Double]
  package let days: [Day]
  package let backTest: BackTest?
  /// Why there is none; nil where there is one.
  package let reason: String?
  /// The method, in words.
  package let method: String

  package init(
    series: CampaignSeries, past: [Double], days: [Day], backTest: BackTest?, reason: String?, method: String
  ) {
    self.series = series
    self.past = past
    self.days = days
    self.backTest = backTest
    self.reason = reason
    self.method = method
  }
}
