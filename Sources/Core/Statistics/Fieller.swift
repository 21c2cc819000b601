/// The interval of a ratio of two means that vary together (E. C. Fieller, "Some problems in interval estimation", JRSS B
/// 16, 1954): all ratios that Student's test of mean y - ratio x does not reject.
package enum Fieller {
  /// What there is to say of a ratio.
  package enum Answer: Hashable, Sendable {
    case interval(Interval)
    /// Fewer than two units.
    case tooFew
    /// The denominator is not far enough from zero (g >= 1): the ratios that fit have no end.
    case unbounded
  }

  /// Of sum y over sum x.
  /// - Parameter units: x is what is divided by. Variances are of means of n units, with n - 1 degrees of freedom.
  package static func interval(of units: SampleMoments, confidence: Double = 0.95) -> Answer {
    guard units.n > 1, let t = Student.twoSided(confidence, degreesOfFreedom: Double(units.n - 1)) else {
      return .tooFew
    }
    // Per square of the mean of x, so that units of any size stay within what a number holds.
    guard units.sumX != 0 else { return .unbounded }
    let n = Double(units.n)
    let (x, ratio) = (units.sumX / n, units.sumY / units.sumX)
    let scale = t * t / (n * (n - 1)) / x / x
    let (gx, gy, gxy) = (scale * units.squaresX, scale * units.squaresY, scale * units.productsXY)
    guard gx < 1 else { return .unbounded }
    // (1 - gx) r^2 - 2 (ratio - gxy) r + ratio^2 - gy = 0
    let middle = ratio - gxy
    let spread = max(0, middle * middle - (1 - gx) * (ratio * ratio - gy)).squareRoot()
    return .interval(Interval((middle - spread) / (1 - gx), (middle + spread) / (1 - gx)))
  }
}
