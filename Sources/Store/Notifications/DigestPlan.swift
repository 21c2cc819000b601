import Core

/// When each person's next digest is due.
extension Store {
  /// Works out anew when a person's next digest is due: the first window of what they, or an enabled rule of theirs,
  /// asked for, or that alerts wait for already. Called when preferences, rules or watches change. A digest that is due
  /// and not composed yet stays so.
  package func planDigest(of person: Person.ID, now: Timestamp) throws(StoreError) {
    let known = try digestDue(of: person)
    if let known, known <= now { return }
    let next = try nextWindow(of: person, after: now)?.at
    let due = try [next, firstWaiting(of: person)].compactMap(\.self).min()
    guard due != known else { return }
    guard let due else {
      try connection.run("DELETE FROM digest_due WHERE person_id = :person", [":person": .id(person)])
      return
    }
    try setDigestDue(of: person, at: due)
  }

  /// An alert waits for a window: the digest is due then at the latest.
  func expectDigest(of person: Person.ID, at window: Timestamp) throws(StoreError) {
    if let known = try digestDue(of: person), known <= window { return }
    try setDigestDue(of: person, at: window)
  }

  /// The first window that a person, or a rule of theirs, asks for; nil where nothing does, and for those without rules
  /// and watches, who have nothing to be told.
  func nextWindow(of id: Person.ID, after now: Timestamp) throws(StoreError) -> NotificationWindow? {
    let timing = try alertTiming(of: id)
    var asked: Set<String> = []
    try connection.each(
      """
      SELECT ifnull(frequency, :own)
        FROM alert_rule
       WHERE person_id = :person
         AND is_enabled = 1
      UNION
      SELECT :own
        FROM watch
       WHERE person_id = :person
      """,
      [":own": .choice(timing.preferences.alertFrequency), ":person": .id(id)]
    ) { row throws(StoreError) in asked.insert(row.text(0)) }
    let windows = NotificationWindows(in: timing.zone)
    return asked.compactMap { Preferences.AlertFrequency(rawValue: $0)?.cadence }
      .map { windows.next($0, after: now) }.min { $0.at < $1.at }
  }

  /// Plan: primary key.
  func digestDue(of person: Person.ID) throws(StoreError) -> Timestamp? {
    try connection.row(
      """
      SELECT due_at
        FROM digest_due
       WHERE person_id = :person
      """,
      [":person": .id(person)]
    ) { row throws(StoreError) in row.instant(0) }
  }

  /// The first window that alerts of a person wait for. Plan: index `alert_digest`.
  private func firstWaiting(of person: Person.ID) throws(StoreError) -> Timestamp? {
    let first = try connection.row(
      """
      SELECT min(due_at)
        FROM alert
       WHERE person_id = :person
         AND state = 'digest'
      """,
      [":person": .id(person)]
    ) { row throws(StoreError) in row.optional(0) { row.instant($0) } }
    return first ?? nil
  }

  private func setDigestDue(of person: Person.ID, at due: Timestamp) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO digest_due (person_id, due_at)
      VALUES (:person, :due)
      ON CONFLICT (person_id) DO UPDATE SET
        due_at = excluded.due_at
      """,
      [":person": .id(person), ":due": .instant(due)])
  }

  /// What was held for a person is decided again: they wish something else now. What waits for a digest stays there, so
  /// that nothing is told twice.
  func reconsiderAlerts(of person: Person.ID, now: Timestamp) throws(StoreError) {
    try connection.run(
      """
      UPDATE alert
         SET due_at = :now
       WHERE person_id = :person
         AND (state = 'queued' OR state = 'held')
         AND kind <> 'more'
         AND snoozed_until IS NULL
         AND due_at > :now
      """,
      [":now": .instant(now), ":person": .id(person)])
    try planDigest(of: person, now: now)
    try decideDue(now: now)
  }
}
