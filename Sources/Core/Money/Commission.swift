/// What a partner owes for value that was redeemed: base x basis points / 10,000, rounded half away from zero, in
/// integers throughout.
package enum Commission {
  /// Commission in minor units; below zero for a base below zero.
  ///
  /// - Parameters:
  ///   - base: redeemed value in minor units, at most 2^49 either way.
  ///   - basisPoints: hundredths of a percent, 0 to 10,000.
  package static func cents(of base: Int64, basisPoints: Int) -> Int64 {
    let product = base * Int64(basisPoints)
    let rounded = Int64((product.magnitude + 5000) / 10_000)
    return product < 0 ? -rounded : rounded
  }

  /// What a refund takes back, zero or below: afterwards exactly the commission of what remains is left, however many
  /// parts it was refunded in.
  ///
  /// - Parameters:
  ///   - amount: what is given back now, in minor units.
  ///   - remaining: what was not given back before, `amount` included.
  package static func reversal(of amount: Int64, from remaining: Int64, basisPoints: Int) -> Int64 {
    cents(of: remaining - amount, basisPoints: basisPoints) - cents(of: remaining, basisPoints: basisPoints)
  }
}
