/// A chi-squared test (K. Pearson, 1900).
package struct ChiSquared: Hashable, Sendable {
  package let statistic: Double
  package let degreesOfFreedom: Int
  package let p: PValue

  package init(statistic: Double, degreesOfFreedom: Int) {
    self.statistic = statistic
    self.degreesOfFreedom = degreesOfFreedom
    p = PValue(chiSquared: statistic, degreesOfFreedom: degreesOfFreedom)
  }

  /// Whether all arms convert alike: a table of k arms by two outcomes, without a correction. Nil where there is nothing
  /// to compare: fewer than two arms, an arm without people, nobody or everybody converted.
  ///
  /// Differences of counts are formed exactly, so that the statistic keeps its digits at a thousand million people.
  package init?(arms: [Conversions]) {
    let total = arms.reduce(Int128(0)) { $0 + Int128($1.n) }
    let converted = arms.reduce(Int128(0)) { $0 + Int128($1.count) }
    guard arms.count > 1, arms.allSatisfy({ $0.n > 0 }), converted > 0, converted < total else { return nil }
    // sum of (x N - n C)^2 / n, over C (N - C): each cell's (O - E)^2 / E, put together arm by arm.
    let spread = arms.reduce(0.0) { sum, arm in
      let difference = Double(nearest: Int128(arm.count) * total - Int128(arm.n) * converted)
      return sum + difference * difference / Double(arm.n)
    }
    self.init(
      statistic: spread / Double(nearest: converted) / Double(nearest: total - converted),
      degreesOfFreedom: arms.count - 1)
  }

  /// The same for two arms with the correction of F. Yates (1934): every |O - E| is reduced by a half, though never
  /// below 0.
  package init?(yates control: Conversions, _ variant: Conversions) {
    let total = Int128(control.n) + Int128(variant.n)
    let converted = Int128(control.count) + Int128(variant.count)
    guard control.n > 0, variant.n > 0, converted > 0, converted < total else { return nil }
    let cross = Int128(variant.count) * Int128(control.n) - Int128(control.count) * Int128(variant.n)
    let twice = max(0, 2 * cross.magnitude - min(2 * cross.magnitude, UInt128(total)))
    let corrected = Double(twice) / 2
    self.init(
      statistic: corrected / Double(control.n) * corrected / Double(variant.n) * Double(nearest: total)
        / Double(nearest: converted) / Double(nearest: total - converted),
      degreesOfFreedom: 1)
  }
}
