import Core

extension Store {
  /// Forgets a person: name, preferences, rules, watches, alerts and all that was learned are deleted. Sessions, claims,
  /// decisions and the log keep their rows under a pseudonym that leads nowhere, without positions, free text and
  /// decision records.
  ///
  /// The bytes go too: SQLite overwrites what it deletes (`secure_delete`), and the write-ahead log is emptied.
  /// - Returns: the pseudonym, a number far below zero.
  @discardableResult
  package func erasePerson(_ id: Person.ID, now: Timestamp) throws(StoreError) -> Person.ID {
    guard transaction == .none else { throw .misuse("an erasure inside another transaction") }
    let pseudonym = try write { () throws(StoreError) in
      _ = try person(id)
      let pseudonym = try newPseudonym(now: now)
      try forgetLog(of: id, as: pseudonym)
      try forgetAssignments(of: id, as: pseudonym)
      try forgetWeeks(of: id, as: pseudonym)
      try forgetCommands(of: id, as: pseudonym)
      try forgetSessions(of: id, as: pseudonym, now: now)
      try forgetPerson(id)
      for topic in [Topic.people, .sessions, .claims, .log, .commands, .rules, .alerts] { touch(topic) }
      memory.ruleDesk = nil
      memory.people.forget(id.value)
      memory.session = nil
      return pseudonym
    }
    // Readers keep old pages of the log in use only for a moment; whoever holds them for longer gets the next commit's
    // checkpoint instead.
    truncateLog()
    return pseudonym
  }

  /// Empties the write-ahead log; false if readers kept it in use for two seconds.
  @discardableResult
  package func truncateLog() -> Bool {
    connection.truncateLog(waiting: .seconds(2))
  }

  private func newPseudonym(now: Timestamp) throws(StoreError) -> Person.ID {
    try connection.run(
      """
      INSERT INTO erasure (pseudonym, erased_at)
      SELECT ifnull(min(pseudonym), -1000000000000) - 1, :now
        FROM erasure
      """,
      [":now": .instant(now)])
    return Person.ID(
      try connection.integer(
        """
        SELECT min(pseudonym)
          FROM erasure
        """))
  }

  private func forgetLog(of id: Person.ID, as pseudonym: Person.ID) throws(StoreError) {
    try forgetWalks(of: id)
    // A few walks from known doors would give the position away.
    try connection.run(
      """
      UPDATE interaction
         SET person_id = :pseudonym,
             latitude = NULL,
             longitude = NULL,
             walk_metres = NULL,
             note = NULL
       WHERE person_id = :person
      """,
      [":pseudonym": .id(pseudonym), ":person": .id(id)])
    try connection.run(
      """
      UPDATE decision
         SET record = NULL
       WHERE session_id IN (
         SELECT id
           FROM session
          WHERE person_id = :person)
      """,
      [":person": .id(id)])
    try connection.run(
      """
      UPDATE claim
         SET person_id = :pseudonym,
             idempotency_key = NULL
       WHERE person_id = :person
      """,
      [":pseudonym": .id(pseudonym), ":person": .id(id)])
  }

  /// The walks of a person's acceptances leave what medians are taken of, as they leave the log.
  private func forgetWalks(of id: Person.ID) throws(StoreError) {
    let walks = try connection.rows(
      """
      SELECT offer_id, partner_id, at, walk_metres
        FROM interaction
       WHERE person_id = :person
         AND type = 'acceptance'
         AND walk_metres IS NOT NULL
      """,
      [":person": .id(id)]
    ) { row throws(StoreError) in
      (
        offer: Offer.ID(row.integer(0)), partner: Partner.ID(row.integer(1)), at: row.instant(2),
        walk: Walk(distance: Metres(row.real(3)))
      )
    }
    for (offer, partner, instant, walk) in walks {
      rollups.forgetWalk(walk, of: offer, at: instant, zone: try partnerZone(partner))
    }
  }

  /// What they asked for is in the command log too.
  private func forgetCommands(of id: Person.ID, as pseudonym: Person.ID) throws(StoreError) {
    try connection.run(
      """
      UPDATE command_log
         SET subject_id = :pseudonym,
             version_before = NULL,
             version_after = NULL,
             facts_of = NULL,
             before = NULL,
             after = NULL,
             note = NULL
       WHERE subject_kind = 'preferences'
         AND subject_id = :person
      """,
      [":pseudonym": .id(pseudonym), ":person": .id(id)])
    // Rules and watches keep their numbers, which lead nowhere once they are gone.
    try connection.run(
      """
      UPDATE command_log
         SET version_before = NULL,
             version_after = NULL,
             facts_of = NULL,
             before = NULL,
             after = NULL,
             note = NULL
       WHERE subject_kind IN ('rule', 'watch')
         AND ifnull(json_extract(before, '$.person_id'), json_extract(after, '$.person_id')) = :person
      """,
      [":person": .id(id)])
  }

  /// A session that still runs ends.
  private func forgetSessions(of id: Person.ID, as pseudonym: Person.ID, now: Timestamp) throws(StoreError) {
    try connection.run(
      """
      UPDATE session
         SET person_id = :pseudonym,
             place_name = '',
             latitude = NULL,
             longitude = NULL,
             ended_at = iif(expires_at > :now AND ifnull(ended_at, expires_at) > :now, :now, ended_at)
       WHERE person_id = :person
      """,
      [":pseudonym": .id(pseudonym), ":now": .instant(now), ":person": .id(id)])
  }

  /// Preferences, affinities and daily counts go with the person.
  private func forgetPerson(_ id: Person.ID) throws(StoreError) {
    try connection.run("DELETE FROM person_offer WHERE subject = :person", [":person": .id(id)])
    try connection.run("DELETE FROM person WHERE id = :person", [":person": .id(id)])
  }
}
