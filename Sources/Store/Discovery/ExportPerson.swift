import Core

extension Store {
  /// Everything that is stored of one person.
  /// - Parameter now: the instant that "today" means in the counts.
  package func exportPerson(_ id: Person.ID, now: Timestamp) throws(StoreError) -> PersonExport {
    try read { () throws(StoreError) in
      let person = try person(id)
      let day = try zone(person.zone).localDay(at: now)
      return PersonExport(
        person: person, externalID: try externalID(of: id), preferences: try preferences(of: id),
        categoryAffinity: try categoryAffinity(of: id).sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
        partnerAffinity: try partnerAffinity(of: id).sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
        offers: try histories(of: id.value, day: day).sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
        sessions: try sessions(person: id), claims: try claims(of: id), interactions: try allInteractions(of: id),
        decisions: try decisions(of: id), rules: try rules(of: id),
        watches: try watches(of: id).map { watch throws(StoreError) in try summary(of: watch, now: now) },
        alerts: try inbox(of: id, InboxFilter(limit: .max)))
    }
  }

  private func externalID(of person: Person.ID) throws(StoreError) -> String? {
    let id = try connection.row(
      """
      SELECT external_id
        FROM person
       WHERE id = :person
      """,
      [":person": .id(person)]
    ) { row throws(StoreError) in row.optional(0) { row.text($0) } }
    return id ?? nil
  }

  /// Plan: `claim_person`.
  private func claims(of person: Person.ID) throws(StoreError) -> [ClaimRecord] {
    try connection.rows(
      """
      SELECT id, code, offer_id, offer_version, session_id, person_id, decision_id, state, claimed_at, expires_at,
             closed_at, value_cents, revenue_cents
        FROM claim
       WHERE person_id = :person
       ORDER BY id
      """,
      [":person": .id(person)], as: ClaimRecord.init)
  }

  private func allInteractions(of person: Person.ID) throws(StoreError) -> [HistoryEntry] {
    var entries: [HistoryEntry] = []
    var cursor: HistoryCursor?
    repeat {
      let page = try history(of: .person(person), limit: 1000, after: cursor)
      entries += page.entries
      cursor = page.next
    } while cursor != nil
    return entries
  }

  /// Plan: `session_person`, then `decision_session`.
  private func decisions(of person: Person.ID) throws(StoreError) -> [DecisionRecord.ID] {
    try connection.rows(
      """
      SELECT decision.id
        FROM session
        JOIN decision ON decision.session_id = session.id
       WHERE session.person_id = :person
       ORDER BY decision.id
      """,
      [":person": .id(person)]
    ) { row throws(StoreError) in row.id(0) }
  }
}
