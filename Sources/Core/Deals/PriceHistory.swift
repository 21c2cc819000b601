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

  /// The price that holds at an instant; nil where there was none.
  package func cents(at instant: Timestamp) -> Int64? { nil }

  /// Whether the price now is under every other of the last 90 days; nil where it is not, where it never was another,
  /// and where there is none.
  package func lowest(now: Timestamp) -> Lowest? { nil }

  /// The price at the end of each of so many equal parts of a time; nil where there was none: a gap.
  package func samples(_ count: Int, from start: Timestamp, to end: Timestamp) -> [Int64?] { [] }
}
