/// What a person can do with the town's clock.
package enum ClockIntent: Hashable, Sendable, CaseIterable {
  /// Lets it run or stops it.
  case toggle
  case step, faster, slower, backToStart
}
