/// One arm's goal metric, reduced to what every test needs: how many people, the mean and how sure it is.
package struct MetricSample: Hashable, Sendable {
  package let n: Int64
  /// Of them, those who converted; nil of money.
  package let conversions: Conversions?
  /// What they paid; nil of a rate, and without people.
  package let money: ArmMean?
  /// The rate, or the mean in minor units; nil without people.
  package let mean: Double?
  /// The square of the mean's standard error; nil where it is unknown or nothing varies.
  package let variance: Double?
  /// Whether there are enough people of each kind for a verdict: at least five that converted and five that did not. Of
  /// money: payments worth five equal ones (L. Kish, "Survey Sampling", 1965: the effective number (sum)^2 / sum of
  /// squares, never above the number of people who paid).
  package let isEnough: Bool

  /// Of nobody.
  package static let none = MetricSample(Conversions(0, of: 0))

  /// A share of people.
  package init(_ conversions: Conversions) {
    self.conversions = conversions
    money = nil
    n = conversions.n
    mean = conversions.rate
    let (count, others) = (Double(conversions.count), Double(conversions.others))
    variance = count > 0 && others > 0 ? count / Double(n) * (others / Double(n)) / Double(n) : nil
    isEnough = conversions.count >= 5 && conversions.others >= 5
  }

  /// The mean of what `n` people paid, from the sum and the sum of squares.
  package init(sum: Double, squares: Double, of n: Int64) {
    let money = ArmMean(n: n, sum: sum, squares: squares)
    let error = n > 1 ? money?.standardError : nil
    self.n = n
    self.money = money
    mean = money?.mean
    variance = error.flatMap { $0 > 0 ? $0 * $0 : nil }
    isEnough = sum > 0 && sum * sum >= 5 * squares
    conversions = nil
  }

  package init(_ counts: ArmCounts, metric: ExperimentMetric) {
    switch metric {
    case .acceptance: self.init(Conversions(counts.acceptances, of: counts.exposures))
    case .redemption: self.init(Conversions(counts.redemptions, of: counts.exposures))
    case .dismissal: self.init(Conversions(counts.dismissals, of: counts.exposures))
    case .revenue:
      self.init(sum: Double(counts.revenueCents), squares: counts.revenueSquares, of: counts.exposures)
    }
  }
}
