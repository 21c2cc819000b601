import Core

/// What the owner of the simulated town is asked to do. The first order begins the run.
package enum ClockOrder: Equatable, Sendable {
  /// Let time pass at a speed.
  case run(ClockSpeed)
  case pause
  /// Let exactly one event happen.
  case step
  case backToStart
}
