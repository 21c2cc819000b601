/// Everything about one rule: what it asks for, and what it finds among the stored listings.
package struct RuleSheet: Equatable, Sendable {
  package let rule: AlertRule
  /// What it would find now; the same as a test of it says.
  package let preview: RulePreview
  /// Its latest alerts, latest first.
  package let alerts: [InboxItem]

  package init(_ rule: AlertRule, preview: RulePreview, alerts: [InboxItem]) {
    self.rule = rule
    self.preview = preview
    self.alerts = alerts
  }
}
