import Glibc

/// How the conversions of two arms may divide among them if both convert alike: all tables with the margins of one.
package struct Hypergeometric: Hashable, Sendable {
  /// People of the arm that is counted, and of the other.
  package let n: Int64
  package let others: Int64
  /// Conversions of both.
  package let conversions: Int64

  /// The part of ln probability that all tables share.
  private let margins: Double

  package init(n: Int64, others: Int64, conversions: Int64) {
    self.n = n
    self.others = others
    self.conversions = conversions
    let total = n + others
    margins =
      SaddlePoint.rest(Double(n)) + SaddlePoint.rest(Double(others)) + SaddlePoint.rest(Double(conversions))
      + SaddlePoint.rest(Double(total - conversions)) - SaddlePoint.rest(Double(total))
  }

  /// The conversions that the counted arm may have.
  package var support: ClosedRange<Int64> { max(0, conversions - others)...min(n, conversions) }

  /// The most probable number of them (the higher of two).
  package var mode: Int64 {
    Int64((Int128(n) + 1) * (Int128(conversions) + 1) / (Int128(n) + Int128(others) + 2))
  }

  /// Logarithm of the probability of `x` conversions in the counted arm, `support` containing x.
  package func lnProbability(_ x: Int64) -> Double {
    let total = Int128(n) + Int128(others)
    // Every cell differs from its expectation by the same number of people, up or down; it is formed exactly.
    let exact = Int128(x) * total - Int128(n) * Int128(conversions)
    let difference = Double(nearest: exact) / Double(nearest: total)
    return margins - cell(x, difference) - cell(n - x, -difference) - cell(conversions - x, -difference)
      - cell(others - conversions + x, difference)
  }

  /// What a cell takes off the logarithm: a count, and what it is away from its expectation.
  private func cell(_ count: Int64, _ difference: Double) -> Double {
    SaddlePoint.rest(Double(count)) + SaddlePoint.deviance(of: Double(count), by: difference)
  }

  /// Probability of x + 1 over that of x.
  package func ratioUp(_ x: Int64) -> Double {
    (Double(n - x) / Double(x + 1)) * (Double(conversions - x) / Double(others - conversions + x + 1))
  }

  /// Probability of x - 1 over that of x.
  package func ratioDown(_ x: Int64) -> Double {
    (Double(x) / Double(n - x + 1)) * (Double(others - conversions + x) / Double(conversions - x + 1))
  }
}
