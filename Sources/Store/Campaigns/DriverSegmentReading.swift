import Core

extension Store {
  /// The segments of a session's driver: those that were decided when the session first counted, else those of now.
  /// Plan: primary key, then ``currentSegments(of:now:)``.
  func segments(of session: ParkingSession, now: Timestamp) throws(StoreError) -> DriverSegments {
    if let known = memory.segments[session.id] { return known }
    let stored = try connection.row(
      """
      SELECT segment
        FROM session
       WHERE id = :id
      """,
      [":id": .id(session.id)]
    ) { row throws(StoreError) in row.optional(0) { DriverSegments(code: row.integer($0)) } }
    guard let stored = stored ?? nil else { return try currentSegments(of: session, now: now) }
    remember(stored, of: session.id)
    return stored
  }

  /// The same, and from now on they stay.
  func decideSegments(of session: ParkingSession, now: Timestamp) throws(StoreError) -> DriverSegments {
    if let known = memory.segments[session.id] { return known }
    let segments = try segments(of: session, now: now)
    try connection.run(
      """
      UPDATE session
         SET segment = :segment
       WHERE id = :id
         AND segment IS NULL
      """,
      [":segment": .integer(segments.code), ":id": .id(session.id)])
    remember(segments, of: session.id)
    return segments
  }

  private func remember(_ segments: DriverSegments, of session: ParkingSession.ID) {
    if memory.segments.count >= 10_000 { memory.segments.removeAll(keepingCapacity: true) }
    memory.segments[session] = segments
  }

  /// What is known of a driver who parks. Plan: `session_person`, one seek and four weeks of one person; `claim_redeemed`,
  /// ten entries at most.
  private func currentSegments(of session: ParkingSession, now: Timestamp) throws(StoreError) -> DriverSegments {
    guard let person = session.personID, person.value > 0 else { return DriverSegments() }
    let start = session.startedAt ?? now
    return DriverSegments(
      standing: try standing(of: person, before: start), habit: try habit(of: person, in: session, before: start),
      tier: try tier(of: person))
  }

  private func standing(of person: Person.ID, before start: Timestamp) throws(StoreError) -> CampaignSegment {
    let last = try connection.row(
      """
      SELECT started_at
        FROM session
       WHERE person_id = :person
         AND started_at < :start
       ORDER BY started_at DESC
       LIMIT 1
      """,
      [":person": .id(person), ":start": .instant(start)]
    ) { row throws(StoreError) in row.instant(0) }
    guard let last else { return .new }
    return last < start - .days(60) ? .lapsed : .returning
  }

  private func habit(
    of person: Person.ID, in session: ParkingSession, before start: Timestamp
  ) throws(StoreError) -> CampaignSegment {
    let zone = try zone(session.zone)
    var weekdays = 0
    try connection.each(
      """
      SELECT started_at
        FROM session
       WHERE person_id = :person
         AND started_at >= :from
         AND started_at < :start
      """,
      [":person": .id(person), ":from": .instant(start - .days(28)), ":start": .instant(start)]
    ) { row throws(StoreError) in
      switch zone.localTime(at: row.instant(0)).weekday {
      case .sat, .sun: break
      case .mon, .tue, .wed, .thu, .fri: weekdays += 1
      }
    }
    return weekdays >= 8 ? .commuter : .visitor
  }

  private func tier(of person: Person.ID) throws(StoreError) -> CampaignSegment {
    let redemptions = try connection.integer(
      """
      SELECT count(*)
        FROM (
          SELECT 1
            FROM claim
           WHERE person_id = :person
             AND state = 'redeemed'
           LIMIT 10)
      """,
      [":person": .id(person)])
    return redemptions >= 10 ? .gold : redemptions >= 3 ? .silver : .basic
  }
}
