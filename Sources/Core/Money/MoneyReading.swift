extension Money {
  /// The minor units of an amount as people write it: `42`, `42.5` or `42.50`.
  /// - Throws: ``InvalidInput`` naming `field` for anything else, and for more than a million.
  package static func cents(parsing text: String, field: String) throws(InvalidInput) -> Int64 {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1] : "00"
    let isDigits = (parts[0] + fraction).utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard isDigits, (1...7).contains(parts[0].utf8.count), (1...2).contains(fraction.utf8.count),
      let whole = Int64(parts[0]), let rest = Int64(fraction)
    else { throw InvalidInput(field: field, "must be an amount such as 42.50, not '\(text.prefix(40))'") }
    let cents = whole * 100 + (fraction.utf8.count == 1 ? rest * 10 : rest)
    guard cents <= 100_000_000 else { throw InvalidInput(field: field, "must be at most 1,000,000.00") }
    return cents
  }
}
