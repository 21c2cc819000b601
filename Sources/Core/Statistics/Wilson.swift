import CSpecialFunctions

/// Score interval for a rate (E. B. Wilson, "Probable inference", JASA 22, 1927).
package enum Wilson {
  /// Low and high bound of a rate of `successes` in `trials` at a two-sided `confidence`; nil without trials or where
  /// the count exceeds its base.
  package static func interval(
    successes: Int64, trials: Int64, confidence: Double = 0.95
  ) -> (low: Double, high: Double)? {
    guard trials > 0, (0...trials).contains(successes) else { return nil }
    let z = opportune_normal_quantile(0.5 + confidence / 2)
    guard z.isFinite else { return nil }
    let n = Double(trials)
    let rate = Double(successes) / n
    let centre = rate + z * z / (2 * n)
    let spread = z * (rate * (1 - rate) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    return (max(0, (centre - spread) / scale), min(1, (centre + spread) / scale))
  }
}
