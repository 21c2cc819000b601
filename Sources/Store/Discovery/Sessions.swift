import Core

extension Store {
  /// Stores a session, or answers the stored one if it was imported before.
  /// - Returns: the session, and whether it is new.
  @discardableResult
  package func startSession(_ draft: SessionDraft) throws(StoreError) -> (session: ParkingSession, isNew: Bool) {
    var draft = draft
    draft.placeName = try checkedPlaceName(of: draft)
    let checked = draft
    return try write { () throws(StoreError) in
      if let source = checked.source, let external = checked.externalID,
        let known = try session(source: source, externalID: external)
      {
        return (known, false)
      }
      if let person = checked.personID { _ = try self.person(person) }
      return (try insert(checked), true)
    }
  }

  /// Stores a session from a file, or brings the stored one of the same source and name to what the file says.
  /// - Returns: nil if that is stored already, else whether the session is new.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` for the name of another driver's session.
  package func importSession(_ draft: SessionDraft) throws(StoreError) -> (isNew: Bool, session: ParkingSession)? {
    try write { () throws(StoreError) in
      let (known, isNew) = try startSession(draft)
      if isNew { return (true, known) }
      var checked = draft
      checked.placeName = try checkedPlaceName(of: draft)
      var session = checked.session(known.id)
      session.endedAt = draft.endedAt ?? known.endedAt
      guard session.personID == known.personID else {
        throw .conflict(
          code: "other_driver", sentence: "session '\(draft.externalID ?? "")' belongs to another driver already")
      }
      guard session != known else { return nil }
      try update(session)
      return (false, session)
    }
  }

  /// One session.
  /// - Throws: ``StoreError/notFound(what:name:)`` also for the sessions of an erased person.
  package func session(_ id: ParkingSession.ID) throws(StoreError) -> ParkingSession {
    // Outside a transaction nobody has looked for foreign commits.
    if transaction != .none, let known = memory.session, known.id == id { return known }
    let session = try connection.row(
      """
      SELECT id, person_id, place_name, latitude, longitude, zone, started_at, expires_at, ended_at,
             hourly_rate_cents, currency
        FROM session
       WHERE id = :id
         AND latitude IS NOT NULL
      """,
      [":id": .id(id)], as: ParkingSession.init)
    guard let session else { throw .notFound("session", id) }
    memory.session = session
    return session
  }

  /// Lets a session run longer by some minutes; one whose time is over runs on from now.
  @discardableResult
  package func extendSession(
    _ id: ParkingSession.ID, byMinutes minutes: Int, now: Timestamp
  ) throws(StoreError) -> ParkingSession {
    guard (1...10_080).contains(minutes) else {
      throw .invalid(InvalidInput(field: "minutes", "must be between 1 and 10,080 (a week)"))
    }
    return try write { () throws(StoreError) in
      var session = try session(id)
      if let ended = session.endedAt, ended <= now {
        throw .conflict(code: "session.ended", sentence: "session \(id) has ended; start a new one")
      }
      session.expiresAt = max(session.expiresAt, now) + .minutes(Int64(minutes))
      try connection.run(
        """
        UPDATE session
           SET expires_at = :expires_at
         WHERE id = :id
        """,
        [":expires_at": .instant(session.expiresAt), ":id": .id(id)])
      touch(.sessions)
      memory.session = session
      return session
    }
  }

  /// The driver leaves.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` if they had left before.
  @discardableResult
  package func endSession(_ id: ParkingSession.ID, now: Timestamp) throws(StoreError) -> ParkingSession {
    try write { () throws(StoreError) in
      var session = try session(id)
      if let ended = session.endedAt, ended <= now {
        throw .conflict(code: "session.ended", sentence: "session \(id) ended already")
      }
      session.endedAt = now
      try connection.run(
        """
        UPDATE session
           SET ended_at = :now
         WHERE id = :id
        """,
        [":now": .instant(now), ":id": .id(id)])
      touch(.sessions)
      memory.session = session
      return session
    }
  }

