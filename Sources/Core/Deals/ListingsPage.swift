/// Stored listings, each held against a rule: those that meet it, then those that miss it least.
package struct ListingsPage: Equatable, Sendable {
  /// A listing in the list.
  package struct Row: Equatable, Sendable {
    package let listing: Listing
    /// Whether the rule finds it; nil where there is no rule.
    package let matches: Bool?
    /// The criteria it does not meet, in the order of the funnel.
    package let unmet: [RuleCriterion]
    /// Why the first of them is not met; empty where all are.
    package let reason: String

    package init(_ listing: Listing, matches: Bool?, unmet: [RuleCriterion], reason: String) {
      self.listing = listing
      self.matches = matches
      self.unmet = unmet
      self.reason = reason
    }
  }

  package let rule: AlertRule.ID?
  package let rows: [Row]
  /// How many there are; more than the rows where there are very many.
  package let total: Int

  package init(rule: AlertRule.ID?, rows: [Row], total: Int) {
    self.rule = rule
    self.rows = rows
    self.total = total
  }
}

/// Which listings to read.
package struct ListingsRequest: Hashable, Sendable {
  /// The rule they are held against.
  package let rule: AlertRule.ID?
  /// Most rows.
  package let limit: Int
  /// A listing that is among the rows however many others stand before it, if it is there.
  package let including: Listing.ID?

  package init(rule: AlertRule.ID?, limit: Int = 2000, including: Listing.ID? = nil) {
    self.rule = rule
    self.limit = limit
    self.including = including
  }
}
