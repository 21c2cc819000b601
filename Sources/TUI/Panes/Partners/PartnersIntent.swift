import Core

/// What a person can do with partners and their offers.
package enum PartnersIntent: Hashable, Sendable, CaseIterable {
  /// Steps in an offer's life; the marked offers take them together.
  case submit, approve, reject
  /// Pauses what runs, resumes what is paused.
  case pause
  /// Ends what runs or will, archives what does not.
  case end
  /// Makes a draft with the same facts.
  case clone
  /// What an offer was before, and who changed it.
  case history
  /// From an offer or a partner that is looked at elsewhere to this screen.
  case show
}
