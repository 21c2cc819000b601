/// People somebody else decides for: the simulator skips their looks and answers, and does the rest.
extension Simulation {
  /// Whether somebody else decides for a session's driver.
  package func isTakenOver(_ session: ParkingSession.ID) -> Bool {
    stays[session]?.isTakenOver ?? false
  }

  /// From now on somebody else decides; the car stays as long as its meter runs.
  /// - Returns: false for a car that is not in town.
  @discardableResult
  package mutating func takeOver(_ session: ParkingSession.ID) -> Bool {
    guard let stay = stays[session] else { return false }
    stays[session]?.isTakenOver = true
    stays[session]?.departs = max(stay.departs, stay.end)
    note(.takeOver, session: session, outcome: 1)
    dropStale()
    return true
  }

  /// The driver decides again.
  package mutating func handBack(_ session: ParkingSession.ID) {
    guard isTakenOver(session) else { return }
    stays[session]?.isTakenOver = false
    note(.takeOver, session: session, outcome: 0)
    dropStale()
  }

  /// Somebody accepted an offer for a driver, who now walks there and uses it. A session that is not in town is left
  /// alone: its claim waits for the counter, or expires.
  package mutating func accepted(_ errand: Errand, in session: ParkingSession.ID) {
    guard stays[session] != nil else { return }
    note(.acceptance, session: session, offer: errand.offer, outcome: errand.claim.value)
    follow(errand, in: session)
    dropStale()
  }

  /// Somebody paid for more time: the car stays for it.
  package mutating func extended(_ session: ParkingSession.ID, until end: Timestamp) {
    guard let stay = stays[session] else { return }
    stays[session]?.end = end
    stays[session]?.departs = max(end, stay.busyUntil)
    note(.extension, session: session, outcome: end.milliseconds)
    dropStale()
  }

  /// Somebody ended a session: its car has gone.
  package mutating func left(_ session: ParkingSession.ID) {
    guard let stay = stays.removeValue(forKey: session) else { return }
    note(.departure, session: session)
    if let person = stay.person, !stay.isRecorded { free.append(person) }
    dropStale()
  }
}
