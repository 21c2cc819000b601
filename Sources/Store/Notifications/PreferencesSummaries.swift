import Core

extension Store {
  /// All that decides when a person hears of anything, and what follows from it now.
  package func preferencesSummary(of id: Person.ID, now: Timestamp) throws(StoreError) -> PreferencesSummary {
    try read { () throws(StoreError) in
      let person = try person(id)
      let zone = try zone(person.zone)
      return PreferencesSummary(
        of: try preferences(of: id), person: person, in: zone, sentToday: try toldToday(id, in: zone, now: now),
        held: try heldNow(of: id), nextDigest: try expectedDigest(of: id, now: now), now: now)
    }
  }

  /// What waits of a person, by reason, the most frequent first. Plan: `alert_due` and `alert_digest`.
  private func heldNow(of person: Person.ID) throws(StoreError) -> [Digest.Held] {
    try connection.rows(
      """
      SELECT reason_code, count(*)
        FROM (SELECT reason_code
                FROM alert
               WHERE (state = 'queued' OR state = 'held')
                 AND person_id = :person
                 AND kind IN ('deal', 'price')
               UNION ALL
              SELECT reason_code
                FROM alert
               WHERE state = 'digest'
                 AND person_id = :person)
       WHERE reason_code IS NOT NULL
       GROUP BY reason_code
       ORDER BY count(*) DESC, reason_code
      """,
      [":person": .id(person)]
    ) { row throws(StoreError) in Digest.Held(code: try row.choice(0), count: row.count(1)) }
  }
}
