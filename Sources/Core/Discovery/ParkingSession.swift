/// A car parked and paid for, from a start until it expires or leaves.
package struct ParkingSession: Hashable, Sendable {
  package typealias ID = Core.ID<ParkingSession>

  package let id: ID
  /// Nil is an anonymous driver, for whom the session itself is all that is remembered.
  package var personID: Person.ID?
  package var placeName: String
  package var position: Coordinate
  /// IANA name of the place's clock.
  package var zone: String
  /// Nil counts from the moment of decision.
  package var startedAt: Timestamp?
  package var expiresAt: Timestamp
  /// When the driver left, if before or after expiry.
  package var endedAt: Timestamp?
  package var hourlyRateCents: Int64?
  package var currency: Currency

  package init(
    id: ID, personID: Person.ID? = nil, placeName: String = "", position: Coordinate, zone: String,
    startedAt: Timestamp?, expiresAt: Timestamp, endedAt: Timestamp? = nil, hourlyRateCents: Int64? = nil,
    currency: Currency = .usd
  ) {
    self.id = id
    self.personID = personID
    self.placeName = placeName
    self.position = position
    self.zone = zone
    self.startedAt = startedAt
    self.expiresAt = expiresAt
    self.endedAt = endedAt
    self.hourlyRateCents = hourlyRateCents
    self.currency = currency
  }

  /// Over at `now`: the driver left or the time ran out.
  package func hasEnded(at now: Timestamp) -> Bool {
    expiresAt <= now || endedAt.map { $0 <= now } ?? false
  }
}
