import Core

/// An answer to a question about rules, watches and alerts.
package enum DealsOutcome: Hashable, Sendable {
  case pause(AlertRule.ID)
  case resume(AlertRule.ID, catchesUp: Bool)
  case delete([AlertRule.ID])
  case unwatch([Watch.ID])
  case snooze([Alert.ID], until: Timestamp)
  case look(at: Person.ID)
}
