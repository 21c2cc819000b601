import Core

/// A store as the simulator sees it: the same functions that serve real drivers. What they refuse, because others are at
/// work in the same file, is an answer here and no failure.
package struct StoredWorld: SimulatedWorld {
  private let store: Store

  package init(_ store: Store) {
    self.store = store
  }

  /// A session in the store.
  package func park(
    _ person: Person.ID?, at place: Place, from start: Timestamp, until end: Timestamp
  ) throws(StoreError) -> ParkingSession.ID {
    var draft = SessionDraft(
      personID: person, placeName: place.name, position: place.position, zone: place.zone, startedAt: start,
      expiresAt: end, hourlyRateCents: place.hourlyRateCents)
    do {
      return try store.startSession(draft).session.id
    } catch {
      // The person was erased meanwhile: the car comes with a driver nobody knows.
      guard person != nil, error.isRefusal else { throw error }
      draft.personID = nil
      return try store.startSession(draft).session.id
    }
  }

  /// A decision with its impressions, in one transaction.
  package func discover(
    _ session: ParkingSession.ID, limit: Int, at now: Timestamp
  ) throws(StoreError) -> (ranking: Ranking, impressions: Int)? {
    let store = store
    return try answer { () throws(StoreError) in
      try store.write { () throws(StoreError) in
        let (document, impressions) = try store.decideAndRecord(
          session: session, options: DiscoverOptions(limit: limit), now: now)
        return (document.ranking, impressions)
      }
    }
  }

  /// One view for each session and offer.
  package func view(_ offer: Offer.ID, in session: ParkingSession.ID, at now: Timestamp) throws(StoreError) -> Bool {
    try answer { () throws(StoreError) in try store.view(offer: offer, session: session, now: now).isFirst } ?? false
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

  /// False where it was dismissed before.
  package func dismiss(
    _ offer: Offer.ID, in session: ParkingSession.ID, reason: DismissalReason, at now: Timestamp
  ) throws(StoreError) -> Bool {
    try answer { () throws(StoreError) in
      try store.dismiss(offer: offer, session: session, reason: reason, now: now)
      return true
    } ?? false
  }

  /// What the claim was worth; nil if it is open no more.
  package func redeem(_ claim: Claim.ID, amountCents: Int64, at now: Timestamp) throws(StoreError) -> Int64? {
    try answer { () throws(StoreError) in
      try store.redeem(claim: claim, amountCents: amountCents, by: .simulator, now: now).valueCents
    }
  }

  /// The new end of the meter's time.
  package func extend(
    _ session: ParkingSession.ID, minutes: Int, at now: Timestamp
  ) throws(StoreError) -> Timestamp? {
    try answer { () throws(StoreError) in
      try store.extendSession(session, byMinutes: minutes, now: now).expiresAt
    }
  }

  /// The end of a session; false if it had ended.
  package func leave(_ session: ParkingSession.ID, at now: Timestamp) throws(StoreError) -> Bool {
    try answer { () throws(StoreError) in
      try store.endSession(session, now: now)
      return true
    } ?? false
  }

  /// Every claim that is overdue.
  package func expireClaims(at now: Timestamp) throws(StoreError) -> Int {
    try store.expireClaims(now: now)
  }

  /// What guests find.
  package func placesLeft(at now: Timestamp) throws(StoreError) -> [PlacesLeft] {
    let store = store
    return try store.write { () throws(StoreError) in try store.placesLeft(at: now) }
  }

  /// Guests sit down.
  package func takePlaces(_ count: Int, of offer: Offer.ID) throws(StoreError) {
    let store = store
    try store.write { () throws(StoreError) in try store.reservePlaces(count, of: offer) }
  }

  /// Guests have gone.
  package func freePlaces() throws(StoreError) -> Int {
    let store = store
    return try store.write { () throws(StoreError) in try store.freeReservedPlaces() }
  }

  /// The weather from an instant on.
  package func setWeather(_ weather: Weather?, temperature: Int?, from start: Timestamp) throws(StoreError) {
    try store.setWeather(weather, temperature: temperature, from: start)
  }

  /// The news of a made-up market.
  package func openMarket(_ morning: MarketMorning) throws(StoreError) -> Int {
    try store.openMarket(morning)
  }

  /// Nil for a refusal.
  private func answer<Result>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result? {
    do {
      return try body()
    } catch {
      guard error.isRefusal else { throw error }
      return nil
    }
  }
}

extension StoreError {
  /// An answer of the domain, not a failure.
  fileprivate var isRefusal: Bool {
    switch self {
    case .conflict, .exhausted, .notFound: true
    default: false
    }
  }
}
