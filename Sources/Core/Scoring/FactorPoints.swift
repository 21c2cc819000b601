/// What one factor gives a candidate, of how much, and why.
package struct FactorPoints: Hashable, Sendable {
  /// Between 0 and `maximum`.
  package let points: Double
  package let maximum: Double
  package let reason: String

  package init(points: Double, maximum: Double, reason: String) {
    self.points = points
    self.maximum = maximum
    self.reason = reason
  }
}
