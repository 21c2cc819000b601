import Glibc

/// A variant's rate beside the control's, everything in closed form from four counts. A difference is variant minus
/// control.
package struct RateComparison: Hashable, Sendable {
  package let control: Conversions
  package let variant: Conversions

  package init(control: Conversions, variant: Conversions) {
    self.control = control
    self.variant = variant
  }

  /// x2 n1 - x1 n2, formed exactly.
  private var cross: Double { Self.cross(control.count, control.n, variant.count, variant.n) }

  /// x2 n1 - x1 n2 of counts that are not below zero.
  private static func cross(_ x1: Int64, _ n1: Int64, _ x2: Int64, _ n2: Int64) -> Double {
    Double(nearest: Int128(x2) * Int128(n1) - Int128(x1) * Int128(n2))
  }

  /// Whether both arms have people.
  package var hasBoth: Bool { control.n > 0 && variant.n > 0 }

  /// p2 - p1; nil while an arm is empty.
  package var difference: Double? {
    hasBoth ? max(-1, min(1, cross / Double(control.n) / Double(variant.n))) : nil
  }

  /// p2 / p1 - 1; nil while an arm is empty or nobody in the control converted.
  package var lift: Double? {
    hasBoth && control.count > 0 ? cross / Double(control.count) / Double(variant.n) : nil
  }

  /// Pearson's test without a correction; nil where nobody or everybody converted, or an arm is empty.
  package var chiSquared: ChiSquared? { ChiSquared(arms: [control, variant]) }

  /// The same with Yates's correction.
  package var yates: ChiSquared? { ChiSquared(yates: control, variant) }

  /// The pooled normal deviate: the signed root of chi-squared.
  package var z: Double? {
    chiSquared.map { cross < 0 ? -$0.statistic.squareRoot() : $0.statistic.squareRoot() }
  }

  /// The smallest count to expect in a cell if both arms convert alike; nil while an arm is empty.
  package var smallestExpected: Double? {
    guard hasBoth else { return nil }
    let total = Double(control.n) + Double(variant.n)
    let converted = Double(control.count) + Double(variant.count)
    return min(Double(control.n), Double(variant.n)) * (min(converted, total - converted) / total)
  }

  /// Whether counts are so small that Fisher's exact test decides in place of chi-squared.
  package var isSmall: Bool { smallestExpected.map { $0 < 5 } ?? false }

  /// The variance of the difference, each arm by its own rate: p1 (1 - p1) / n1 + p2 (1 - p2) / n2; nil while an arm is
  /// empty.
  package var variance: Double? {
    guard hasBoth else { return nil }
    func part(_ arm: Conversions) -> Double {
      Double(arm.count) / Double(arm.n) * (Double(arm.others) / Double(arm.n)) / Double(arm.n)
    }
    return part(control) + part(variant)
  }

  /// R. G. Newcombe's interval of the difference (Statistics in Medicine 17, 1998, method 10), from Wilson's of each arm.
  package func newcombe(confidence: Double) -> Interval? {
    guard let difference,
      let one = Wilson.reach(successes: control.count, trials: control.n, confidence: confidence),
      let two = Wilson.reach(successes: variant.count, trials: variant.n, confidence: confidence)
    else { return nil }
    return Interval(
      max(-1, difference - hypot(two.below, one.above)), min(1, difference + hypot(two.above, one.below)))
  }

  /// The interval of the lift by the ratio's logarithm (D. Katz and others, Biometrics 34, 1978); nil where an arm has no
  /// conversion, see ``adjustedLift(confidence:)``.
  package func liftInterval(confidence: Double) -> Interval? {
    guard hasBoth, control.count > 0, variant.count > 0 else { return nil }
    return lift(addedTwice: 0, confidence).interval
  }

  /// Lift and interval with a half added to conversions and people of both arms, so that an arm without a conversion
  /// has them too; nil while an arm is empty.
  package func adjustedLift(confidence: Double) -> (lift: Double, interval: Interval)? {
    hasBoth ? lift(addedTwice: 1, confidence) : nil
  }

  /// With so many halves added to conversions and people; everything is formed from twice the counts, exactly.
  private func lift(addedTwice halves: Int64, _ confidence: Double) -> (lift: Double, interval: Interval) {
    let (x1, n1) = (2 * control.count + halves, 2 * control.n + halves)
    let (x2, n2) = (2 * variant.count + halves, 2 * variant.n + halves)
    let lift = Self.cross(x1, n1, x2, n2) / Double(x1) / Double(n2)
    // 1/x - 1/n is (n - x) / (x n), which loses no digits where nearly everybody converts.
    func part(_ x: Int64, _ n: Int64) -> Double { 2 * Double(n - x) / Double(x) / Double(n) }
    let reach = Normal.twoSided(confidence) * (part(x1, n1) + part(x2, n2)).squareRoot()
    // (1 + lift) e^reach - 1, in a form that keeps the digits of a small lift.
    func bound(_ reach: Double) -> Double { lift + (1 + lift) * expm1(reach) }
    return (lift, Interval(bound(-reach), bound(reach)))
  }

  /// Power of the test at the observed difference: p said in other words (J. M. Hoenig and D. M. Heisey, The American
  /// Statistician 55, 2001), which is no reason to go on or to stop. Nil where a rate does not vary in either arm.
  package func observedPower(alpha: Double) -> Double? {
    guard let difference, let variance else { return nil }
    let (n1, n2) = (Double(control.n), Double(variant.n))
    let (converted, others) = (
      Double(control.count) + Double(variant.count), Double(control.others) + Double(variant.others)
    )
    return RatePower.power(
      difference: difference, null: (converted / n1 * (others / n2) / (n1 + n2)).squareRoot(),
      own: variance.squareRoot(), alpha: alpha)
  }
}
