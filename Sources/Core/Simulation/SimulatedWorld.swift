/// What the simulator does to a world: the same things real drivers do, through the same engine and store.
///
/// Others may be at work in the same world, so nearly everything may be refused: the answer is then nil or false, never
/// an error.
package protocol SimulatedWorld {
  associatedtype Failure: Error

  /// Parks a car and pays until `end`; a person is nil for an anonymous driver.
  func park(_ person: Person.ID?, at place: Place, from start: Timestamp, until end: Timestamp) throws(Failure)
    -> ParkingSession.ID

  /// Decides for a session and shows the best `limit` offers; also how many were shown for the first time. Nil for a
  /// session that is there no more.
  func discover(_ session: ParkingSession.ID, limit: Int, at now: Timestamp) throws(Failure)
    -> (ranking: Ranking, impressions: Int)?

  /// Whether it was the first time in this session.
  func view(_ offer: Offer.ID, in session: ParkingSession.ID, at now: Timestamp) throws(Failure) -> Bool

  /// Nil if the offer cannot be accepted any more.
  func accept(
    _ offer: Offer.ID, in session: ParkingSession.ID, at now: Timestamp, using generator: inout SeededGenerator
  ) throws(Failure) -> Claim?

  /// Whether it was put aside.
  func dismiss(
    _ offer: Offer.ID, in session: ParkingSession.ID, reason: DismissalReason, at now: Timestamp
  ) throws(Failure) -> Bool

  /// The worth of the claim that was redeemed, in minor units; nil if it is no longer open.
  func redeem(_ claim: Claim.ID, amountCents: Int64, at now: Timestamp) throws(Failure) -> Int64?

  /// When the meter runs out now; nil if it could not be extended.
  func extend(_ session: ParkingSession.ID, minutes: Int, at now: Timestamp) throws(Failure) -> Timestamp?

  /// Whether the session was still running.
  func leave(_ session: ParkingSession.ID, at now: Timestamp) throws(Failure) -> Bool

  /// Closes every claim whose time is over and gives its place back; answers how many there were.
  func expireClaims(at now: Timestamp) throws(Failure) -> Int

  /// The offers guests can take places of, with the places left, by partner and number.
  func placesLeft(at now: Timestamp) throws(Failure) -> [PlacesLeft]

  /// Guests take so many places; never more than are left.
  func takePlaces(_ count: Int, of offer: Offer.ID) throws(Failure)

  /// Every guest has gone. Answers how many offers have places again.
  func freePlaces() throws(Failure) -> Int

  /// Nil is unknown.
  func setWeather(_ weather: Weather?, temperature: Int?, from start: Timestamp) throws(Failure)

  /// The morning's news are on the market. Answers how many things are new or have another price.
  func openMarket(_ morning: MarketMorning) throws(Failure) -> Int
}
