import Core

/// What moves the town's time: the machine's clock, nothing, or the simulator at a speed.
package struct TownClock: Equatable, Sendable {
  /// What the time follows.
  package enum Course: Equatable, Sendable {
    /// The machine's clock; the town is as it really is.
    case machine
    /// It stands at an instant, because the program was started so.
    case fixed
    /// The simulator moves it, or it is paused.
    case simulated(TownRunReport)
  }

  package var course: Course
  /// How fast time passes, or would if it were let go.
  package var speed = ClockSpeed.sixty
  /// Whether the person lets it run.
  package var isRunning = false

  package init(_ course: Course = .machine) {
    self.course = course
  }

  /// The simulated run; nil while there is none.
  package var run: TownRunReport? {
    if case .simulated(let run) = course { run } else { nil }
  }
}
