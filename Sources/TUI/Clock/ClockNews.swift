import Core

/// What the owner of the simulated town answers to an order.
package struct ClockNews: Equatable, Sendable {
  package var report: TownRunReport
  /// The screen as it is then; nil when none was asked for or nothing that it shows has changed.
  package var board: DiscoverBoard?

  package init(_ report: TownRunReport, _ board: DiscoverBoard?) {
    self.report = report
    self.board = board
  }
}
