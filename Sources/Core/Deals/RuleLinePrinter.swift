/// Writes the line of a rule, in the order in which people say it.
enum RuleLinePrinter {
  static func line(_ draft: RuleDraft) -> String {
    let terms = draft.terms
    var parts = terms.keywords.map(\.text) + terms.excludes.map { "-" + $0.text }
    if !terms.categories.isEmpty { parts.append("in:" + terms.categories.map(category).joined(separator: ",")) }
    if terms.hasPrice {
      let (least, most) = (terms.minPriceCents.map(amount) ?? "", terms.maxPriceCents.map(amount) ?? "")
      parts.append("price:\(least)..\(most)\(terms.currency?.code ?? "")")
    }
    if let score = terms.minDealScore { parts.append("score>=\(number(score))") }
    if let area = terms.area {
      let position = "\(number(area.center.latitude)),\(number(area.center.longitude))"
      parts.append(
        "within:\(number(area.radius))\(area.unit.rawValue) of \(area.place.map(RuleToken.quoted) ?? position)")
    }
    if let condition = terms.condition { parts.append("condition:\(condition.rawValue)") }
    if let condition = terms.minCondition { parts.append("condition>=\(condition.rawValue)") }
    if !draft.channels.isEmpty { parts.append("via:" + draft.channels.map(\.rawValue).joined(separator: ",")) }
    if let frequency = draft.frequency { parts.append("every:\(frequency.rawValue)") }
    if draft.isUrgent { parts.append("urgent") }
    if !draft.isEnabled { parts.append("paused") }
    if let name = draft.name { parts.append("name:" + RuleToken.quoted(name)) }
    return parts.joined(separator: " ")
  }

  private static func category(_ name: String) -> String {
    name.contains { RuleToken.isSpecial($0) || $0 == "," } ? RuleToken.quoted(name) : name
  }

  private static func amount(_ cents: Int64) -> String {
    cents % 100 == 0 ? "\(cents / 100)" : "\(cents / 100).\(padded(Int(cents % 100), 2))"
  }

  /// The shortest text that reads back as the same number, without a needless fraction.
  private static func number(_ value: Double) -> String {
    Int64(exactly: value).map(String.init) ?? "\(value)"
  }
}
