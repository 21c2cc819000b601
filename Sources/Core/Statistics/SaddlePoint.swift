import CSpecialFunctions
import Glibc

/// The parts of a probability of exact counts, each of which keeps its digits however large the counts are (C. Loader,
/// "Fast and Accurate Computation of Binomial Probabilities", 2000).
///
/// ln n! is n ln n - n plus ``rest(_:)``. In the logarithm of a binomial, multinomial or hypergeometric probability the
/// large terms n ln n - n of all its factorials together make minus the sum of ``deviance(of:by:)`` over the counts.
package enum SaddlePoint {
  /// ln n! - (n ln n - n), that is Stirling's series with ln(2 pi n) / 2; 0 for n = 0.
  package static func rest(_ n: Double) -> Double {
    guard n > 0 else { return 0 }
    let root = log(2 * Double.pi * n) / 2
    guard n > 15 else { return opportune_ln_gamma(n + 1) - n * log(n) + n }
    let square = n * n
    let series =
      1.0 / 12
      - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - (1.0 / 1188 - 691.0 / 360_360 / square) / square) / square) / square)
      / square
    return root + series / n
  }

  /// x ln(x / m) + m - x for a count x and its expectation m = x - `difference`, without the cancellation that two nearly
  /// equal numbers would bring; never negative.
  package static func deviance(of x: Double, by difference: Double) -> Double {
    guard x > 0 else { return -difference }
    let m = x - difference
    guard abs(difference) < 0.1 * (x + m) else { return x * log(x / m) - difference }
    let v = difference / (x + m)
    var sum = difference * v
    var power = 2 * x * v
    var odd = 3.0
    while true {
      power *= v * v
      let next = sum + power / odd
      if next == sum { return sum }
      sum = next
      odd += 2
    }
  }
}
