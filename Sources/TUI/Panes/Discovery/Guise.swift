import Core

/// A special way of looking at the town, which Esc leaves: the latest first.
enum Guise: Hashable {
  /// The ranking supposes something.
  case whatIf
  /// The person at the screen decides for a driver.
  case takenOver
}

extension State {
  /// The special way of looking that Esc leaves next; nil while things are shown as they are.
  var guise: Guise? {
    if discovery.whatIf != nil { return .whatIf }
    if clock.run?.takenOver != nil { return .takenOver }
    return nil
  }

  /// Leaves a special way of looking.
  mutating func drop(_ guise: Guise) -> [Effect] {
    switch guise {
    case .whatIf: return suppose(nil)
    case .takenOver: return handBack()
    }
  }
}
