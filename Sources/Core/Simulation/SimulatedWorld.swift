/// What the simulator does to a world: the same things real drivers do, through the same engine and store.
package protocol SimulatedWorld {
  associatedtype Failure: Error

  /// Parks a car and pays until `end`; a person is nil for an anonymous driver.
  func park(_ person: Person.ID?, at place: Place, from start: Timestamp, until end: Timestamp) throws(Failure)
    -> ParkingSession.ID

  /// Decides for a session and shows the best `limit` offers; also how many were shown for the first time.
  func discover(_ session: ParkingSession.ID, limit: Int, at now: Timestamp) throws(Failure)
    -> (ranking: Ranking, impressions: Int)

  /// Whether it was the first time in this session.
  func view(_ offer: Offer.ID, in session: ParkingSession.ID, at now: Timestamp) throws(Failure) -> Bool

  /// Nil if the offer cannot be accepted any more.
  func accept(
    _ offer: Offer.ID, in session: ParkingSession.ID, at now: Timestamp, using generator: inout SeededGenerator
  ) throws(Failure) -> Claim?

  func dismiss(
    _ offer: Offer.ID, in session: ParkingSession.ID, reason: DismissalReason, at now: Timestamp) throws(Failure)

  /// The worth of the claim that was redeemed, in minor units; nil if it is no longer open.
  func redeem(_ claim: Claim.ID, amountCents: Int64, at now: Timestamp) throws(Failure) -> Int64?

  func extend(_ session: ParkingSession.ID, minutes: Int, at now: Timestamp) throws(Failure)

  func leave(_ session: ParkingSession.ID, at now: Timestamp) throws(Failure)

  /// Closes every claim whose time is over and gives its place back; answers how many there were.
  func expireClaims(at now: Timestamp) throws(Failure) -> Int

  func setWeather(_ weather: Weather, temperature: Int, from start: Timestamp) throws(Failure)
}
