/// Two numbers of each of some people, as sums: what means, variances and their covariance follow from. Differences of
/// sums are formed with twice the usual digits.
package struct SampleMoments: Hashable, Sendable {
  package let n: Int64
  package let sumX: Double
  package let sumY: Double
  package let sumXX: Double
  package let sumYY: Double
  package let sumXY: Double

  package init(n: Int64, sumX: Double, sumY: Double, sumXX: Double, sumYY: Double, sumXY: Double) {
    self.n = n
    self.sumX = sumX
    self.sumY = sumY
    self.sumXX = sumXX
    self.sumYY = sumYY
    self.sumXY = sumXY
  }

  /// Everybody of both.
  package static func + (one: Self, other: Self) -> Self {
    Self(
      n: one.n + other.n, sumX: one.sumX + other.sumX, sumY: one.sumY + other.sumY, sumXX: one.sumXX + other.sumXX,
      sumYY: one.sumYY + other.sumYY, sumXY: one.sumXY + other.sumXY)
  }

  /// With x and y in each other's place.
  package var swapped: Self { Self(n: n, sumX: sumY, sumY: sumX, sumXX: sumYY, sumYY: sumXX, sumXY: sumXY) }

  /// Nil without people.
  package var meanX: Double? { n > 0 ? sumX / Double(n) : nil }
  /// Nil without people.
  package var meanY: Double? { n > 0 ? sumY / Double(n) : nil }

  /// Sum of squared distances from the mean of x. Where x does not vary it is 0, whatever rounding left of the sums.
  package var squaresX: Double { Self.centred(sumXX, sumX, sumX, n) }
  /// The same of y.
  package var squaresY: Double { Self.centred(sumYY, sumY, sumY, n) }

  /// Sum of products of the distances of both from their means.
  package var productsXY: Double { Self.centred(sumXY, sumX, sumY, n) }

  /// Whether there can be people with these sums: no square sum is below what its mean makes it at least, no product
  /// sum beyond what both allow, but for rounding of the sums.
  package var isPossible: Bool {
    guard n > 0 else { return [sumX, sumY, sumXX, sumYY, sumXY].allSatisfy { $0 == 0 } }
    func rawCentred(_ product: Double, _ one: Double, _ other: Double) -> Double {
      (DoubleDouble(product) - DoubleDouble(one) * DoubleDouble(other) / DoubleDouble(Double(n))).value
    }
    let slack = 1e-9
    let (xx, yy) = (rawCentred(sumXX, sumX, sumX), rawCentred(sumYY, sumY, sumY))
    guard xx >= -slack * sumXX, yy >= -slack * sumYY else { return false }
    let most = (max(0, xx) + slack * sumXX).squareRoot() * (max(0, yy) + slack * sumYY).squareRoot()
    return abs(rawCentred(sumXY, sumX, sumY)) <= most * (1 + slack)
  }

  /// The slope of y on x about the means: covariance over the variance of x; nil where x does not vary.
  package var slope: Double? {
    let squares = squaresX
    guard n > 1, squares > 0 else { return nil }
    return Self.centredExactly(sumXY, sumX, sumY, n).value / squares
  }

  /// Variance of y - slope x, each person's; divided by n - 1. Nil with fewer than two people.
  package func varianceOfRest(slope: Double) -> Double? {
    guard n > 1 else { return nil }
    let factor = DoubleDouble(slope)
    let squares =
      Self.centredExactly(sumYY, sumY, sumY, n)
      - DoubleDouble(2) * factor * Self.centredExactly(sumXY, sumX, sumY, n)
      + factor * factor * Self.centredExactly(sumXX, sumX, sumX, n)
    return max(0, squares.value) / Double(n - 1)
  }

  /// Variance of y / x by the delta method, about the ratio of the sums (A. Deng, U. Knoblich and J. Lu, KDD 2018): the
  /// mean square of y - ratio x over the square of the mean of x, over n. Nil where there is no ratio or with fewer than
  /// two people.
  package var varianceOfRatio: Double? {
    guard n > 1, sumX != 0 else { return nil }
    let ratio = DoubleDouble(sumY) / DoubleDouble(sumX)
    // The mean of y - ratio x is 0, so its squares need no centring.
    let squares =
      DoubleDouble(sumYY) - DoubleDouble(2) * ratio * DoubleDouble(sumXY) + ratio * ratio * DoubleDouble(sumXX)
    let mean = sumX / Double(n)
    return max(0, squares.value) / Double(n - 1) / Double(n) / mean / mean
  }

  private static func centredExactly(_ product: Double, _ one: Double, _ other: Double, _ n: Int64) -> DoubleDouble {
    guard n > 0 else { return DoubleDouble(0) }
    return DoubleDouble(product) - DoubleDouble(one) * DoubleDouble(other) / DoubleDouble(Double(n))
  }

  private static func centred(_ product: Double, _ one: Double, _ other: Double, _ n: Int64) -> Double {
    let value = centredExactly(product, one, other, n).value
    return abs(value) <= 4 * abs(product).ulp ? 0 : value
  }
}
