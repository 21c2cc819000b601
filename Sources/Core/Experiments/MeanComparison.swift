import Glibc

/// The mean of something of each person in an arm.
package struct ArmMean: Hashable, Sendable {
  package let n: Int64
  package let mean: Double
  /// Standard deviation, divided by n - 1.
  package let deviation: Double

  package init(n: Int64, mean: Double, deviation: Double) {
    self.n = n
    self.mean = mean
    self.deviation = deviation
  }

  /// From sums over people; nil without people. Of one person the deviation counts as 0, and no test uses it.
  package init?(n: Int64, sum: Double, squares: Double) {
    guard n > 0 else { return nil }
    let moments = SampleMoments(n: n, sumX: sum, sumY: 0, sumXX: squares, sumYY: 0, sumXY: 0)
    let deviation = n > 1 ? (max(0, moments.squaresX) / Double(n - 1)).squareRoot() : 0
    self.init(n: n, mean: sum / Double(n), deviation: deviation)
  }

  /// Of the mean; nil without people.
  package var standardError: Double? { n > 0 ? deviation / Double(n).squareRoot() : nil }

  /// Student's interval of the mean; nil with fewer than two people.
  package func interval(confidence: Double) -> Interval? {
    guard n > 1, let standardError, let t = Student.twoSided(confidence, degreesOfFreedom: Double(n - 1)) else {
      return nil
    }
    return Interval(mean, halfWidth: t * standardError)
  }
}

/// Two means that need not vary alike (B. L. Welch, Biometrika 34, 1947, with F. E. Satterthwaite's degrees of freedom).
/// A difference is variant minus control.
package struct MeanComparison: Hashable, Sendable {
  package let control: ArmMean
  package let variant: ArmMean

  package init(control: ArmMean, variant: ArmMean) {
    self.control = control
    self.variant = variant
  }

  /// Nil while an arm is empty.
  package var difference: Double? { control.n > 0 && variant.n > 0 ? variant.mean - control.mean : nil }

  /// Of the difference; nil while an arm has fewer than two people.
  package var standardError: Double? {
    guard control.n > 1, variant.n > 1, let one = control.standardError, let two = variant.standardError else {
      return nil
    }
    return hypot(one, two)
  }

  /// Nil where nothing varies in either arm.
  package var degreesOfFreedom: Double? {
    guard let one = control.standardError, let two = variant.standardError, let standardError, standardError > 0
    else { return nil }
    let (first, second) = (one / standardError * (one / standardError), two / standardError * (two / standardError))
    return 1 / (first * first / Double(control.n - 1) + second * second / Double(variant.n - 1))
  }

  /// Nil where nothing varies in either arm.
  package var t: Double? {
    guard let difference, let standardError, standardError > 0 else { return nil }
    return difference / standardError
  }

  /// Two-sided.
  package var p: PValue? {
    guard let t, t.isFinite, let degreesOfFreedom else { return nil }
    return PValue(t: t, degreesOfFreedom: degreesOfFreedom)
  }

  /// Of the difference.
  package func interval(confidence: Double) -> Interval? {
    guard let difference, let standardError, let degreesOfFreedom,
      let t = Student.twoSided(confidence, degreesOfFreedom: degreesOfFreedom)
    else { return nil }
    return Interval(difference, halfWidth: t * standardError)
  }
}
