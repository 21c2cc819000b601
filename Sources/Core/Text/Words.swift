/// Numbers inside sentences, short enough to read at a glance.
package enum Words {
  /// A number without a needless fraction: 47, 12.5.
  package static func number(_ value: Double) -> String {
    number(value, decimals: 1)
  }

  /// The same with at most so many decimals, 0 to 6.
  private static func number(_ value: Double, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    guard value.magnitude < 1e9 else { return "\(value)" }
    // Adding zero turns -0 into 0.
    let rounded = (value * scale).rounded() / scale + 0
    return rounded == rounded.rounded() ? "\(Int64(rounded))" : "\(rounded)"
  }

  /// A count with its noun: 1 time, 3 times.
  package static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// Minutes of waiting, walking or parking: 47 min.
  package static func minutes(_ value: Double) -> String {
    "\(number(value)) min"
  }

  /// A share of one as a percentage: 62 %.
  package static func percent(_ share: Double) -> String {
    "\(number((share * 100).rounded())) %"
  }

  /// Two values that differ, with as many decimals as it takes to see it, and up to `decimals` in any case.
  package static func pair(_ one: Double, _ other: Double, decimals least: Int = 0) -> (String, String) {
    for decimals in least...max(least, 6) {
      let texts = (number(one, decimals: decimals), number(other, decimals: decimals))
      if texts.0 != texts.1 || one == other { return texts }
    }
    return ("\(one)", "\(other)")
  }

  /// Items as a person lists them: fri, sat and sun.
  package static func all(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Items as a person lists them: fri, sat or sun.
  package static func either(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " or " + last
  }
}
