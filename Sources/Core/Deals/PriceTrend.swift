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
    let prices = history.pricesHeld(from: start, to: end)
    guard let first = prices.first, let last = prices.last, let minimum = prices.min(), let maximum = prices.max()
    else { return nil }
    self.minimum = Money(cents: minimum, history.currency)
    self.maximum = Money(cents: maximum, history.currency)
    self.first = Money(cents: first, history.currency)
    self.last = Money(cents: last, history.currency)
  }
}
