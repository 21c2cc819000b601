import CSpecialFunctions

/// The standard normal distribution.
package enum Normal {
  /// The share up to `z`.
  package static func cumulative(_ z: Double) -> Double {
    opportune_normal_cumulative(z)
  }

  /// The z that a share of `tail` exceeds, 0 < tail < 1: 1.96 for 0.025. Exact for tails however thin.
  package static func upperQuantile(_ tail: Double) -> Double {
    -opportune_normal_quantile(tail)
  }

  /// The z of a two-sided `confidence`: 1.96 for 0.95.
  package static func twoSided(_ confidence: Double) -> Double {
    upperQuantile((1 - confidence) / 2)
  }
}
