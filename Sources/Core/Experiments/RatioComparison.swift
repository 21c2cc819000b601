/// A ratio of two sums over people, as in revenue per redemption, in each arm: x is what is divided by. Its error comes
/// from the delta method (A. Deng, U. Knoblich and J. Lu, KDD 2018). A difference is variant minus control.
package struct RatioComparison: Hashable, Sendable {
  package let control: SampleMoments
  package let variant: SampleMoments

  package init(control: SampleMoments, variant: SampleMoments) {
    self.control = control
    self.variant = variant
  }

  /// Sum of y over sum of x; nil where the latter is 0 or there is nobody.
  package static func ratio(_ arm: SampleMoments) -> Double? {
    arm.n > 0 && arm.sumX != 0 ? arm.sumY / arm.sumX : nil
  }

  /// Of the ratio; nil with fewer than two people or without a ratio.
  package static func standardError(_ arm: SampleMoments) -> Double? {
    arm.varianceOfRatio?.squareRoot()
  }

  /// Nil where an arm has no ratio.
  package var difference: Double? {
    guard let one = Self.ratio(control), let two = Self.ratio(variant) else { return nil }
    return two - one
  }

  /// The difference in standard errors; nil where there are none or nothing varies.
  package var z: Double? {
    guard let difference, let one = control.varianceOfRatio, let two = variant.varianceOfRatio, one + two > 0 else {
      return nil
    }
    return difference / (one + two).squareRoot()
  }

  /// Two-sided, normal.
  package var p: PValue? {
    guard let z, (z * z).isFinite else { return nil }
    return PValue(z: z)
  }
}
