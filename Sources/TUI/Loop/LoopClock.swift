import Core

/// The two clocks of the loop: the machine's, for what is shown, and one that never jumps, for pacing. The town's clock is
/// part of the state.
package struct LoopClock: Sendable {
  /// The machine's time.
  package let wall: @Sendable () -> Timestamp
  /// Milliseconds since some moment.
  package let monotonicMilliseconds: @Sendable () -> Int64

  package init(
    wall: @escaping @Sendable () -> Timestamp,
    monotonicMilliseconds: @escaping @Sendable () -> Int64 = { MonotonicClock.milliseconds() }
  ) {
    self.wall = wall
    self.monotonicMilliseconds = monotonicMilliseconds
  }
}
