import Core

extension Store {
  /// The cars that are in town at an instant, each with the claims its driver has still to use: what a run begins with.
  package func carsInTown(at now: Timestamp) throws(StoreError) -> [ParkedCar] {
    try read { () throws(StoreError) in
      let claims = Dictionary(grouping: try claimsInTown(at: now), by: \.session)
      return try sessions(activeAt: now).map { session throws(StoreError) in
        var errands: [Errand] = []
        for (_, claim, offer) in claims[session.id] ?? [] {
          let offer = try self.offer(offer)
          errands.append(Errand(claim, of: offer, walk: Walk(from: session.position, to: offer.position)))
        }
        return ParkedCar(
          session: session.id, person: session.personID, expiresAt: session.expiresAt, errands: errands)
      }
    }
  }

  /// Open claims of running sessions, the oldest first. Plan: `claim_due`, from `now` on, then the primary key.
  private func claimsInTown(
    at now: Timestamp
  ) throws(StoreError) -> [(session: ParkingSession.ID, claim: Claim.ID, offer: Offer.ID)] {
    try connection.rows(
      """
      SELECT claim.session_id, claim.id, claim.offer_id
        FROM claim
        JOIN session ON session.id = claim.session_id
       WHERE claim.state = 'open'
         AND claim.expires_at > :now
         AND session.expires_at > :now
         AND (session.ended_at IS NULL OR session.ended_at > :now)
       ORDER BY claim.id
      """,
      [":now": .instant(now)]
    ) { row throws(StoreError) in (row.id(0), row.id(1), row.id(2)) }
  }

  /// Stays that were imported and begin between two instants, in the order in which they began.
  package func recordedStays(from start: Timestamp, until end: Timestamp) throws(StoreError) -> [RecordedStay] {
    try connection.rows(
      """
      SELECT id, person_id, started_at, ifnull(ended_at, expires_at)
        FROM session
       WHERE source IS NOT NULL
         AND latitude IS NOT NULL
         AND started_at >= :start
         AND started_at < :end
       ORDER BY started_at, id
      """,
      [":start": .instant(start), ":end": .instant(end)]
    ) { row throws(StoreError) in
      RecordedStay(
        session: row.id(0), person: row.optional(1) { row.id($0) }, start: row.instant(2), end: row.instant(3))
    }
  }

  /// When the first imported stay began and the last one ended; nil if there is none.
  package func recordedSpan() throws(StoreError) -> (start: Timestamp, end: Timestamp)? {
    try connection.row(
      """
      SELECT min(started_at), max(ifnull(ended_at, expires_at))
        FROM session
       WHERE source IS NOT NULL
         AND latitude IS NOT NULL
         AND started_at IS NOT NULL
      HAVING count(*) > 0
      """
    ) { row throws(StoreError) in (start: row.instant(0), end: row.instant(1)) }
  }
}
