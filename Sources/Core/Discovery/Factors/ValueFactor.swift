/// What an offer is worth to the person: half the points at 10.00, more with every cent, never all of them.
package struct ValueFactor: Sendable {
  /// Worth in minor units at which half the points are reached.
  package static let halfwayCents = 1000.0

  /// Worth to this person in this session, in minor units; 0 to ``mostCents``.
  package let cents: Double

  /// Ten million million of the currency: more than anything is worth, and still exact to the minor unit.
  package static let mostCents = 1e15

  @inline(__always)
  package init(cents: Double) {
    self.cents = min(max(0, cents), Self.mostCents)
  }

  /// Between 0 and 1: v / (v + 1000).
  @inline(__always)
  package var share: Double { cents / (cents + Self.halfwayCents) }

  /// Worth rounded half up to the minor unit.
  package var roundedCents: Int64 { Int64(cents.rounded()) }

  package func points(weight: Double, currency: Currency) -> FactorPoints {
    FactorPoints(
      points: weight * share, maximum: weight, reason: "worth \(Money(cents: roundedCents, currency))")
  }
}
