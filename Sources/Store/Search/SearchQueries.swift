import Core

/// One query for each kind of thing that can be found.
extension Store {
  /// The claim with a code. Plan: unique index on `code`, then primary keys.
  func searchClaim(_ code: ClaimCode, for actor: Actor, now: Timestamp) throws(StoreError) -> SearchResult? {
    try connection.row(
      """
      SELECT claim.id, claim.code, claim.state, claim.expires_at, offer_version.title
        FROM claim
        JOIN offer ON offer.id = claim.offer_id
        JOIN offer_version ON offer_version.offer_id = claim.offer_id AND offer_version.version = claim.offer_version
       WHERE claim.code = :code
         AND (:partner IS NULL OR offer.partner_id = :partner)
      """,
      [":code": .text(code.compact), ":partner": .id(actor.partnerID)]
    ) { row throws(StoreError) in
      let state = try row.choice(2, Claim.State.self)
      let shown = state == .open && row.instant(3) <= now ? Claim.State.expired : state
      return SearchResult(
        target: .claim(row.id(0)), title: code.description, detail: "\(shown.rawValue), \(row.text(4))", why: .code,
        score: SearchResult.exact)
    }
  }

  /// The session with a number. Plan: primary keys.
  func searchSession(_ id: ParkingSession.ID, now: Timestamp) throws(StoreError) -> SearchResult? {
    let found = try connection.row(
      """
      SELECT session.id, session.person_id, session.place_name, session.latitude, session.longitude, session.zone,
             session.started_at, session.expires_at, session.ended_at, session.hourly_rate_cents, session.currency,
             person.name
        FROM session
        LEFT JOIN person ON person.id = session.person_id
       WHERE session.id = :id
         AND session.latitude IS NOT NULL
      """,
      [":id": .id(id)]
    ) { row throws(StoreError) in (try ParkingSession(row), row.optional(11) { row.text($0) }) }
    guard let (session, name) = found else { return nil }
    return SearchResult(
      target: .session(id), title: "Session \(id)", detail: try words(of: session, person: name, now: now),
      why: .number,
      score: SearchResult.exact, session: session)
  }

  /// Sessions that run now, found by where they are parked. Plan: `session_expiry` from `now` on, never those that have
  /// ended; names by primary key.
  func searchSessions(
    at pattern: FuzzyPattern, limit: Int, now: Timestamp
  ) throws(StoreError) -> [SearchResult] {
    let sessions = try connection.rows(
      """
      SELECT session.id, session.person_id, session.place_name, session.latitude, session.longitude, session.zone,
             session.started_at, session.expires_at, session.ended_at, session.hourly_rate_cents, session.currency,
             person.name
        FROM session INDEXED BY session_expiry
        LEFT JOIN person ON person.id = session.person_id
       WHERE session.expires_at > :now
         AND (session.started_at IS NULL OR session.started_at <= :now)
         AND (session.ended_at IS NULL OR session.ended_at > :now)
         AND session.latitude IS NOT NULL
       ORDER BY session.expires_at, session.id
       LIMIT :most
      """,
      [":now": .instant(now), ":most": .integer(Int64(Self.mostParked))]
    ) { row throws(StoreError) in (session: try ParkingSession(row), name: row.optional(11) { row.text($0) }) }
    // Many park at few places: each place is folded and matched once.
    var matches: [String: FuzzyMatch?] = [:]
    for (session, _) in sessions where matches[session.placeName] == nil {
      matches[session.placeName] = .some(pattern.match(FoldedText(session.placeName)))
    }
    let fitting = sessions.compactMap { row in
      (matches[row.session.placeName] ?? nil).map { (row: row, match: $0) }
    }
    let best = fitting.sorted { one, other in
      one.match.score != other.match.score
        ? one.match.score > other.match.score : one.row.session.id < other.row.session.id
    }
    return try best.prefix(limit).map { found throws(StoreError) in
      let session = found.row.session
      return SearchResult(
        target: .session(session.id), title: session.placeName,
        detail: "session \(session.id), " + (try words(of: session, person: found.row.name, now: now, place: false)),
        why: .place, positions: found.match.positions, score: found.match.score, session: session)
    }
  }

  /// Cars looked through for a place; a town has fewer.
  private static let mostParked = 5000

  /// The session of a person to go to: the running one, else the last. Plan: `session_person`.
  func lastSession(of person: Person.ID, now: Timestamp) throws(StoreError) -> ParkingSession? {
    try connection.row(
      """
      SELECT id, person_id, place_name, latitude, longitude, zone, started_at, expires_at, ended_at,
             hourly_rate_cents, currency
        FROM session
       WHERE person_id = :person
         AND (started_at IS NULL OR started_at <= :now)
         AND latitude IS NOT NULL
       ORDER BY ifnull(ended_at, expires_at) DESC, id DESC
       LIMIT 1
      """,
      [":person": .id(person), ":now": .instant(now)], as: ParkingSession.init)
  }

  /// What a session is doing: `Ana R., Fort Street, until 18:20` or `ended Fri 2026-08-21 12:00`.
  func words(
    of session: ParkingSession, person: String?, now: Timestamp, place: Bool = true
  ) throws(StoreError) -> String {
    let table = try zone(world.zone)
    let end = table.localTime(at: min(session.endedAt ?? session.expiresAt, session.expiresAt))
    let time =
      session.hasEnded(at: now) ? "ended \(end.weekday.title) \(end.date) \(end.clock)" : "until \(end.clock)"
    let parts = [person ?? "anonymous", place ? session.placeName : "", time]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
