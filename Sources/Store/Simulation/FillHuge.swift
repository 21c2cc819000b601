import Core

extension Store {
  /// Writes a made-up past of millions of interactions into a fresh demo database, for measuring how everything else
  /// behaves on a long log. Faster than the simulator, and without its judgement: chances are drawn, not decided.
  ///
  /// The file is not safe against a crash until this returns; make it under another name and move it.
  /// - Parameter progress: is told, now and then, how many interactions are written.
  /// - Throws: ``StoreError/refused(code:sentence:)`` unless this is a demo database with offers and an empty log.
  package func fillHuge(
    interactions: Int, from start: Timestamp, until end: Timestamp, seed: UInt64, progress: (Int) -> Void
  ) throws(StoreError) {
    guard world.kind == .demo, try connection.integer("SELECT count(*) FROM interaction") == 0 else {
      throw .refused(code: "not_empty", sentence: "a past is written only into a fresh demo database")
    }
    try setUpForBulk()
    do {
      try write { () throws(StoreError) in
        for name in try logIndexNames() { try connection.execute("DROP INDEX \(name)") }
        var past = try HugePast(of: self, from: start, until: end, interactions: interactions, seed: seed)
        try past.write(progress: progress)
        for statement in Migration.logIndexes + Migration.offerLogIndexes { try connection.execute(statement) }
        for topic in Topic.allCases { touch(topic) }
      }
    } catch {
      try? endBulk()
      throw error
    }
    try endBulk()
    memory = Memory()
  }

  private func logIndexNames() throws(StoreError) -> [String] {
    try connection.rows(
      """
      SELECT name
        FROM sqlite_schema
       WHERE type = 'index'
         AND tbl_name = 'interaction'
      """
    ) { row throws(StoreError) in row.text(0) }
  }

  /// Gives up safety against a crash for speed.
  func setUpForBulk() throws(StoreError) {
    try connection.execute("PRAGMA journal_mode = OFF")
    try connection.execute("PRAGMA foreign_keys = OFF")
    try connection.execute("PRAGMA cache_size = -65536")
  }

  /// Takes it back.
  func endBulk() throws(StoreError) {
    try connection.configure()
  }
}

extension Store {
  /// Writes an open claim without a decision.
  func insertPastClaim(
    _ id: Int64, code: ClaimCode, of offer: Offer, in session: ParkingSession, at now: Timestamp,
    expiresAt: Timestamp, valueCents: Int64
  ) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO claim (
        id, code, offer_id, offer_version, session_id, person_id, state, claimed_at, expires_at, value_cents)
      VALUES (
        :id, :code, :offer_id, :offer_version, :session_id, :person_id, 'open', :now, :expires_at, :value_cents)
      """,
      [
        ":id": .integer(id), ":code": .text(code.compact), ":offer_id": .id(offer.id),
        ":offer_version": .integer(Int64(offer.version)), ":session_id": .id(session.id),
        ":person_id": .id(session.personID), ":now": .instant(now), ":expires_at": .instant(expiresAt),
        ":value_cents": .integer(valueCents),
      ])
  }
}
