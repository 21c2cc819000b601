/// How prices move on a market that is made up.
package enum MarketPrice {
  /// How many of a hundred changes are drops: things that do not sell get cheaper.
  package static let fallsOfHundred = 75

  /// The price after the next change, in minor units.
  /// - Parameter share: how far it goes between the least and the greatest change, 0 to 1.
  package static func next(after cents: Int64, falls: Bool, share: Double) -> Int64 {
    rounded(Double(cents) * (falls ? 0.86 + 0.11 * share : 1.02 + 0.07 * share))
  }

  /// As people write prices: in whole dollars, and in fives above a hundred; at least one.
  package static func rounded(_ cents: Double) -> Int64 {
    let step = cents < 10_000 ? 100.0 : 500
    return max(100, Int64((cents / step).rounded() * step))
  }
}
