import Glibc

/// A test that may be looked at as often as one likes: its p and its interval hold at every look together.
///
/// The asymptotic confidence sequence of I. Waudby-Smith, D. Arbour, R. Sinha, E. H. Kennedy and A. Ramdas,
/// "Time-uniform central limit theory and asymptotic confidence sequences", arXiv 2103.06476: a normal mixture over the
/// effect, tuned to be tightest at the planned total.
package struct AlwaysValid: Hashable, Sendable {
  /// The planned total of a test that has none.
  package static let usualTotal: Int64 = 5000

  package let level: Double
  /// The variance of the mixture.
  package let mixture: Double

  /// At a level of 0 ..< 1, tightest at a total of the two arms, which is fixed before the start.
  package init(level: Double, plannedTotal: Int64 = usualTotal) {
    self.level = level
    mixture = (-2 * log(level) + log(1 - 2 * log(level))) / Double(max(1, plannedTotal))
  }

  /// The logarithm of the evidence against no difference. `variance` is the square of the standard error.
  package func logEvidence(difference: Double, variance: Double, total: Int64) -> Double {
    let n = Double(total)
    let scale = n * mixture + 1
    return mixture * difference * difference * (n / variance) / (2 * scale) - log(scale) / 2
  }

  /// ln p of one look, never above 0: min(1, 1 / evidence).
  package func logP(difference: Double, variance: Double, total: Int64) -> Double {
    min(0, -logEvidence(difference: difference, variance: variance, total: total))
  }

  /// The interval of one look. It excludes zero if and only if p is under `level`, its own unless another is given.
  package func interval(difference: Double, variance: Double, total: Int64, level: Double? = nil) -> Interval {
    let n = Double(total)
    let scale = n * mixture + 1
    let width = (variance * 2 * scale / (n * mixture) * (log(scale) / 2 - log(level ?? self.level))).squareRoot()
    return Interval(difference, halfWidth: width)
  }
}
