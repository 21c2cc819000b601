import Core

/// What a person was told, and what waits to be.
package struct InboxFilter: Hashable, Sendable {
  /// Only what was told and not read.
  package var isUnread: Bool
  /// Only in this state.
  package var state: Alert.State?
  package var rule: AlertRule.ID?
  /// Only alerts with smaller numbers: where the page before ended.
  package var before: Alert.ID?
  package var limit: Int

  package init(
    isUnread: Bool = false, state: Alert.State? = nil, rule: AlertRule.ID? = nil, before: Alert.ID? = nil,
    limit: Int = 50
  ) {
    self.isUnread = isUnread
    self.state = state
    self.rule = rule
    self.before = before
    self.limit = limit
  }
}

extension Store {
  /// One alert.
  package func alert(_ id: Alert.ID) throws(StoreError) -> Alert {
    let alert = try connection.row(
      """
      SELECT id, person_id, kind, rule_id, watch_id, origin, listing_id, price_epoch, trigger_number, price_cents,
             currency, matched_words, at, state, due_at, decided_at, reason_code, reason, read_at, snoozed_until,
             more_count, collapsed_into, digest_id
        FROM alert
       WHERE id = :id
      """,
      [":id": .id(id)], as: Alert.init)
    guard let alert else { throw .notFound("alert", id) }
    return alert
  }

  /// A page of a person's alerts, the latest first. Plan: index `alert_person`.
  package func inbox(of person: Person.ID, _ filter: InboxFilter = InboxFilter()) throws(StoreError) -> [Alert] {
    try connection.rows(
      """
      SELECT id, person_id, kind, rule_id, watch_id, origin, listing_id, price_epoch, trigger_number, price_cents,
             currency, matched_words, at, state, due_at, decided_at, reason_code, reason, read_at, snoozed_until,
             more_count, collapsed_into, digest_id
        FROM alert
       WHERE person_id = :person
         AND id < :before
         AND (:unread = 0 OR state = 'sent' AND read_at IS NULL)
         AND (:state IS NULL OR state = :state)
         AND (:rule IS NULL OR rule_id = :rule)
       ORDER BY id DESC
       LIMIT :limit
      """,
      [
        ":person": .id(person), ":before": .integer(filter.before?.value ?? .max), ":unread": .flag(filter.isUnread),
        ":state": .choice(filter.state), ":rule": .id(filter.rule), ":limit": .count(filter.limit),
      ], as: Alert.init)
  }

  /// How many alerts a person was told and did not read. Plan: index `alert_unread`.
  package func countUnread(of person: Person.ID) throws(StoreError) -> Int {
    Int(
      try connection.integer(
        """
        SELECT count(*)
          FROM alert
         WHERE person_id = :person
           AND state = 'sent'
           AND read_at IS NULL
        """,
        [":person": .id(person)]))
  }

  /// The last alert a rule raised of a listing; nil where there is none. Plan: index `alert_deal`.
  func latestAlert(of rule: AlertRule.ID, _ listing: Listing.ID) throws(StoreError) -> Alert? {
    try connection.row(
      """
      SELECT id, person_id, kind, rule_id, watch_id, origin, listing_id, price_epoch, trigger_number, price_cents,
             currency, matched_words, at, state, due_at, decided_at, reason_code, reason, read_at, snoozed_until,
             more_count, collapsed_into, digest_id
        FROM alert
       WHERE rule_id = :rule
         AND listing_id = :listing
         AND kind = 'deal'
       ORDER BY price_epoch DESC
       LIMIT 1
      """,
      [":rule": .id(rule), ":listing": .id(listing)], as: Alert.init)
  }

  /// Notes that an alert was read; one that was read already stays so.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` for one that was not told.
  @discardableResult
  package func readAlert(_ id: Alert.ID, by actor: Actor, now: Timestamp) throws(StoreError) -> Alert {
    try markAlert(id, readAt: now, by: actor)
  }

  /// Marks an alert that was read as new again.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` for one that was not told.
  @discardableResult
  package func unreadAlert(_ id: Alert.ID, by actor: Actor) throws(StoreError) -> Alert {
    try markAlert(id, readAt: nil, by: actor)
  }

