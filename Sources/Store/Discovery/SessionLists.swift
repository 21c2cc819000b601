import Core

extension Store {
  /// Sessions in the order of their ids, those after `after` first, of one person or of all. Erased ones are left out.
  package func sessions(
    limit: Int = .max, after: ParkingSession.ID? = nil, person: Person.ID? = nil
  ) throws(StoreError) -> [ParkingSession] {
    guard let person else {
      return try connection.rows(
        """
        SELECT id, person_id, place_name, latitude, longitude, zone, started_at, expires_at, ended_at,
               hourly_rate_cents, currency
          FROM session
         WHERE id > :after
           AND latitude IS NOT NULL
         ORDER BY id
         LIMIT :limit
        """,
        [":after": .integer(after?.value ?? 0), ":limit": .integer(Int64(limit))], as: ParkingSession.init)
    }
    return try connection.rows(
      """
      SELECT id, person_id, place_name, latitude, longitude, zone, started_at, expires_at, ended_at,
             hourly_rate_cents, currency
        FROM session
       WHERE person_id = :person
         AND id > :after
         AND latitude IS NOT NULL
       ORDER BY id
       LIMIT :limit
      """,
      [":person": .id(person), ":after": .integer(after?.value ?? 0), ":limit": .integer(Int64(limit))],
      as: ParkingSession.init)
  }

  /// Sessions that run at an instant, the soonest to expire first. Plan: `session_expiry`, from `now` on.
  package func sessions(
    activeAt now: Timestamp, limit: Int = .max, person: Person.ID? = nil
  ) throws(StoreError) -> [ParkingSession] {
    try connection.rows(
      """
      SELECT id, person_id, place_name, latitude, longitude, zone, started_at, expires_at, ended_at,
             hourly_rate_cents, currency
        FROM session INDEXED BY session_expiry
       WHERE expires_at > :now
         AND (started_at IS NULL OR started_at <= :now)
         AND (ended_at IS NULL OR ended_at > :now)
         AND (:person IS NULL OR person_id = :person)
         AND latitude IS NOT NULL
       ORDER BY expires_at, id
       LIMIT :limit
      """,
      [":now": .instant(now), ":person": .id(person), ":limit": .integer(Int64(limit))], as: ParkingSession.init)
  }

  /// How many sessions run at an instant.
  package func countSessions(activeAt now: Timestamp) throws(StoreError) -> Int {
    Int(
      try connection.integer(
        """
        SELECT count(*)
          FROM session INDEXED BY session_expiry
         WHERE expires_at > :now
           AND (started_at IS NULL OR started_at <= :now)
           AND (ended_at IS NULL OR ended_at > :now)
        """,
        [":now": .instant(now)]))
  }
}
