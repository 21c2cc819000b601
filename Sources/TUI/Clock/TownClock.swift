import Core

/// What moves the town's time: the machine's clock, nothing, or the simulator at a speed.
///
/// The state itself says how far the town is to live on, a stride at a time, and waits for the answer before it asks
/// again: so a town that cannot keep up is never asked for more than it gives, and a recording plays alike.
package struct TownClock: Equatable, Sendable {
  /// What the time follows.
  package enum Course: Equatable, Sendable {
    /// The machine's clock; the town is as it really is.
    case machine
    /// It stands at an instant, because the program was started so or the demo was left there.
    case fixed
    /// The simulator moves it, or it is paused.
    case simulated(TownRunReport)
  }

  /// An order under way.
  package struct Flight: Equatable, Sendable {
    package let job: Job
    package let order: ClockOrder
  }

  /// A time that is run to as fast as can be.
  package struct Jump: Equatable, Sendable {
    package let job: Job
    package let from: Timestamp
    package let target: Timestamp
  }

  package var course: Course
  /// How fast time passes, or would if it were let go.
  package var speed = ClockSpeed.sixty
  /// Whether the person lets it run.
  package var isRunning = false
  /// The one order that is carried out now.
  package internal(set) var flight: Flight?
  /// Orders that wait for it, in turn.
  package internal(set) var waiting: [ClockOrder] = []
  package internal(set) var jump: Jump?
  /// What the person did in the run: going back undoes it, and no run brings it again.
  package internal(set) var deeds = 0
  package internal(set) var pace = ClockPace()

  package init(_ course: Course = .machine) {
    self.course = course
  }

  /// The simulated run; nil while there is none.
  package var run: TownRunReport? {
    if case .simulated(let run) = course { run } else { nil }
  }

  /// Whether the town lives on without being told to again.
  package var isMoving: Bool { isRunning || jump != nil }

  /// Whether it lives on faster than the eye can follow every change.
  package var isHasty: Bool { jump != nil || isRunning && speed.isHasty }

  /// The least time between two pictures of the town; a jump shows where it is, and spends its time on getting on.
  var frame: TimeSpan { jump == nil ? ClockSpeed.frame : TimeSpan(milliseconds: 250) }
}
