/// What a person decides of a rule: what its form, its line and its document say.
package struct RuleDraft: Hashable, Sendable {
  /// Nil is the words it looks for, see ``title``.
  package var name: String?
  package var terms: RuleTerms
  /// Empty is every channel of the person's.
  package var channels: [Preferences.Channel]
  /// Nil is the person's own.
  package var frequency: Preferences.AlertFrequency?
  package var isUrgent: Bool
  package var isEnabled: Bool

  package init(
    name: String? = nil, terms: RuleTerms = RuleTerms(), channels: [Preferences.Channel] = [],
    frequency: Preferences.AlertFrequency? = nil, isUrgent: Bool = false, isEnabled: Bool = true
  ) {
    self.name = name
    self.terms = terms
    self.channels = Preferences.Channel.allCases.filter(channels.contains)
    self.frequency = frequency
    self.isUrgent = isUrgent
    self.isEnabled = isEnabled
  }

  /// A rule as its edit begins.
  package init(_ rule: AlertRule) {
    self.init(
      name: rule.name, terms: rule.terms, channels: rule.channels, frequency: rule.frequency,
      isUrgent: rule.isUrgent, isEnabled: rule.isEnabled)
  }

  /// What it is called: its name, or else its first words, category or place.
  package var title: String {
    if let name { return name }
    let words = terms.keywords.isEmpty ? terms.categories : terms.keywords.map(\.written)
    if !words.isEmpty { return PlainText.printable(words.prefix(4).joined(separator: ", "), limit: 60) }
    return PlainText.printable(terms.area?.place ?? "rule", limit: 60)
  }

  /// - Throws: ``InvalidInput`` naming the first field that breaks a rule.
  package func check() throws(InvalidInput) {
    if let name { _ = try PlainText.checked(name, field: "name", limit: 80) }
    try terms.check()
  }
}
