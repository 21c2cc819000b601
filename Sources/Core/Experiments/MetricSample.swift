/// One arm's goal metric, reduced to what every test needs: how many people, the mean and how sure it is.
package struct MetricSample: Hashable, Sendable {
  package let n: Int64
  /// How many of them converted; nil of money.
  package let conversions: Int64?
  /// The rate, or the mean in minor units; nil without people.
  package let mean: Double?
  /// The square of the mean's standard error; nil where it is unknown or nothing varies.
  package let variance: Double?
  /// Whether there are enough people of each kind for a verdict: at least five that converted and five that did not. Of
  /// money: payments worth five equal ones (L. Kish, "Survey Sampling", 1965: the effective number (sum)^2 / sum of
  /// squares, never above the number of people who paid).
  package let isEnough: Bool

  /// The share of `n` that converted.
  package init(conversions: Int64, of n: Int64) {
    self.n = n
    self.conversions = conversions
    let rate = Double(conversions) / Double(n)
    mean = n > 0 ? rate : nil
    variance = conversions > 0 && conversions < n ? rate * (Double(n - conversions) / Double(n)) / Double(n) : nil
    isEnough = conversions >= 5 && n - conversions >= 5
  }

  /// The mean of what `n` people paid, from the sum and the sum of squares.
  package init(sum: Double, squares: Double, of n: Int64) {
    let count = Double(n)
    self.n = n
    conversions = nil
    mean = n > 0 ? sum / count : nil
    let spread = n > 1 ? (squares - sum * sum / count) / (count - 1) / count : 0
    variance = spread > 0 ? spread : nil
    isEnough = sum > 0 && sum * sum >= 5 * squares
  }

  package init(_ counts: ArmCounts, metric: ExperimentMetric) {
    switch metric {
    case .acceptance: self.init(conversions: counts.acceptances, of: counts.exposures)
    case .redemption: self.init(conversions: counts.redemptions, of: counts.exposures)
    case .dismissal: self.init(conversions: counts.dismissals, of: counts.exposures)
    case .revenue:
      self.init(sum: Double(counts.revenueCents), squares: counts.revenueSquares, of: counts.exposures)
    }
  }
}
