/// Both ends of an interval.
package struct Interval: Hashable, Sendable {
  package let low: Double
  package let high: Double

  package init(_ low: Double, _ high: Double) {
    self.low = low
    self.high = high
  }

  /// As far on one side of the middle as on the other.
  package init(_ middle: Double, halfWidth: Double) {
    self.init(middle - halfWidth, middle + halfWidth)
  }

  /// Whether no difference at all is ruled out.
  package var excludesZero: Bool { low > 0 || high < 0 }
}
