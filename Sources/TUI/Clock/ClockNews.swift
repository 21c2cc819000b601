import Core

/// What the owner of the simulated town tells.
package enum ClockNews: Equatable, Sendable {
  /// Time has moved; the board is as it is then.
  case moved(TownRunReport, DiscoverBoard)
  /// An order could not be carried out; a sentence for people. The town stands.
  case failed(String)
}
