import Core

/// What one person's alerts are decided by, with what was told so far.
struct AlertDesk {
  let timing: AlertTiming
  private var today: Int
  private var thisHour: Int
  private var byRule: [AlertRule.ID: Int]

  fileprivate init(_ timing: AlertTiming, today: Int, thisHour: Int, byRule: [AlertRule.ID: Int]) {
    self.timing = timing
    self.today = today
    self.thisHour = thisHour
    self.byRule = byRule
  }

  /// What was told before an alert of a rule.
  func counts(of rule: AlertRule.ID?) -> PendingAlert.Counts {
    PendingAlert.Counts(today: today, thisHour: thisHour, thisHourByRule: rule.flatMap { byRule[$0] } ?? 0)
  }

  /// One more was told.
  mutating func count(_ rule: AlertRule.ID?) {
    today += 1
    thisHour += 1
    if let rule { byRule[rule, default: 0] += 1 }
  }
}

extension Store {
  /// How a person's alerts are timed: by their wishes and on their clock.
  func alertTiming(of id: Person.ID) throws(StoreError) -> AlertTiming {
    let person = try person(id)
    return AlertTiming(try preferences(of: id), in: try zone(person.zone))
  }

  /// What a person's alerts are decided by at an instant.
  func alertDesk(of person: Person.ID, now: Timestamp) throws(StoreError) -> AlertDesk {
    let timing = try alertTiming(of: person)
    let (start, end) = timing.zone.hour(of: now)
    var byRule: [AlertRule.ID: Int] = [:]
    var thisHour = 0
    try connection.each(
      """
      SELECT rule_id, count(*)
        FROM alert INDEXED BY alert_told
       WHERE person_id = :person
         AND state = 'sent'
         AND digest_id IS NULL
         AND snoozed_until IS NULL
         AND kind IN ('deal', 'price')
         AND decided_at >= :start
         AND decided_at < :end
       GROUP BY rule_id
      """,
      [":person": .id(person), ":start": .instant(start), ":end": .instant(end)]
    ) { row throws(StoreError) in
      thisHour += row.count(1)
      if !row.isNull(0) { byRule[row.id(0)] = row.count(1) }
    }
    return AlertDesk(
      timing, today: try toldToday(person, in: timing.zone, now: now), thisHour: thisHour, byRule: byRule)
  }

  /// Alerts a person was told at once in their local day. Plan: index `alert_told`.
  func toldToday(_ person: Person.ID, in zone: ZoneTable, now: Timestamp) throws(StoreError) -> Int {
    let (start, end) = zone.day(of: now)
    return Int(
      try connection.integer(
        """
        SELECT count(*)
          FROM alert INDEXED BY alert_told
         WHERE person_id = :person
           AND state = 'sent'
           AND digest_id IS NULL
           AND snoozed_until IS NULL
           AND kind IN ('deal', 'price')
           AND decided_at >= :start
           AND decided_at < :end
        """,
        [":person": .id(person), ":start": .instant(start), ":end": .instant(end)]))
  }
}
