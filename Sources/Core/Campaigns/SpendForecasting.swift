extension SpendForecast {
  private static let method = """
    Winters's exponential smoothing (1960) with a level and additive weekdays, its two rates those that would have \
    forecast the past best; the interval is Student's with the back-test's errors, of the first and the second week
    """

  /// Days of past that are used at most.
  private static let window = 182
  /// Days a back-test's first forecast knows at least.
  private static let leastKnown = 14
  /// Forecasts of the back-test at most.
  private static let origins = 28

  /// Forecasts the days from today on.
  /// - Parameters:
  ///   - days: those with anything, in order, of the last 182 days at most.
  ///   - first: the first day there could have been anything; nil is the first of `days`. Days after it without
  ///     anything are zero.
  ///   - today: the day that has not ended yet, the first that is forecast.
  ///   - isOver: nothing comes any more.
  package init(
    _ series: CampaignSeries, days: [CampaignDay], first: CivilDate?, today: CivilDate, isOver: Bool = false
  ) {
    let known = Dictionary(days.map { ($0.day, series.value(of: $0.counts)) }) { $0 + $1 }
    let start = max(first ?? days.first?.day ?? today, today.adding(days: -Self.window))
    let past = (start.dayNumber..<max(start.dayNumber, today.dayNumber)).map { known[CivilDate(dayNumber: $0)] ?? 0 }
    func none(_ reason: String) -> Self {
      Self(series: series, past: past, days: [], backTest: nil, reason: reason, method: Self.method)
    }
    if isOver {
      self = none("it has ended: nothing comes any more")
    } else if past.count < Self.leastDays {
      self = none("a forecast takes \(Self.leastDays) whole days; there are \(past.count)")
    } else {
      self.init(series, past: past, from: today)
    }
  }

  private init(_ series: CampaignSeries, past: [Double], from today: CivilDate) {
    let errors = Self.backTest(past)
    let expected = WeekdaySmoothing(fitting: past).forecast(Self.horizon)
    var reach: [Double] = []
    for week in [0..<7, 7..<14] {
      // Errors do not shrink with distance, whatever a short back-test says.
      reach.append(max(reach.last ?? 0, errors.reach(of: week)))
    }
    let ahead = (0..<Self.horizon).map { step in
      let value = max(0, expected[step])
      let half = reach[step / 7]
      return Day(
        day: today.adding(days: step), expected: value, interval: Interval(max(0, value - half), value + half),
        naive: past[past.count - 7 + step % 7])
    }
    self.init(
      series: series, past: past, days: ahead,
      backTest: BackTest(
        origins: errors.origins, days: errors.all.count, error: errors.mean(\.error),
        naiveError: errors.mean(\.naiveError)), reason: nil, method: Self.method)
  }

  /// Forecasts from each of the last days by what was known then, and what they missed by.
  private static func backTest(_ past: [Double]) -> BackTestErrors {
    var errors = BackTestErrors()
    for origin in max(leastKnown, past.count - origins)..<past.count {
      let known = Array(past[..<origin])
      let model = WeekdaySmoothing(fitting: known).forecast(min(horizon, past.count - origin))
      errors.origins += 1
      for (step, value) in model.enumerated() {
        let actual = past[origin + step]
        errors.all.append(
          (step: step, error: actual - max(0, value), naiveError: actual - known[origin - 7 + step % 7]))
      }
    }
    return errors
  }
}

/// By how much forecasts missed, by days ahead.
private struct BackTestErrors {
  var origins = 0
  var all: [(step: Int, error: Double, naiveError: Double)] = []

  /// Mean absolute error.
  func mean(_ error: KeyPath<(step: Int, error: Double, naiveError: Double), Double>) -> Double {
    all.reduce(0) { $0 + abs($1[keyPath: error]) } / Double(max(1, all.count))
  }

  /// How far an interval at 95 % reaches over some days ahead: Student's t times the root mean square error.
  func reach(of steps: Range<Int>) -> Double {
    let squares = all.filter { steps.contains($0.step) }.map { $0.error * $0.error }
    guard !squares.isEmpty, let t = Student.twoSided(0.95, degreesOfFreedom: Double(max(1, origins - 1))) else {
      return 0
    }
    return t * (squares.reduce(0, +) / Double(squares.count)).squareRoot()
  }
}
