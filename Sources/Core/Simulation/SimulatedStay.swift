/// A car in a simulated town, and its driver.
struct SimulatedStay {
  /// The driver's position among the plan's people; nil is anonymous.
  let person: Int?
  let tastes: Tastes
  let isRecorded: Bool
  /// When the meter runs out.
  var end: Timestamp
  /// When the driver will drive off.
  var departs: Timestamp
  /// Until when the driver is on the way with an accepted offer, back at the car included.
  var busyUntil: Timestamp
  /// Somebody else decides for this person.
  var isTakenOver = false

  /// The later instant to which one of the driver's doings is put off; nil if it is due.
  func postpones(_ event: SimulationEvent, at due: Timestamp) -> Timestamp? {
    switch event {
    // Nobody looks for offers on the way to one, and a person who is taken over does not look by themselves.
    case .look where isTakenOver: due + .minutes(15)
    case .look: due < busyUntil ? busyUntil : nil
    case .overrun: isTakenOver ? end : nil
    case .departure: due < departs ? departs : nil
    default: nil
    }
  }
}

/// More or fewer cars than usual, until an instant.
struct SimulatedRush {
  let factor: Double
  let kinds: Set<StayKind>
  let until: Timestamp
}
