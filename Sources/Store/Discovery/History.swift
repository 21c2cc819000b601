import Core

extension Store {
  /// Whose history is told.
  package enum HistorySubject: Hashable, Sendable {
    case person(Person.ID)
    case session(ParkingSession.ID)
  }

  /// Interactions in order of time, page by page: none is missed or told twice while new ones arrive.
  /// - Throws: ``StoreError/notFound(what:name:)`` for nobody's history.
  package func history(
    of subject: HistorySubject, limit: Int = 100, after cursor: HistoryCursor? = nil
  ) throws(StoreError) -> HistoryPage {
    guard (1...10_000).contains(limit) else {
      throw .invalid(InvalidInput(field: "limit", "must be between 1 and 10,000"))
    }
    return try read { () throws(StoreError) in
      // One more than asked for tells whether there is a next page.
      let found =
        switch subject {
        case .person(let id): try history(ofPerson: person(id).id, limit: limit + 1, after: cursor)
        case .session(let id): try history(ofSession: session(id).id, limit: limit + 1, after: cursor)
        }
      let entries = Array(found.prefix(limit))
      return HistoryPage(
        entries: entries, next: found.count > limit ? entries.last.map(HistoryCursor.init(after:)) : nil)
    }
  }

  /// Plan: `interaction_person`, from the cursor on.
  private func history(
    ofPerson person: Person.ID, limit: Int, after cursor: HistoryCursor?
  ) throws(StoreError) -> [HistoryEntry] {
    try connection.rows(
      """
      SELECT interaction.id, interaction.at, interaction.type, interaction.session_id, interaction.person_id,
             interaction.offer_id, offer_version.title, interaction.offer_version, interaction.partner_id,
             partner.name, interaction.claim_id, interaction.decision_id, interaction.value_cents,
             interaction.revenue_cents, interaction.reason, interaction.note, interaction.milliseconds_left,
             interaction.latitude, interaction.longitude, interaction.weather, interaction.walk_metres,
             interaction.score
        FROM interaction
        JOIN offer_version ON offer_version.offer_id = interaction.offer_id
                          AND offer_version.version = interaction.offer_version
        JOIN partner ON partner.id = interaction.partner_id
       WHERE interaction.person_id = :person
         AND (interaction.at, interaction.id) > (:at, :id)
       ORDER BY interaction.at, interaction.id
       LIMIT :limit
      """,
      [
        ":person": .id(person), ":at": .integer(cursor?.at.milliseconds ?? .min),
        ":id": .integer(cursor?.id.value ?? .min), ":limit": .integer(Int64(limit)),
      ],
      as: HistoryEntry.init)
  }

  /// Plan: `interaction_shown` and `interaction_answer`, one session's entries; then the rows themselves by number.
  private func history(
    ofSession session: ParkingSession.ID, limit: Int, after cursor: HistoryCursor?
  ) throws(StoreError) -> [HistoryEntry] {
    try connection.rows(
      """
      SELECT interaction.id, interaction.at, interaction.type, interaction.session_id, interaction.person_id,
             interaction.offer_id, offer_version.title, interaction.offer_version, interaction.partner_id,
             partner.name, interaction.claim_id, interaction.decision_id, interaction.value_cents,
             interaction.revenue_cents, interaction.reason, interaction.note, interaction.milliseconds_left,
             interaction.latitude, interaction.longitude, interaction.weather, interaction.walk_metres,
             interaction.score
        FROM (
          SELECT id
            FROM interaction
           WHERE session_id = :session
             AND type = 'impression'
          UNION ALL
          SELECT id
            FROM interaction
           WHERE session_id = :session
             AND type = 'view'
          UNION ALL
          SELECT id
            FROM interaction
           WHERE session_id = :session
             AND (type = 'acceptance' OR type = 'dismissal' OR type = 'redemption' OR type = 'expiry')
        ) AS told
        JOIN interaction ON interaction.id = told.id
        JOIN offer_version ON offer_version.offer_id = interaction.offer_id
                          AND offer_version.version = interaction.offer_version
        JOIN partner ON partner.id = interaction.partner_id
       WHERE (interaction.at, interaction.id) > (:at, :id)
       ORDER BY interaction.at, interaction.id
       LIMIT :limit
      """,
      [
        ":session": .id(session), ":at": .integer(cursor?.at.milliseconds ?? .min),
        ":id": .integer(cursor?.id.value ?? .min), ":limit": .integer(Int64(limit)),
      ],
      as: HistoryEntry.init)
  }
}
