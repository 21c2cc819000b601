/// What an offer is worth to the person: half the points at 10.00, more with every cent, never all of them.
package struct ValueFactor: Sendable {
  /// Worth in minor units at which half the points are reached.
  package static let halfwayCents = 1000.0

  /// Worth to this person in this session, in minor units.
  package let cents: Double

  @inline(__always)
  package init(cents: Double) {
    self.cents = cents
  }

  /// Between 0 and 1: v / (v + 1000).
  @inline(__always)
  package var share: Double { cents / (cents + Self.halfwayCents) }

  /// Worth rounded half up to the minor unit.
  package var roundedCents: Int64 { Int64((cents + 0.5).rounded(.down)) }

  package func points(weight: Double, currency: Currency) -> FactorPoints {
    FactorPoints(
      points: weight * share, maximum: weight, reason: "worth \(Money(cents: roundedCents, currency))")
  }
}
