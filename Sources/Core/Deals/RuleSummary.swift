/// A rule as it stands in a list.
package struct RuleSummary: Equatable, Sendable {
  package let rule: AlertRule
  /// Alerts since the person's midnight.
  package let alertsToday: Int
  /// Alerts a day that listings of the last four weeks would have made; nil where less than a day is known.
  package let expectedPerDay: Double?

  package init(_ rule: AlertRule, alertsToday: Int, expectedPerDay: Double?) {
    self.rule = rule
    self.alertsToday = alertsToday
    self.expectedPerDay = expectedPerDay
  }
}
