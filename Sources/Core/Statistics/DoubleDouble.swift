/// A number of about 32 digits as the sum of two (T. J. Dekker, 1971; Y. Hida, X. Li and D. Bailey, 2001), for
/// differences of sums that agree in most of their digits.
package struct DoubleDouble: Hashable, Sendable {
  private let high: Double
  private let low: Double

  private init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  package init(_ value: Double) {
    self.init(high: value, low: 0)
  }

  /// The nearest number.
  package var value: Double { high + low }

  package static func + (one: Self, other: Self) -> Self {
    let sum = one.high + other.high
    let part = sum - one.high
    let rest = (one.high - (sum - part)) + (other.high - part)
    return renormalised(sum, rest + one.low + other.low)
  }

  package static prefix func - (value: Self) -> Self { Self(high: -value.high, low: -value.low) }

  package static func - (one: Self, other: Self) -> Self { one + -other }

  package static func * (one: Self, other: Self) -> Self {
    let product = one.high * other.high
    let rest = (-product).addingProduct(one.high, other.high)
    return renormalised(product, rest + one.high * other.low + one.low * other.high)
  }

  package static func / (one: Self, other: Self) -> Self {
    let quotient = one.high / other.high
    let left = one - other * Self(quotient)
    return renormalised(quotient, left.value / other.high)
  }

  private static func renormalised(_ high: Double, _ low: Double) -> Self {
    let sum = high + low
    return Self(high: sum, low: low - (sum - high))
  }
}
