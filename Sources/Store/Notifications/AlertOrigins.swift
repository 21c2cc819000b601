import Core

/// What raised some alerts, each looked up once.
struct AlertOrigins {
  /// What an alert takes from its rule.
  struct Facts {
    var isUrgent = false
    var frequency: Preferences.AlertFrequency?
    var channels: [Preferences.Channel] = []
    /// Why nobody asks for it any more; nil while somebody does.
    var cancellation: AlertReason?
  }

  private var rules: [AlertRule.ID: Facts] = [:]
  private var watches: [Watch.ID: Facts] = [:]

  /// What raised an alert, as it stands now.
  mutating func facts(of alert: DueAlert, in store: Store) throws(StoreError) -> Facts {
    if let id = alert.rule {
      if let known = rules[id] { return known }
      let facts = try store.alertFacts(of: id)
      rules[id] = facts
      return facts
    }
    guard let id = alert.watch else { return Facts() }
    if let known = watches[id] { return known }
    let facts = try store.alertFacts(of: id)
    watches[id] = facts
    return facts
  }
}

extension Store {
  /// What alerts of a rule take from it. Plan: primary key.
  fileprivate func alertFacts(of rule: AlertRule.ID) throws(StoreError) -> AlertOrigins.Facts {
    let facts = try connection.row(
      """
      SELECT is_enabled, is_urgent, frequency, channels
        FROM alert_rule
       WHERE id = :id
      """,
      [":id": .id(rule)]
    ) { row throws(StoreError) in
      AlertOrigins.Facts(
        isUrgent: row.flag(1), frequency: try row.optionalChoice(2),
        channels: row.text(3).split(separator: ",").compactMap { Preferences.Channel(rawValue: String($0)) },
        cancellation: row.flag(0) ? nil : AlertReason(.rulePaused, "the rule is paused"))
    }
    return facts ?? AlertOrigins.Facts(cancellation: AlertReason(.ruleDeleted, "the rule was deleted"))
  }

  /// The same of a watch, which has no wishes of its own.
  fileprivate func alertFacts(of watch: Watch.ID) throws(StoreError) -> AlertOrigins.Facts {
    let isThere = try connection.exists("SELECT id FROM watch WHERE id = :id", [":id": .id(watch)])
    return AlertOrigins.Facts(cancellation: isThere ? nil : AlertReason(.watchRemoved, "the watch was removed"))
  }
}
