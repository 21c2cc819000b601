import Core

/// What became of all that was due at one moment.
package struct DueReport: Hashable, Sendable {
  /// How many alerts each state got.
  package internal(set) var alerts: [Alert.State: Int] = [:]
  package internal(set) var digests = 0
}

extension Store {
  /// Decides every alert that is due, by what its person wishes now, and composes the digests whose windows have come.
  ///
  /// The last part of every transaction that raises alerts; a sweep and a dashboard ask for what has become due since.
  /// Plan: `alert_due` and `digest_due_at`, so that it costs nothing while nothing is due.
  @discardableResult
  package func decideDue(now: Timestamp) throws(StoreError) -> DueReport {
    try write { () throws(StoreError) in
      var report = DueReport()
      try decideAlerts(now: now, &report)
      report.digests = try composeDueDigests(now: now)
      // A digest is an alert itself, which waits for the end of quiet hours as any other.
      if report.digests > 0 { try decideAlerts(now: now, &report) }
      return report
    }
  }

  /// When something is due next; nil while nothing is waited for. Plan: the first entries of two indexes.
  package func nextDue() throws(StoreError) -> Timestamp? {
    let next = try connection.row(
      """
      SELECT min(due_at)
        FROM (SELECT min(due_at) AS due_at
                FROM alert
               WHERE state = 'queued' OR state = 'held'
               UNION ALL
              SELECT min(due_at)
                FROM digest_due)
      """
    ) { row throws(StoreError) in row.optional(0) { row.instant($0) } }
    return next ?? nil
  }

  private func decideAlerts(now: Timestamp, _ report: inout DueReport) throws(StoreError) {
    let due = try connection.rows(
      """
      SELECT alert.id, alert.person_id, alert.kind, alert.rule_id, alert.watch_id, alert.origin, listing.category,
             alert.snoozed_until IS NOT NULL
        FROM alert
        LEFT JOIN listing ON listing.id = alert.listing_id
       WHERE (alert.state = 'queued' OR alert.state = 'held')
         AND alert.due_at <= :now
       ORDER BY alert.due_at, alert.id
      """,
      [":now": .instant(now)], as: DueAlert.init)
    guard !due.isEmpty else { return }
    var desks: [Person.ID: AlertDesk] = [:]
    var origins = AlertOrigins()
    for alert in due {
      var desk = if let known = desks[alert.person] { known } else { try alertDesk(of: alert.person, now: now) }
      let origin = try origins.facts(of: alert, in: self)
      let pending = PendingAlert(
        kind: alert.kind, category: alert.category, isUrgent: origin.isUrgent, frequency: origin.frequency,
        cancellation: origin.cancellation, isSnoozed: alert.isSnoozed, counts: desk.counts(of: alert.rule))
      let decision = desk.timing.decide(pending, now: now)
      let state = try carryOut(decision, of: alert, from: origin, desk, now: now)
      if state == .sent, pending.isCounted { desk.count(alert.rule) }
      report.alerts[state, default: 0] += 1
      desks[alert.person] = desk
    }
    touch(.alerts)
  }
}

extension PendingAlert {
  /// Whether it counts toward the day's cap and the hour's limits once it is sent.
  fileprivate var isCounted: Bool { !isSnoozed && (kind == .deal || kind == .price) }
}

/// An alert that is due, as it is stored.
struct DueAlert {
  let id: Alert.ID
  let person: Person.ID
  let kind: Alert.Kind
  let rule: AlertRule.ID?
  let watch: Watch.ID?
  let origin: String
  let category: String?
  let isSnoozed: Bool

  fileprivate init(_ row: Row) throws(StoreError) {
    id = row.id(0)
    person = row.id(1)
    kind = try row.choice(2)
    rule = row.optional(3) { row.id($0) }
    watch = row.optional(4) { row.id($0) }
    origin = row.text(5)
    category = row.optional(6) { row.text($0) }
    isSnoozed = row.flag(7)
  }
}