  private func markAlert(_ id: Alert.ID, readAt: Timestamp?, by actor: Actor) throws(StoreError) -> Alert {
    try write { () throws(StoreError) in
      try permitOperator(actor, to: "read alerts")
      let current = try alert(id)
      guard current.state == .sent else { throw .notTold(current, readAt == nil ? "unread" : "read") }
      guard (current.readAt == nil) != (readAt == nil) else { return current }
      try connection.run(
        """
        UPDATE alert
           SET read_at = :read_at
         WHERE id = :id
        """,
        [":read_at": .instant(readAt), ":id": .id(id)])
      touch(.alerts)
      return try alert(id)
    }
  }

  /// Notes that a person read everything that was told up to an instant.
  package func readAlerts(of person: Person.ID, upTo instant: Timestamp) throws(StoreError) {
    try write { () throws(StoreError) in
      try connection.run(
        """
        UPDATE alert
           SET read_at = :instant
         WHERE person_id = :person
           AND state = 'sent'
           AND read_at IS NULL
           AND decided_at <= :instant
        """,
        [":instant": .instant(instant), ":person": .id(person)])
      touch(.alerts)
    }
  }

  /// Puts an alert that was told out of the inbox until an instant, when it is told again.
  /// - Throws: ``StoreError/invalid(_:)`` for an instant that is over, ``StoreError/conflict(code:sentence:)`` for an alert
  ///   that was not told.
  @discardableResult
  package func snoozeAlert(
    _ id: Alert.ID, until instant: Timestamp, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> Alert {
    guard instant > now else {
      throw .invalid(InvalidInput(field: "until", "is over; name an instant to come"))
    }
    return try write { () throws(StoreError) in
      try permitOperator(actor, to: "snooze alerts")
      let current = try alert(id)
      guard current.state == .sent || current.snoozedUntil != nil && current.state == .held else {
        throw .notTold(current, "snoozed")
      }
      try connection.run(
        """
        UPDATE alert
           SET state = 'held', due_at = :until, decided_at = :now, snoozed_until = :until, read_at = NULL,
               reason_code = NULL, reason = NULL
         WHERE id = :id
        """,
        [":until": .instant(instant), ":now": .instant(now), ":id": .id(id)])
      touch(.alerts)
      return try alert(id)
    }
  }

  /// Pauses the rule that raised an alert.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` for an alert of no rule, and for one whose rule is paused or gone.
  @discardableResult
  package func muteRule(of id: Alert.ID, by actor: Actor, now: Timestamp) throws(StoreError) -> AlertRule {
    try write { () throws(StoreError) in
      guard let rule = try alert(id).rule else {
        throw .conflict(code: "alert.rule", sentence: "alert \(id) was raised by no rule; remove its watch instead")
      }
      guard try ruleIfAny(rule) != nil else {
        throw .conflict(code: "rule.deleted", sentence: "rule \(rule) is deleted and raises nothing any more")
      }
      return try pauseRule(rule, by: actor, now: now)
    }
  }
}

extension StoreError {
  fileprivate static func notTold(_ alert: Alert, _ done: String) -> StoreError {
    .conflict(
      code: "alert.\(alert.state.rawValue)",
      sentence: "alert \(alert.id) is \(alert.state.rawValue) and cannot be \(done); only what was told can")
  }
}

extension Alert {
  /// Reads the columns in the order of ``Store/alert(_:)``.
  init(_ row: Row) throws(StoreError) {
    let reason: AlertReason? = row.isNull(16) ? nil : AlertReason(try row.choice(16), row.text(17))
    var price: Money?
    if !row.isNull(9) { price = Money(cents: row.integer(9), try row.currency(10)) }
    self.init(
      id: row.id(0), person: row.id(1), rule: row.optional(3) { row.id($0) }, watch: row.optional(4) { row.id($0) },
      kind: try row.choice(2), listing: row.optional(6) { row.id($0) }, origin: row.text(5),
      priceEpoch: row.optional(7) { row.count($0) }, triggerNumber: row.optional(8) { row.count($0) }, price: price,
      matchedWords: row.lines(11), at: row.instant(12), state: try row.choice(13), dueAt: row.instant(14),
      decidedAt: row.optional(15) { row.instant($0) }, reason: reason, readAt: row.optional(18) { row.instant($0) },
      snoozedUntil: row.optional(19) { row.instant($0) }, moreCount: row.optional(20) { row.count($0) },
      collapsedInto: row.optional(21) { row.id($0) }, digest: row.optional(22) { row.id($0) })
  }
}
