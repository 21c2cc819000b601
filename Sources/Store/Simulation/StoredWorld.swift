import Core

/// A store as the simulator sees it: the same functions that serve real drivers.
package struct StoredWorld: SimulatedWorld {
  private let store: Store

  package init(_ store: Store) {
    self.store = store
  }

  /// A session in the store.
  package func park(
    _ person: Person.ID?, at place: Place, from start: Timestamp, until end: Timestamp
  ) throws(StoreError) -> ParkingSession.ID {
    let draft = SessionDraft(
      personID: person, placeName: place.name, position: place.position, zone: place.zone, startedAt: start,
      expiresAt: end, hourlyRateCents: place.hourlyRateCents)
    return try store.startSession(draft).session.id
  }

  /// A decision with its impressions, in one transaction.
  package func discover(
    _ session: ParkingSession.ID, limit: Int, at now: Timestamp
  ) throws(StoreError) -> (ranking: Ranking, impressions: Int) {
    let store = store
    return try store.write { () throws(StoreError) in
      let (document, impressions) = try store.decideAndRecord(
        session: session, options: DiscoverOptions(limit: limit), now: now)
      return (document.ranking, impressions)
    }
  }

  /// One view for each session and offer.
  package func view(_ offer: Offer.ID, in session: ParkingSession.ID, at now: Timestamp) throws(StoreError) -> Bool {
    try store.view(offer: offer, session: session, now: now).isFirst
  }

  /// Nil where the store refuses: no place, no time, or accepted already.
  package func accept(
    _ offer: Offer.ID, in session: ParkingSession.ID, at now: Timestamp, using generator: inout SeededGenerator
  ) throws(StoreError) -> Claim? {
    do {
      return try store.accept(offer: offer, session: session, now: now, using: &generator)
    } catch {
      guard error.isRefusal else { throw error }
      return nil
    }
  }

  package func dismiss(
    _ offer: Offer.ID, in session: ParkingSession.ID, reason: DismissalReason, at now: Timestamp
  ) throws(StoreError) {
    try store.dismiss(offer: offer, session: session, reason: reason, now: now)
  }

  /// What the claim was worth; nil if it is open no more.
  package func redeem(_ claim: Claim.ID, amountCents: Int64, at now: Timestamp) throws(StoreError) -> Int64? {
    do {
      return try store.redeem(claim: claim, amountCents: amountCents, now: now).valueCents
    } catch {
      guard error.isRefusal else { throw error }
      return nil
    }
  }

  package func extend(_ session: ParkingSession.ID, minutes: Int, at now: Timestamp) throws(StoreError) {
    try store.extendSession(session, byMinutes: minutes, now: now)
  }

  /// The end of a session.
  package func leave(_ session: ParkingSession.ID, at now: Timestamp) throws(StoreError) {
    try store.endSession(session, now: now)
  }

  /// Every claim that is overdue.
  package func expireClaims(at now: Timestamp) throws(StoreError) -> Int {
    try store.expireClaims(now: now)
  }

  /// The weather from an instant on.
  package func setWeather(_ weather: Weather, temperature: Int, from start: Timestamp) throws(StoreError) {
    try store.setWeather(weather, temperature: temperature, from: start)
  }
}

extension StoreError {
  /// An answer of the domain, not a failure.
  fileprivate var isRefusal: Bool {
    switch self {
    case .conflict, .exhausted: true
    default: false
    }
  }
}
