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
  /// One of a price that is passed over, as the listing's own.
  private var skipped: Int?

  /// O(n log n).
  package init(_ prices: [Int64]) {
    self.prices = prices.sorted()
  }

  /// Fewest that say anything.
  package static let fewest = 5

  package var count: Int { prices.count - (skipped == nil ? 0 : 1) }

  /// The same without one of a price, as the listing's own; all of them where there is none of it. O(log n).
  package func without(_ price: Int64) -> ComparablePrices {
    var low = 0
    var high = prices.count
    while low < high {
      let middle = (low + high) / 2
      if prices[middle] < price { low = middle + 1 } else { high = middle }
    }
    var others = self
    others.skipped = low < prices.count && prices[low] == price ? low : nil
    return others
  }

  /// The middle price in minor units; nil of fewer than five. O(1).
  package var median: Double? {
    guard count >= Self.fewest else { return nil }
    let upper = Double(price(count / 2))
    return count % 2 == 1 ? upper : (Double(price(count / 2 - 1)) + upper) / 2
  }

  private func price(_ place: Int) -> Int64 {
    prices[place >= skipped ?? .max ? place + 1 : place]
  }
}
