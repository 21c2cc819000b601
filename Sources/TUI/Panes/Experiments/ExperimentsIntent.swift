/// What a person can do with experiments.
package enum ExperimentsIntent: Hashable, Sendable, CaseIterable {
  /// A form for a new one, or for a draft.
  case new, edit
  /// A new one about the selected offer of the Partners screen.
  case testOffer
  /// Steps in its life.
  case start, ramp, end, deploy
  /// To what an arm shows.
  case follow
}
