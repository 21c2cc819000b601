/// The edge a watch tells at: once at or under the threshold, and again only after the price has been well above it.
package struct WatchTrigger: Hashable, Sendable {
  package let threshold: Money
  package private(set) var isArmed: Bool

  package init(threshold: Money, isArmed: Bool = true) {
    self.threshold = threshold
    self.isArmed = isArmed
  }

  /// The price at which it tells again, in minor units: 2 % or one unit of the currency over the threshold, whichever is
  /// more.
  package var rearmsAt: Int64 {
    threshold.cents + max(100, (threshold.cents * 2 + 99) / 100)
  }

  /// Takes a price in; true where it is to be told. A missing price and one in another currency change nothing.
  package mutating func take(_ price: Money?) -> Bool {
    guard let price, price.currency == threshold.currency else { return false }
    if price.cents <= threshold.cents {
      defer { isArmed = false }
      return isArmed
    }
    if price.cents >= rearmsAt { isArmed = true }
    return false
  }
}
