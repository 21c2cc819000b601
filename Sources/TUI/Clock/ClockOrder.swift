import Core

/// What the owner of the simulated town is asked to do. The first order begins the run.
package enum ClockOrder: Equatable, Sendable {
  /// Let time pass until an instant, but work no longer than so many milliseconds: the town then stands where the work
  /// got to.
  case advance(to: Timestamp, milliseconds: Int64)
  /// Let exactly one event happen.
  case step
  case backToStart
  /// Remember this moment under a name.
  case bookmark(String)
  case go(to: TownBookmark)
  case remove(TownBookmark)
  /// Begin anew with another story.
  case begin(TownStory)
  /// From now on the person at the screen decides for a session's driver.
  case takeOver(ParkingSession.ID)
  /// The driver decides again.
  case handBack

  /// Whether the town is at another time afterwards, not just a little later.
  var isLeap: Bool {
    switch self {
    case .backToStart, .go, .begin: true
    case .advance, .step, .bookmark, .remove, .takeOver, .handBack: false
    }
  }
}

/// What a run tells.
package enum TownStory: Hashable, Sendable {
  /// Cars come as they come.
  case ordinaryDays
  case scenario(Scenario)
  /// The imported stays, as they were.
  case recorded

  /// Its name on screen.
  package var title: String {
    switch self {
    case .ordinaryDays: "Ordinary days"
    case .scenario(let scenario): scenario.title
    case .recorded: "Replay of imported sessions"
    }
  }
}
