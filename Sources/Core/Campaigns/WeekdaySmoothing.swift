/// Exponential smoothing with a level and an additive term for each weekday, without a trend (P. R. Winters, Management
/// Science 6, 1960; ETS(A,N,A) of R. J. Hyndman and G. Athanasopoulos, "Forecasting: Principles and Practice").
package struct WeekdaySmoothing: Hashable, Sendable {
  /// Rates that are tried of the level and of the weekdays.
  private static let levels = [0.05, 0.1, 0.2, 0.3, 0.5]
  private static let seasons = [0.05, 0.1, 0.2, 0.3]

  private var level: Double
  /// By place in the week, the first day of the past being 0.
  private var season: [Double]
  private var seen: Int

  /// With the rates that forecast each day of the past best from the day before, by squared error. O(n) for each of
  /// twenty pairs.
  /// - Requires: fourteen days at least.
  package init(fitting past: [Double]) {
    var best = (error: Double.infinity, model: Self(start: past))
    for level in Self.levels {
      for season in Self.seasons {
        var model = Self(start: past)
        var error = 0.0
        for value in past[min(past.count, 14)...] { error += model.take(value, level, season) }
        if error < best.error { best = (error, model) }
      }
    }
    self = best.model
  }

  /// The mean of the first two weeks, and of each weekday in them.
  private init(start past: [Double]) {
    let start = past.prefix(14)
    let mean = start.isEmpty ? 0 : start.reduce(0, +) / Double(start.count)
    level = mean
    season = (0..<7).map { place in
      let values = stride(from: place, to: start.count, by: 7).map { start[$0] }
      return values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) - mean
    }
    seen = start.count
  }

  /// Learns a day; the square of what was expected amiss.
  private mutating func take(_ value: Double, _ alpha: Double, _ gamma: Double) -> Double {
    let place = seen % 7
    let error = value - level - season[place]
    level += alpha * error
    season[place] += gamma * (1 - alpha) * error
    seen += 1
    return error * error
  }

  /// So many days ahead.
  package func forecast(_ days: Int) -> [Double] {
    (0..<days).map { level + season[(seen + $0) % 7] }
  }
}
