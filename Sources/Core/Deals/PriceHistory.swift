/// The prices of one listing through time: what a watch's chart shows.
package struct PriceHistory: Hashable, Sendable {
  /// A price from an instant on; nil from when there was none, as when a listing had gone.
  package struct Point: Hashable, Sendable {
    package let at: Timestamp
    package let cents: Int64?

    package init(at: Timestamp, cents: Int64?) {
      self.at = at
      self.cents = cents
    }
  }

  package let currency: Currency
  /// By instant, the oldest first.
  package let points: [Point]

  package init(currency: Currency, points: [Point]) {
    self.currency = currency
    self.points = points.sorted { $0.at < $1.at }
  }

  /// A price that is the lowest of a time.
  package struct Lowest: Hashable, Sendable {
    package let price: Money
    /// Days it is the lowest of; 90 at most.
    package let days: Int
    /// Whether the history is shorter than 90 days, so that it is the lowest since the listing was first seen.
    package let isSinceFirstSeen: Bool

    /// As a person says it: lowest in 90 days.
    package var words: String {
      isSinceFirstSeen
        ? "lowest since it was first seen, \(Words.count(days, "day")) ago" : "lowest in \(days) days"
    }
  }

  /// The price that holds at an instant; nil where there was none. O(log n).
  package func cents(at instant: Timestamp) -> Int64? {
    var low = 0
    var high = points.count
    while low < high {
      let middle = (low + high) / 2
      if points[middle].at <= instant { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : points[low - 1].cents
  }

  /// Days that a lowest price is looked for.
  package static let days: Int64 = 90

  /// Whether the price now is under every other of the last 90 days; nil where it is not, where it never was another,
  /// and where there is none. O(n).
  package func lowest(now: Timestamp) -> Lowest? {
    guard let current = cents(at: now), let first = points.first(where: { $0.cents != nil }) else { return nil }
    let start = now - .days(Self.days)
    let others = Set(pricesHeld(from: start, to: now)).subtracting([current])
    guard let least = others.min(), current < least else { return nil }
    let isSinceFirstSeen = first.at > start
    return Lowest(
      price: Money(cents: current, currency),
      days: isSinceFirstSeen ? Int((now - first.at).days) : Int(Self.days), isSinceFirstSeen: isSinceFirstSeen)
  }

  /// Every price that held at some time between two instants, both included, in their order. O(n).
  package func pricesHeld(from start: Timestamp, to end: Timestamp) -> [Int64] {
    let before = cents(at: start).map { [$0] } ?? []
    return before + points.filter { start < $0.at && $0.at <= end }.compactMap(\.cents)
  }

  /// The price at the end of each of so many equal parts of a time; nil where there was none: a gap. O(count log n).
  package func samples(_ count: Int, from start: Timestamp, to end: Timestamp) -> [Int64?] {
    guard count > 0, start < end else { return [] }
    let length = (end - start).milliseconds
    return (1...count).map { part in
      let (whole, rest) = length.quotientAndRemainder(dividingBy: Int64(count))
      return cents(at: start + TimeSpan(milliseconds: whole * Int64(part) + rest * Int64(part) / Int64(count)))
    }
  }
}
