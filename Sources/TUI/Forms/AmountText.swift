/// An amount of money as it is typed: `14`, `14.5`, `14.50`.
package enum AmountText {
  /// The amount in minor units; nil for anything that is no amount of at most two decimals. Never negative.
  package static func cents(_ text: String) -> Int64? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let digits = "0"..."9"
    guard let whole = parts.first, (1...12).contains(whole.count), whole.allSatisfy({ digits ~= String($0) }),
      let units = Int64(whole)
    else { return nil }
    guard parts.count == 2 else { return units * 100 }
    let decimals = parts[1]
    guard (1...2).contains(decimals.count), decimals.allSatisfy({ digits ~= String($0) }), let part = Int64(decimals)
    else { return nil }
    return units * 100 + (decimals.count == 1 ? part * 10 : part)
  }

  /// The amount as it would be typed, with two decimals.
  package static func text(cents: Int64) -> String {
    let part = cents % 100
    return "\(cents / 100).\(part < 10 ? "0" : "")\(part)"
  }
}
