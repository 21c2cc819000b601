import Core

/// How a simulated run stands, as its owner told it last.
package struct TownRunReport: Equatable, Sendable {
  /// The town's time.
  package var now: Timestamp
  package var seed: UInt64

  package init(now: Timestamp, seed: UInt64) {
    self.now = now
    self.seed = seed
  }
}
