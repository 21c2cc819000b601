import Core

extension State {
  /// Takes over the driver of the selected session, or hands the one who is taken over back.
  mutating func toggleTakeOver() -> [Effect] {
    guard let session = discovery.selectedSessionID else { return [] }
    return clock.run?.takenOver == session ? handBack() : give(.takeOver(session))
  }

  /// Lets the driver who is taken over decide again.
  mutating func handBack() -> [Effect] {
    notify(.information, "\(takenOverName ?? "The driver") decides again")
    return give(.handBack)
  }

  /// Says who is decided for from now on, or that nobody is any more.
  mutating func noteTakeOver(after order: ClockOrder, from old: ParkingSession.ID?, to new: ParkingSession.ID?) {
    switch order {
    case .takeOver(let session) where new == session:
      notify(.success, "You are \(takenOverName ?? "the driver") now; esc hands back")
    case .takeOver(let session):
      notify(.failure, "The car of session \(session) is not in town any more")
    case .advance, .step:
      if let old, new == nil {
        notify(.information, "The car of session \(old) has left: nobody is taken over now")
      }
    default: break
    }
  }
}
