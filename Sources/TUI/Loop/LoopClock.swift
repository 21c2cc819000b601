import Core

/// The two clocks of the loop: the town's, for what is shown, and one that never jumps, for pacing.
package struct LoopClock: Sendable {
  /// The town's time, real or simulated.
  package let now: @Sendable () -> Timestamp
  /// Milliseconds since some moment.
  package let monotonicMilliseconds: @Sendable () -> Int64

  package init(
    now: @escaping @Sendable () -> Timestamp,
    monotonicMilliseconds: @escaping @Sendable () -> Int64 = { MonotonicClock.milliseconds() }
  ) {
    self.now = now
    self.monotonicMilliseconds = monotonicMilliseconds
  }
}
