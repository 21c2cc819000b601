import Core

/// A parking session that is not stored yet.
package struct SessionDraft: Hashable, Sendable {
  /// Nil is an anonymous driver.
  package var personID: Person.ID?
  package var placeName: String
  package var position: Coordinate
  /// IANA name of the place's clock.
  package var zone: String
  package var startedAt: Timestamp?
  package var expiresAt: Timestamp
  package var endedAt: Timestamp?
  package var hourlyRateCents: Int64?
  package var currency: Currency
  /// Where it was imported from and its name there: the same pair is stored once.
  package var source: String?
  package var externalID: String?

  package init(
    personID: Person.ID? = nil, placeName: String = "", position: Coordinate, zone: String, startedAt: Timestamp?,
    expiresAt: Timestamp, endedAt: Timestamp? = nil, hourlyRateCents: Int64? = nil, currency: Currency = .usd,
    source: String? = nil, externalID: String? = nil
  ) {
    self.personID = personID
    self.placeName = placeName
    self.position = position
    self.zone = zone
    self.startedAt = startedAt
    self.expiresAt = expiresAt
    self.endedAt = endedAt
    self.hourlyRateCents = hourlyRateCents
    self.currency = currency
    self.source = source
    self.externalID = externalID
  }

  /// The session this becomes under a number.
  func session(_ id: ParkingSession.ID) -> ParkingSession {
    ParkingSession(
      id: id, personID: personID, placeName: placeName, position: position, zone: zone, startedAt: startedAt,
      expiresAt: expiresAt, endedAt: endedAt, hourlyRateCents: hourlyRateCents, currency: currency)
  }
}
