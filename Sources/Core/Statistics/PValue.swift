import CSpecialFunctions
import Glibc

/// How often chance alone would give a result at least as far out, kept as a logarithm, because real ones fall far below
/// what a number can hold.
package struct PValue: Hashable, Sendable, Comparable {
  /// Natural logarithm of the probability; 0 at most.
  package let ln: Double

  /// Below this a probability is given as 0, and only its logarithm says how small it is.
  private static let least = 1e-308

  /// - Parameter ln: what rounding puts above 0 counts as 0.
  package init(ln: Double) {
    self.ln = min(0, ln)
  }

  /// A probability itself, above 0 up to 1.
  package init(_ probability: Double) {
    self.init(ln: log(probability))
  }

  /// Of a chi-squared statistic.
  package init(chiSquared statistic: Double, degreesOfFreedom: Int) {
    self.init(ln: opportune_chi_squared_ln_upper(Double(degreesOfFreedom), statistic))
  }

  /// Of a normal deviate, both tails.
  package init(z: Double) {
    self.init(chiSquared: z * z, degreesOfFreedom: 1)
  }

  /// Of Student's t, both tails.
  package init(t: Double, degreesOfFreedom: Double) {
    self.init(ln: opportune_student_ln_both_tails(degreesOfFreedom, t))
  }

  /// The probability; 0 below 1e-308.
  package var value: Double {
    let value = exp(ln)
    return value < Self.least ? 0 : value
  }

  package static func < (one: Self, other: Self) -> Bool { one.ln < other.ln }
}