  private func checkedPlaceName(of draft: SessionDraft) throws(StoreError) -> String {
    try zone(draft.zone, field: "zone")
    return try StoreError.checking { () throws(InvalidInput) in
      if let start = draft.startedAt, start >= draft.expiresAt {
        throw InvalidInput(field: "started", "is not before expires; a session takes some time")
      }
      if let rate = draft.hourlyRateCents, !(0...100_000_000).contains(rate) {
        throw InvalidInput(field: "hourly_rate_cents", "must be between 0 and 100,000,000")
      }
      return try PlainText.checked(draft.placeName, field: "place", allowEmpty: true)
    }
  }

  private func session(source: String, externalID: String) throws(StoreError) -> ParkingSession? {
    let id = try connection.row(
      """
      SELECT id
        FROM session
       WHERE source = :source
         AND external_id = :external_id
      """,
      [":source": .text(source), ":external_id": .text(externalID)]
    ) { row throws(StoreError) in ParkingSession.ID(row.integer(0)) }
    guard let id else { return nil }
    do {
      return try session(id)
    } catch {
      guard case .notFound = error else { throw error }
      throw .conflict(
        code: "erased", sentence: "session '\(externalID)' belongs to an erased person and stays out")
    }
  }

  /// Writes everything of a session but its driver.
  private func update(_ session: ParkingSession) throws(StoreError) {
    try connection.run(
      """
      UPDATE session
         SET place_name = :place_name, latitude = :latitude, longitude = :longitude, zone = :zone,
             started_at = :started_at, expires_at = :expires_at, ended_at = :ended_at,
             hourly_rate_cents = :hourly_rate_cents, currency = :currency
       WHERE id = :id
      """,
      [
        ":id": .id(session.id), ":place_name": .text(session.placeName),
        ":latitude": .real(session.position.latitude), ":longitude": .real(session.position.longitude),
        ":zone": .text(session.zone), ":started_at": .instant(session.startedAt),
        ":expires_at": .instant(session.expiresAt), ":ended_at": .instant(session.endedAt),
        ":hourly_rate_cents": .optional(session.hourlyRateCents), ":currency": .text(session.currency.code),
      ])
    touch(.sessions)
    memory.session = session
  }

  /// Writes a checked session.
  func insert(_ draft: SessionDraft) throws(StoreError) -> ParkingSession {
    try connection.run(
      """
      INSERT INTO session (
        source, external_id, person_id, place_name, latitude, longitude, zone, started_at, expires_at, ended_at,
        hourly_rate_cents, currency)
      VALUES (
        :source, :external_id, :person_id, :place_name, :latitude, :longitude, :zone, :started_at, :expires_at,
        :ended_at, :hourly_rate_cents, :currency)
      """,
      [
        ":source": .optional(draft.source), ":external_id": .optional(draft.externalID),
        ":person_id": .id(draft.personID), ":place_name": .text(draft.placeName),
        ":latitude": .real(draft.position.latitude), ":longitude": .real(draft.position.longitude),
        ":zone": .text(draft.zone), ":started_at": .instant(draft.startedAt),
        ":expires_at": .instant(draft.expiresAt), ":ended_at": .instant(draft.endedAt),
        ":hourly_rate_cents": .optional(draft.hourlyRateCents), ":currency": .text(draft.currency.code),
      ])
    touch(.sessions)
    return draft.session(ParkingSession.ID(connection.lastInsertedID))
  }
}

extension ParkingSession {
  /// Reads the columns in the order of ``Store/session(_:)``.
  init(_ row: Row) throws(StoreError) {
    self.init(
      id: row.id(0), personID: row.optional(1) { row.id($0) }, placeName: row.text(2), position: try row.position(3),
      zone: row.text(5), startedAt: row.optional(6) { row.instant($0) }, expiresAt: row.instant(7),
      endedAt: row.optional(8) { row.instant($0) }, hourlyRateCents: row.optional(9) { row.integer($0) },
      currency: try row.currency(10))
  }
}
