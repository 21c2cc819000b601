/// What a planned comparison of two rates can show: power, people needed, the smallest effect to be seen. Each follows
/// from the others (J. L. Fleiss, "Statistical Methods for Rates and Proportions", 1981, without continuity correction).
///
/// `alpha` is two-sided; with m variants against one control it is divided by m before.
package enum RatePower {
  /// The chance that the pooled z test finds a difference of these true rates with so many people; nil where neither
  /// rate varies or an arm is empty.
  package static func power(
    control p1: Double, variant p2: Double, controlCount n1: Double, variantCount n2: Double, alpha: Double
  ) -> Double? {
    guard n1 > 0, n2 > 0 else { return nil }
    let pooled = (n1 * p1 + n2 * p2) / (n1 + n2)
    let null = (pooled * (1 - pooled) * (1 / n1 + 1 / n2)).squareRoot()
    let own = (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2).squareRoot()
    return power(difference: p2 - p1, null: null, own: own, alpha: alpha)
  }

  /// The same from the difference and its standard errors, pooled and each arm by its own rate; nil where the latter is 0.
  static func power(difference: Double, null: Double, own: Double, alpha: Double) -> Double? {
    guard own > 0 else { return nil }
    let bar = Normal.upperQuantile(alpha / 2) * null
    let size = abs(difference)
    return min(1, Normal.cumulative((size - bar) / own) + Normal.cumulative((-size - bar) / own))
  }

  /// People needed.
  package struct SampleSize: Hashable, Sendable {
    /// Of the control, before rounding up.
    package let exactControl: Double
    /// Variant over control.
    package let ratio: Double

    /// Rounded up; nil beyond what can be counted.
    package var control: Int64? { Int64(exactly: exactControl.rounded(.up)) }
    /// Rounded up from the control's unrounded number; nil beyond what can be counted.
    package var variant: Int64? { Int64(exactly: (ratio * exactControl).rounded(.up)) }
  }

  /// How many people show a true difference between `baseline` and `target` with this power; nil where there is no
  /// difference to show. `ratio` is variant over control.
  package static func sampleSize(
    baseline p1: Double, target p2: Double, alpha: Double, power: Double, ratio: Double = 1
  ) -> SampleSize? {
    guard p1 != p2 else { return nil }
    let root = required(p1, p2, alpha: alpha, power: power, ratio: ratio) / (p2 - p1)
    return SampleSize(exactControl: root * root, ratio: ratio)
  }

  /// z_{a/2} and z_b times their standard errors at one person of the control.
  private static func required(
    _ p1: Double, _ p2: Double, alpha: Double, power: Double, ratio: Double
  ) -> Double {
    let mean = (p1 + ratio * p2) / (1 + ratio)
    return Normal.upperQuantile(alpha / 2) * (mean * (1 - mean) * (1 + 1 / ratio)).squareRoot()
      - Normal.upperQuantile(power) * (p1 * (1 - p1) + p2 * (1 - p2) / ratio).squareRoot()
  }

  /// Which way a difference goes.
  package enum Direction: Sendable {
    case up, down
  }

  /// The smallest true difference that so many people in the control show with this power, variant minus control; nil
  /// where even the farthest rate is not far enough. Unique: what is needed is concave in the rate.
  package static func detectableEffect(
    baseline p1: Double, controlCount: Double, alpha: Double, power: Double, ratio: Double = 1,
    direction: Direction = .up
  ) -> Double? {
    let root = controlCount.squareRoot()
    let farthest = direction == .up ? 1 - p1 : p1
    func p2(_ step: Double) -> Double { direction == .up ? p1 + step : p1 - step }
    func isEnough(_ step: Double) -> Bool {
      step * root >= required(p1, p2(step), alpha: alpha, power: power, ratio: ratio)
    }
    guard farthest > 0, isEnough(farthest) else { return nil }
    // At a baseline of 0 or 1 no step is enough too, as nothing varies there; the least other step is not.
    var (low, high) = (0.0, farthest)
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return direction == .up ? high : -high
  }
}
