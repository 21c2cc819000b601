import Glibc

/// A variant's goal metric beside the control's, a rate or a mean of money, as far as the decision needs it. A difference
/// is variant minus control.
package struct MetricComparison: Hashable, Sendable {
  package let control: MetricSample
  package let variant: MetricSample

  package init(control: MetricSample, variant: MetricSample) {
    self.control = control
    self.variant = variant
  }

  /// People in both arms.
  package var total: Int64 { control.n + variant.n }

  /// Both as counts; nil of money.
  package var rates: RateComparison? {
    guard let one = control.conversions, let other = variant.conversions else { return nil }
    return RateComparison(control: one, variant: other)
  }

  /// Both as means of money; nil of a rate, and while an arm is empty.
  package var means: MeanComparison? {
    guard let one = control.money, let other = variant.money else { return nil }
    return MeanComparison(control: one, variant: other)
  }

  /// Nil while an arm is empty.
  package var difference: Double? {
    if let rates { return rates.difference }
    guard let one = control.mean, let other = variant.mean else { return nil }
    return other - one
  }

  /// Relative to the control; nil while an arm is empty or the control has nothing.
  package var lift: Double? {
    if let rates { return rates.lift }
    guard let one = control.mean, let difference, one > 0 else { return nil }
    return difference / one
  }

  /// Of the difference; nil where an arm does not vary.
  package var variance: Double? {
    guard let one = control.variance, let other = variant.variance else { return nil }
    return one + other
  }

  /// Of the logarithm of variant over control, by the delta method; of rates D. Katz's (1978). Nil where an arm does not
  /// vary or has a mean that is not above zero.
  package var logVariance: Double? {
    guard let one = control.relativeVariance, let other = variant.relativeVariance else { return nil }
    return one + other
  }

  /// Whether a verdict may be made of it.
  package var isEnough: Bool { control.isEnough && variant.isEnough }

  // MARK: At every look

  /// The always-valid p of this look; nil where an arm does not vary.
  package func p(_ test: AlwaysValid) -> PValue? {
    guard let difference, let variance else { return nil }
    return PValue(ln: test.logP(difference: difference, variance: variance, total: total))
  }

  /// The always-valid interval of the difference, at the test's own level unless another is given.
  package func interval(_ test: AlwaysValid, level: Double? = nil) -> Interval? {
    guard let difference, let variance else { return nil }
    return test.interval(difference: difference, variance: variance, total: total, level: level)
  }

  /// The same bound on the logarithm of the ratio, as a lift.
  package func liftInterval(_ test: AlwaysValid, level: Double? = nil) -> Interval? {
    guard let lift, let logVariance else { return nil }
    let logs = test.interval(difference: log1p(lift), variance: logVariance, total: total, level: level)
    return Interval(expm1(logs.low), expm1(logs.high))
  }
}

// MARK: - Once

extension MetricComparison {
  /// The fixed test's p: chi-squared's, Fisher's where the counts are small, of money Welch's. It means what it says once,
  /// at the planned sample. Nil where there is nothing to compare.
  package var fixedP: PValue? {
    guard let rates else { return means?.p }
    return rates.isSmall ? FisherTest(control: rates.control, variant: rates.variant)?.p : rates.chiSquared?.p
  }

  /// The fixed interval of the difference: R. G. Newcombe's (1998), of money Welch's.
  package func fixedInterval(confidence: Double) -> Interval? {
    guard let rates else { return means?.interval(confidence: confidence) }
    return rates.newcombe(confidence: confidence)
  }

  /// The fixed interval of the lift, by the logarithm of the ratio; of rates D. Katz's (1978).
  package func fixedLiftInterval(confidence: Double) -> Interval? {
    if let rates { return rates.liftInterval(confidence: confidence) }
    guard let lift, let logVariance else { return nil }
    let logs = Interval(log1p(lift), halfWidth: Normal.twoSided(confidence) * logVariance.squareRoot())
    return Interval(expm1(logs.low), expm1(logs.high))
  }
}

extension MetricSample {
  /// The square of the standard error over the square of the mean.
  fileprivate var relativeVariance: Double? {
    if let conversions, variance != nil {
      return Double(conversions.others) / Double(conversions.count) / Double(conversions.n)
    }
    guard let mean, let variance, mean > 0 else { return nil }
    return variance / mean / mean
  }
}
