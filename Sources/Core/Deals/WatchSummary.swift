/// A watch as it stands in a list.
package struct WatchSummary: Equatable, Sendable {
  package let watch: Watch
  /// Of the listing, or the words of a search.
  package let title: String
  /// The price now; of a search the lowest among what it finds. Nil where none is given.
  package let price: Money?
  /// The least price of the last 90 days.
  package let lowest: Money?
  /// Set where the price now is the lowest of some time.
  package let record: PriceHistory.Lowest?
  /// The price at the end of each of some equal parts of the last 90 days, in minor units; nil is a gap.
  package let course: [Int64?]

  package init(
    _ watch: Watch, title: String, price: Money?, lowest: Money?, record: PriceHistory.Lowest?, course: [Int64?]
  ) {
    self.watch = watch
    self.title = title
    self.price = price
    self.lowest = lowest
    self.record = record
    self.course = course
  }
}
