/// Amounts as documents have them: numbers in currency units, whose currency stands in a field of its own.
extension JSON {
  /// Cents as units of currency: 4250 is 42.5; null where there is none.
  package static func amount(cents: Int64?) -> JSON {
    .optional(cents.map { Double($0) / 100 })
  }
}

extension Money {
  /// The cents of an amount in units of currency.
  /// - Throws: if it has more than two decimals, or is a ten million million or more.
  static func cents(ofAmount amount: Double?, field: String) throws(InvalidInput) -> Int64? {
    guard let amount else { return nil }
    let cents = (amount * 100).rounded()
    guard abs(cents) < 1e15, abs(amount * 100 - cents) < 1e-6 * max(1, abs(cents)) else {
      throw InvalidInput(field: field, "must be an amount with two decimals at most, such as 42.50")
    }
    return Int64(cents)
  }
}
