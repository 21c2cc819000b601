/// Where a price has gone in a time: its least, its most, its last, and the way.
package struct PriceTrend: Hashable, Sendable {
  /// The way from the first price to the last.
  package enum Direction: String, Hashable, Sendable {
    case down, flat, up

    /// One sign: ↓ → ↑.
    package var arrow: String {
      switch self {
      case .down: "↓"
      case .flat: "→"
      case .up: "↑"
      }
    }
  }

  package let minimum: Money
  package let maximum: Money
  package let first: Money
  package let last: Money

  package var direction: Direction {
    last.cents < first.cents ? .down : last.cents > first.cents ? .up : .flat
  }

  /// Nil where there was no price in that time.
  package init?(_ history: PriceHistory, from start: Timestamp, to end: Timestamp) {
    return nil
  }
}
