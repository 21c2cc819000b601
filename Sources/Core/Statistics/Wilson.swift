import CSpecialFunctions

/// Score interval for a rate (E. B. Wilson, "Probable inference", JASA 22, 1927).
package enum Wilson {
  /// Low and high bound of a rate of `successes` in `trials` at a two-sided `confidence` of 0 ..< 1; nil without trials
  /// or where the count exceeds its base. Exactly 0 without a success and exactly 1 without a failure.
  package static func interval(
    successes: Int64, trials: Int64, confidence: Double = 0.95
  ) -> (low: Double, high: Double)? {
    guard trials > 0, (0...trials).contains(successes), (0..<1).contains(confidence) else { return nil }
    let z = opportune_normal_quantile(0.5 + confidence / 2)
    let n = Double(trials)
    let rate = Double(successes) / n
    let centre = rate + z * z / (2 * n)
    let spread = z * (rate * (1 - rate) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    // At either end centre and spread are the same number, but for the last bit of a square root.
    return (
      successes == 0 ? 0 : max(0, (centre - spread) / scale),
      successes == trials ? 1 : min(1, (centre + spread) / scale)
    )
  }

  /// How far the bounds lie below and above the rate, each with all its digits however near the rate they are; nil as
  /// the interval is.
  package static func reach(
    successes: Int64, trials: Int64, confidence: Double
  ) -> (below: Double, above: Double)? {
    guard trials > 0, (0...trials).contains(successes), (0..<1).contains(confidence) else { return nil }
    let n = Double(trials)
    let (rate, rest) = (Double(successes) / n, Double(trials - successes) / n)
    let z = Normal.twoSided(confidence)
    let share = z * z / n
    let spread = (share * (rate * rest + share / 4)).squareRoot()
    let shift = (rest - rate) * share / 2
    // The nearer bound is spread - |shift|, whose product with spread + |shift| is known.
    let (far, near) = (spread + abs(shift), share * rate * rest * (1 + share) / (spread + abs(shift)))
    let scale = 1 + share
    return shift > 0 ? (near / scale, far / scale) : (far / scale, near / scale)
  }
}
