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
  private var cross: Double {
    let (one, isOneLarge) = variant.count.multipliedReportingOverflow(by: control.n)
    let (other, isOtherLarge) = control.count.multipliedReportingOverflow(by: variant.n)
    // Neither is below zero, so their difference fits where both do; a list makes thousands of them.
    guard isOneLarge || isOtherLarge else { return Double(one - other) }
    return Double(Int128(variant.count) * Int128(control.n) - Int128(control.count) * Int128(variant.n))
  }

  /// Whether both arms have people.
  package var hasBoth: Bool { control.n > 0 && variant.n > 0 }

  /// p2 - p1; nil while an arm is empty.
  package var difference: Double? {
    hasBoth ? cross / Double(control.n) / Double(variant.n) : nil
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
    guard let difference, let p1 = control.rate, let p2 = variant.rate,
      let one = control.interval(confidence: confidence), let two = variant.interval(confidence: confidence)
    else { return nil }
    return Interval(
      max(-1, difference - hypot(p2 - two.low, one.high - p1)),
      min(1, difference + hypot(two.high - p2, p1 - one.low)))
  }

  /// The interval of the lift by the ratio's logarithm (D. Katz and others, Biometrics 34, 1978); nil where an arm has no
  /// conversion, see ``adjustedLift(confidence:)``.
  package func liftInterval(confidence: Double) -> Interval? {
    guard control.count > 0, variant.count > 0 else { return nil }
    return Self.lift(
      (Double(control.count), Double(control.n)), (Double(variant.count), Double(variant.n)), confidence
    ).interval
  }

  /// Lift and interval with a half added to conversions and people of both arms, so that an arm without a conversion
  /// has them too; nil while an arm is empty.
  package func adjustedLift(confidence: Double) -> (lift: Double, interval: Interval)? {
    guard hasBoth else { return nil }
    return Self.lift(
      (Double(control.count) + 0.5, Double(control.n) + 0.5), (Double(variant.count) + 0.5, Double(variant.n) + 0.5),
      confidence)
  }

  private static func lift(
    _ one: (x: Double, n: Double), _ two: (x: Double, n: Double), _ confidence: Double
  ) -> (lift: Double, interval: Interval) {
    // 1/x - 1/n is (n - x) / (x n), which loses no digits where nearly everybody converts.
    let variance = (one.n - one.x) / one.x / one.n + (two.n - two.x) / two.x / two.n
    let ratio = (two.x / one.x) * (one.n / two.n)
    let reach = Normal.twoSided(confidence) * variance.squareRoot()
    // ratio * e^(±reach) - 1, in a form that keeps the digits of a small lift.
    func bound(_ reach: Double) -> Double { (ratio - 1) + ratio * expm1(reach) }
    let lift = (two.x * one.n - one.x * two.n) / one.x / two.n
    return (lift, Interval(bound(-reach), bound(reach)))
  }

  /// Power of the test at the observed difference: p said in other words (J. M. Hoenig and D. M. Heisey, The American
  /// Statistician 55, 2001), which is no reason to go on or to stop. Nil where a rate does not vary in either arm.
  package func observedPower(alpha: Double) -> Double? {
    guard let p1 = control.rate, let p2 = variant.rate else { return nil }
    return RatePower.power(
      control: p1, variant: p2, controlCount: Double(control.n), variantCount: Double(variant.n), alpha: alpha)
  }
}
