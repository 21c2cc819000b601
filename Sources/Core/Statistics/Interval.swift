/// From a low to a high bound.
package struct Interval: Hashable, Sendable {
  package let low: Double
  package let high: Double

  package init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// As far on one side of the middle as on the other.
  package init(_ middle: Double, halfWidth: Double) {
    self.init(low: middle - halfWidth, high: middle + halfWidth)
  }

  /// Whether a number lies within, the bounds included.
  package func contains(_ number: Double) -> Bool { low <= number && number <= high }
}
