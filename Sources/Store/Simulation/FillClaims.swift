import Core

extension Store {
  /// Writes millions of expired claims on one offer into a demo database, with fresh codes, for measuring how a code is
  /// found among them. There is nothing else of them, so the file passes no check of its log.
  ///
  /// The file is not safe against a crash until this returns; make it under another name and move it.
  /// - Throws: ``StoreError/refused(code:sentence:)`` unless this is a demo database.
  package func fillClaims(
    _ count: Int, of offer: Offer, in session: ParkingSession, at now: Timestamp,
    using generator: inout some RandomNumberGenerator
  ) throws(StoreError) {
    guard world.kind == .demo else { throw .refused(code: "not_demo", sentence: "claims are made up only in a demo") }
    // In the order of the index, which is then written from its left to its right; those drawn twice fall away.
    let codes = Set((0..<count).map { _ in ClaimCode(using: &generator) }).sorted { $0.compact < $1.compact }
    try setUpForBulk()
    do {
      try write { () throws(StoreError) in
        for code in codes { try insertExpiredClaim(code, of: offer, in: session, at: now) }
        touch(.claims)
      }
    } catch {
      try? endBulk()
      throw error
    }
    try endBulk()
  }

  private func insertExpiredClaim(
    _ code: ClaimCode, of offer: Offer, in session: ParkingSession, at now: Timestamp
  ) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO claim (
        code, offer_id, offer_version, session_id, person_id, state, claimed_at, expires_at, closed_at, value_cents)
      VALUES (:code, :offer, :version, :session, :person, 'expired', :now, :now, :now, 0)
      """,
      [
        ":code": .text(code.compact), ":offer": .id(offer.id), ":version": .integer(Int64(offer.version)),
        ":session": .id(session.id), ":person": .id(session.personID), ":now": .instant(now),
      ])
  }
}
