/// Numbers inside sentences, short enough to read at a glance.
package enum Words {
  /// A number without a needless fraction: 47, 12.5.
  package static func number(_ value: Double) -> String {
    let tenths = (value * 10).rounded()
    guard tenths.isFinite, abs(tenths) < 1e15 else { return "\(value)" }
    let whole = Int64(tenths)
    let sign = whole < 0 ? "-" : ""
    return whole % 10 == 0 ? "\(whole / 10)" : "\(sign)\(whole.magnitude / 10).\(whole.magnitude % 10)"
  }

  /// Minutes of waiting, walking or parking: 47 min.
  package static func minutes(_ value: Double) -> String {
    "\(number(value)) min"
  }

  /// A share of one as a percentage: 62 %.
  package static func percent(_ share: Double) -> String {
    "\(number((share * 100).rounded())) %"
  }

  /// Two values that differ, with as many decimals as it takes to see it.
  package static func pair(_ one: Double, _ other: Double) -> (String, String) {
    let whole = (number(one.rounded()), number(other.rounded()))
    if whole.0 != whole.1 || one == other { return whole }
    let tenths = (number(one), number(other))
    return tenths.0 != tenths.1 ? tenths : ("\(one)", "\(other)")
  }

  /// Items as a person lists them: fri, sat or sun.
  package static func either(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " or " + last
  }
}
