import CTerminal

/// A clock for pacing that never jumps.
package enum MonotonicClock {
  /// Milliseconds since some moment before the process began.
  package static func milliseconds() -> Int64 { opportune_monotonic_milliseconds() }
}
