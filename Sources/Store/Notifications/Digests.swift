import Core

/// A digest as it was composed.
package struct StoredDigest: Hashable, Sendable {
  package let id: Digest.ID
  package let person: Person.ID
  package let window: NotificationWindow
  package let composedAt: Timestamp
  package let subject: String
  package let text: String
  package let html: String
}

extension Store {
  /// Composes every digest whose window has come, the longest due first. Plan: index `digest_due_at`.
  /// - Returns: how many there were.
  func composeDueDigests(now: Timestamp) throws(StoreError) -> Int {
    let due = try connection.rows(
      """
      SELECT person_id
        FROM digest_due
       WHERE due_at <= :now
       ORDER BY due_at, person_id
      """,
      [":now": .instant(now)]
    ) { row throws(StoreError) in Person.ID(row.integer(0)) }
    var composed = 0
    for person in due where try composeDigest(of: person, now: now) { composed += 1 }
    return composed
  }

  /// The digest a person would get at their next window, as things stand; nothing is written.
  /// - Returns: nil for those who get none.
  package func digestPreview(of person: Person.ID, now: Timestamp) throws(StoreError) -> Digest? {
    try read { () throws(StoreError) in
      _ = try self.person(person)
      guard let window = try expectedDigest(of: person, now: now) else { return nil }
      return try digest(of: person, at: window, now: now)
    }
  }

  /// The window of the next digest a person gets if there is anything to tell.
  func expectedDigest(of person: Person.ID, now: Timestamp) throws(StoreError) -> NotificationWindow? {
    guard let due = try digestDue(of: person) else { return nil }
    return try window(of: person, at: due)
  }

  /// One digest. Plan: primary key.
  package func digest(_ id: Digest.ID) throws(StoreError) -> StoredDigest {
    let digest = try connection.row(
      """
      SELECT id, person_id, cadence, day, window_at, composed_at, subject, body_text, body_html
        FROM digest
       WHERE id = :id
      """,
      [":id": .id(id)]
    ) { row throws(StoreError) in
      StoredDigest(
        id: row.id(0), person: row.id(1),
        window: NotificationWindow(
          cadence: try row.choice(2), date: CivilDate(dayNumber: row.count(3)), at: row.instant(4)),
        composedAt: row.instant(5), subject: row.text(6), text: row.text(7), html: row.text(8))
    }
    guard let digest else { throw .notFound("digest", id) }
    return digest
  }

  /// Composes one digest and plans the next. The window is claimed by the row itself: whoever comes second finds it, or
  /// finds that nothing is due any more.
  private func composeDigest(of person: Person.ID, now: Timestamp) throws(StoreError) -> Bool {
    let window = try window(of: person, at: now)
    try dropToldBefore(of: person, now: now)
    let digest = try digest(of: person, at: window, now: now)
    let isNew = try claim(window, digest, now: now)
    if isNew {
      let id = Digest.ID(connection.lastInsertedID)
      try putWaiting(of: person, into: id, now: now)
      try raise(digest, id, now: now)
    } else {
      try postponeWaiting(of: person, now: now)
    }
    touch(.alerts)
    try connection.run("DELETE FROM digest_due WHERE person_id = :person", [":person": .id(person)])
    try planDigest(of: person, now: now)
    return isNew
  }

  /// The window that is open at an instant: the last one before it, for whoever was away when it came.
  private func window(of id: Person.ID, at instant: Timestamp) throws(StoreError) -> NotificationWindow {
    let timing = try alertTiming(of: id)
    let windows = NotificationWindows(in: timing.zone)
    var window = windows.next(.daily, after: instant - .days(3))
    while true {
      let next = windows.next(.daily, after: window.at)
      guard next.at <= instant else { break }
      window = next
    }
    guard timing.preferences.alertFrequency == .weekly, window.date.weekday == .mon else { return window }
    return NotificationWindow(cadence: .weekly, date: window.date, at: window.at)
  }

  /// Writes the digest of a window; false where there is nothing to tell, or the window has its digest.
  private func claim(_ window: NotificationWindow, _ digest: Digest, now: Timestamp) throws(StoreError) -> Bool {
    guard !digest.isEmpty else { return false }
    try connection.run(
      """
      INSERT INTO digest (person_id, cadence, day, window_at, composed_at, subject, body_text, body_html)
      VALUES (:person, :cadence, :day, :window, :now, :subject, :text, :html)
      ON CONFLICT (person_id, day) DO NOTHING
      """,
      [
        ":person": .id(digest.person.id), ":cadence": .choice(window.cadence),
        ":day": .integer(Int64(window.date.dayNumber)), ":window": .instant(window.at), ":now": .instant(now),
        ":subject": .text(digest.title), ":text": .text(digest.text), ":html": .text(digest.html),
      ])
    return connection.changes > 0
  }

  /// The digest's own place in the inbox.
  private func raise(_ digest: Digest, _ id: Digest.ID, now: Timestamp) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO alert (person_id, kind, origin, matched_words, at, state, due_at, digest_id)
      VALUES (:person, 'digest', :origin, '', :now, 'queued', :now, :digest)
      """,
      [
        ":person": .id(digest.person.id), ":origin": .text(digest.title), ":now": .instant(now), ":digest": .id(id),
      ])
  }

  /// What waited is told with the digest, by name or by number, and needs no look of its own.
  private func putWaiting(
    of person: Person.ID, into digest: Digest.ID, now: Timestamp
  ) throws(StoreError) {
    try connection.run(
      """
      UPDATE alert
         SET state = 'sent',
             digest_id = :digest,
             decided_at = :now,
             read_at = :now
       WHERE person_id = :person
         AND state = 'digest'
         AND due_at <= :now
      """,
      [":digest": .id(digest), ":now": .instant(now), ":person": .id(person)])
  }
  /// What is left belongs into the next digest: this day has its own already.
  private func postponeWaiting(of person: Person.ID, now: Timestamp) throws(StoreError) {
    let next = NotificationWindows(in: try alertTiming(of: person).zone).next(.daily, after: now)
    try connection.run(
      """
      UPDATE alert
         SET due_at = :next
       WHERE person_id = :person
         AND state = 'digest'
         AND due_at <= :now
      """,
      [":next": .instant(next.at), ":person": .id(person), ":now": .instant(now)])
  }

  /// What was told at once meanwhile is not told again.
  private func dropToldBefore(of person: Person.ID, now: Timestamp) throws(StoreError) {
    let reason = AlertReason(.toldBefore, "told at once before, at this price or less")
    for listing in try toldBefore(of: person, until: now) {
      try connection.run(
        """
        UPDATE alert
           SET state = 'dropped',
               decided_at = :now,
               reason_code = :code,
               reason = :reason
         WHERE person_id = :person
           AND listing_id = :listing
           AND state = 'digest'
           AND due_at <= :now
        """,
        [
          ":now": .instant(now), ":code": .choice(reason.code), ":reason": .text(reason.text), ":person": .id(person),
          ":listing": .id(listing),
        ])
    }
  }
}
