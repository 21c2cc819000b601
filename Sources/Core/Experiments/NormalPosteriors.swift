import Glibc

/// What is believed of some means after their data, each normal around its estimate: the chance of each to be the best,
/// and what choosing it is expected to cost. Of money per person, where the counts are large enough for it.
package struct NormalPosteriors: Hashable, Sendable {
  /// Together 1.
  package let chances: [Double]
  /// How far each mean is expected to fall short of the highest.
  package let expectedLosses: [Double]

  /// From means and the squares of their standard errors, each above zero. The integrals are sums over evenly spaced
  /// points, which converge faster than any power for what falls off like a normal density (L. N. Trefethen and J. A. C.
  /// Weideman, SIAM Review 56, 2014).
  package init?(means: [Double], variances: [Double]) {
    let deviations = variances.map { $0.squareRoot() }
    guard let narrowest = deviations.min(), narrowest > 0, means.count == deviations.count else { return nil }
    let low = zip(means, deviations).map { $0 - 9 * $1 }.min() ?? 0
    let high = zip(means, deviations).map { $0 + 9 * $1 }.max() ?? 0
    let count = min(20_000, Int((high - low) / narrowest * 4) + 1)
    let step = (high - low) / Double(count)
    var chances = means.map { _ in 0.0 }
    var losses = chances
    for place in 0...count {
      let x = low + step * Double(place)
      let below = zip(means, deviations).map { Normal.cumulative((x - $0) / $1) }
      for arm in means.indices {
        let rivals = means.indices.reduce(1.0) { $1 == arm ? $0 : $0 * below[$1] }
        let z = (x - means[arm]) / deviations[arm]
        chances[arm] += step * exp(-z * z / 2) / (2 * Double.pi).squareRoot() / deviations[arm] * rivals
        // E max - E own is the integral of the chance that the own mean is below x and another one is not.
        losses[arm] += step * below[arm] * (1 - rivals)
      }
    }
    self.chances = chances.map { min(1, $0) }
    expectedLosses = losses
  }
}
