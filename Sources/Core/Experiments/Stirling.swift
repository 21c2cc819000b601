import CSpecialFunctions
import Glibc

/// Parts of Stirling's series.
enum Stirling {
  /// ln gamma(x) - (x - 1/2) ln x + x - ln(2 pi) / 2, for x > 0.
  static func rest(_ x: Double) -> Double {
    guard x < 20 else {
      let square = 1 / (x * x)
      return (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square * (1 / 1680.0 - square / 1188)))) / x
    }
    return opportune_ln_gamma(x) - (x - 0.5) * log(x) + x - log(2 * Double.pi) / 2
  }

  /// (1 + e) ln(1 + e) - e, for e > -1 (at -1 it is 1), also where both terms are nearly the same.
  static func entropy(_ change: Double) -> Double {
    guard change.magnitude < 0.05 else { return change <= -1 ? 1 : (1 + change) * log1p(change) - change }
    // The alternating series of e^k / (k (k - 1)), k = 2, 3 …
    var (sum, power) = (0.0, change * change)
    for k in 2...14 {
      sum += power / Double(k * (k - 1))
      power *= -change
    }
    return sum
  }
}
