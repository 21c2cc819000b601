/// What a person can do with the town's clock.
package enum ClockIntent: Hashable, Sendable, CaseIterable {
  /// Lets it run or stops it.
  case toggle
  case step, faster, slower, backToStart
  /// Shows the moments to go back to.
  case bookmarks
  /// Shows the stories a run can tell.
  case stories
  /// Asks for a time to jump to.
  case jump
  /// Decides for the selected session's driver from now on, or lets the driver decide again.
  case takeOver
}
