import Core

/// What became of alerts, counted.
extension Store {
  /// Of the alerts raised in a span, `until` excluded: of one person, or of everybody.
  /// Plan: index `alert_at`, and `alert_rule_at` and `alert_watch_at` once a rule and a watch.
  package func alertMetrics(
    of person: Person.ID?, from: Timestamp, until: Timestamp, now: Timestamp
  ) throws(StoreError) -> AlertMetrics {
    try read { () throws(StoreError) in
      if let person { _ = try self.person(person) }
      var counts = try countAlerts(of: person, from: from, until: until, now: now)
      try countRules(into: &counts, of: person, from: from, until: until)
      try countWatches(into: &counts, of: person, from: from, until: until)
      return AlertMetrics(from: from, until: until, counts: counts)
    }
  }

  private func countAlerts(
    of person: Person.ID?, from: Timestamp, until: Timestamp, now: Timestamp
  ) throws(StoreError) -> AlertMetrics.Counts {
    let counts = try connection.row(
      """
      SELECT count(*) FILTER (WHERE is_alert),
             count(*) FILTER (WHERE is_alert AND is_sent),
             count(*) FILTER (WHERE is_alert AND is_limited),
             count(*) FILTER (WHERE is_message),
             count(*) FILTER (WHERE is_message AND read_at IS NOT NULL),
             count(*) FILTER (WHERE is_message AND decided_at <= :before),
             count(*) FILTER (WHERE is_message AND decided_at <= :before AND read_at - decided_at <= :prompt)
        FROM (
          SELECT read_at, decided_at, kind IN ('deal', 'price') AS is_alert, state = 'sent' AS is_sent,
                 ifnull(reason_code IN ('cap.day', 'throttle.rule', 'throttle.person'), 0) AS is_limited,
                 state = 'sent' AND (kind IN ('more', 'digest') OR digest_id IS NULL) AS is_message
            FROM alert
           WHERE at >= :from
             AND at < :until
             AND (:person IS NULL OR person_id = :person))
      """,
      [
        ":before": .instant(now - AlertMetrics.prompt), ":prompt": .integer(AlertMetrics.prompt.milliseconds),
        ":from": .instant(from), ":until": .instant(until), ":person": .id(person),
      ]
    ) { row throws(StoreError) in
      var counts = AlertMetrics.Counts()
      (counts.raised, counts.told, counts.limited) = (row.count(0), row.count(1), row.count(2))
      (counts.messages, counts.read) = (row.count(3), row.count(4))
      (counts.sentBefore, counts.readPromptly) = (row.count(5), row.count(6))
      return counts
    }
    return counts ?? AlertMetrics.Counts()
  }

  private func countRules(
    into counts: inout AlertMetrics.Counts, of person: Person.ID?, from: Timestamp, until: Timestamp
  ) throws(StoreError) {
    try connection.each(
      """
      SELECT count(*),
             count(*) FILTER (WHERE EXISTS (
               SELECT 1 FROM alert WHERE alert.rule_id = alert_rule.id AND alert.at >= :from AND alert.at < :until))
        FROM alert_rule
       WHERE is_enabled = 1
         AND (:person IS NULL OR person_id = :person)
      """,
      [":from": .instant(from), ":until": .instant(until), ":person": .id(person)]
    ) { row throws(StoreError) in (counts.rules, counts.rulesThatFound) = (row.count(0), row.count(1)) }
  }

  private func countWatches(
    into counts: inout AlertMetrics.Counts, of person: Person.ID?, from: Timestamp, until: Timestamp
  ) throws(StoreError) {
    try connection.each(
      """
      SELECT count(*),
             count(*) FILTER (WHERE EXISTS (
               SELECT 1 FROM alert WHERE alert.watch_id = watch.id AND alert.at >= :from AND alert.at < :until))
        FROM watch
       WHERE :person IS NULL
          OR person_id = :person
      """,
      [":from": .instant(from), ":until": .instant(until), ":person": .id(person)]
    ) { row throws(StoreError) in (counts.watches, counts.watchesThatTold) = (row.count(0), row.count(1)) }
  }
}
