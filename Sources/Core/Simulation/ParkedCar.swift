/// A car that is in town already when a run begins, with the claims its driver has still to use.
package struct ParkedCar: Hashable, Sendable {
  package let session: ParkingSession.ID
  /// Nil is an anonymous driver.
  package let person: Person.ID?
  package let expiresAt: Timestamp
  package let errands: [Errand]

  package init(session: ParkingSession.ID, person: Person.ID?, expiresAt: Timestamp, errands: [Errand] = []) {
    self.session = session
    self.person = person
    self.expiresAt = expiresAt
    self.errands = errands
  }
}

/// A stay that really happened and is stored already: its driver is simulated, its car is not parked again.
package struct RecordedStay: Hashable, Sendable {
  package let session: ParkingSession.ID
  package let person: Person.ID?
  package let start: Timestamp
  package let end: Timestamp

  package init(session: ParkingSession.ID, person: Person.ID?, start: Timestamp, end: Timestamp) {
    self.session = session
    self.person = person
    self.start = start
    self.end = end
  }
}
