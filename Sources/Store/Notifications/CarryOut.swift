import Core

/// What was decided of an alert, written down.
extension Store {
  /// - Returns: the state the alert got.
  func carryOut(
    _ decision: AlertDecision, of alert: DueAlert, from origin: AlertOrigins.Facts, _ desk: AlertDesk, now: Timestamp
  ) throws(StoreError) -> Alert.State {
    switch decision {
    case .send:
      try send(
        alert, by: AlertDelivery.all(of: origin.channels, to: desk.timing.preferences.channels, at: now), now: now)
      return .sent
    case .hold(let until, let reason):
      try set(alert.id, .held, dueAt: until, reason, now: now)
      return .held
    case .digest(let window, let reason):
      try set(alert.id, .digest, dueAt: window.at, reason, now: now)
      try expectDigest(of: alert.person, at: window.at)
      return .digest
    case .collapse(let until, let reason):
      try collapse(alert, reason, until: until, now: now)
      return .collapsed
    case .drop(let reason):
      try set(alert.id, .dropped, reason, now: now)
      return .dropped
    case .cancel(let reason):
      try set(alert.id, .cancelled, reason, now: now)
      return .cancelled
    }
  }

  /// Puts an alert on its ways. Why it was held before stays with it.
  private func send(_ alert: DueAlert, by deliveries: [AlertDelivery], now: Timestamp) throws(StoreError) {
    try connection.run(
      """
      UPDATE alert
         SET state = 'sent',
             decided_at = :now
       WHERE id = :id
      """,
      [":now": .instant(now), ":id": .id(alert.id)])
    for delivery in deliveries {
      try connection.run(
        """
        INSERT INTO alert_delivery (alert_id, channel, state, at, reason)
        VALUES (:alert, :channel, :state, :at, :reason)
        ON CONFLICT (alert_id, channel) DO NOTHING
        """,
        [
          ":alert": .id(alert.id), ":channel": .choice(delivery.channel), ":state": .choice(delivery.state),
          ":at": .instant(delivery.at), ":reason": .optional(delivery.reason?.text),
        ])
    }
  }

  private func set(
    _ alert: Alert.ID, _ state: Alert.State, dueAt: Timestamp? = nil, _ reason: AlertReason, now: Timestamp
  ) throws(StoreError) {
    try connection.run(
      """
      UPDATE alert
         SET state = :state,
             due_at = ifnull(:due, due_at),
             decided_at = :now,
             reason_code = :code,
             reason = :reason
       WHERE id = :id
      """,
      [
        ":state": .choice(state), ":due": .instant(dueAt), ":now": .instant(now), ":code": .choice(reason.code),
        ":reason": .text(reason.text), ":id": .id(alert),
      ])
  }

  /// Lets an alert be told by the one that stands for all of its hour: of its rule, or of its person where it is the
  /// person's limit that was reached.
  private func collapse(
    _ alert: DueAlert, _ reason: AlertReason, until end: Timestamp, now: Timestamp
  ) throws(StoreError) {
    let rule = reason.code == .ruleThrottle ? alert.rule : nil
    let known = try connection.row(
      """
      SELECT id
        FROM alert
       WHERE state = 'queued'
         AND due_at = :end
         AND kind = 'more'
         AND person_id = :person
         AND rule_id IS :rule
      """,
      [":end": .instant(end), ":person": .id(alert.person), ":rule": .id(rule)]
    ) { row throws(StoreError) in row.id(0, of: Alert.self) }
    let stand: Alert.ID
    if let known {
      stand = known
      try connection.run(
        """
        UPDATE alert
           SET more_count = more_count + 1
         WHERE id = :id
        """,
        [":id": .id(known)])
    } else {
      try connection.run(
        """
        INSERT INTO alert (
          person_id, kind, rule_id, origin, matched_words, at, state, due_at, reason_code, reason, more_count)
        VALUES (:person, 'more', :rule, :origin, '', :now, 'queued', :end, :code, :reason, 1)
        """,
        [
          ":person": .id(alert.person), ":rule": .id(rule), ":origin": .text(rule == nil ? "" : alert.origin),
          ":now": .instant(now), ":end": .instant(end), ":code": .choice(reason.code), ":reason": .text(reason.text),
        ])
      stand = Alert.ID(connection.lastInsertedID)
    }
    try set(alert.id, .collapsed, reason, now: now)
    try connection.run(
      """
      UPDATE alert
         SET collapsed_into = :stand
       WHERE id = :id
      """,
      [":stand": .id(stand), ":id": .id(alert.id)])
  }
}
