import Core

/// A change that the command log can take back, as it is handed out.
package enum EditOrder: Equatable, Sendable {
  /// A step in the life of some offers; `reason` only where the step asks for one.
  case move(OfferMove, [Offer.ID], reason: String?)
  /// A draft with an offer's facts.
  case clone(Offer.ID)
  /// Take back the last change of whoever acts, or make the last one that was taken back again.
  case undo, redo

  /// The offers it changes, as far as that is known before.
  package var offers: [Offer.ID] {
    switch self {
    case .move(_, let ids, _): ids
    case .clone, .undo, .redo: []
    }
  }
}

/// What became of an ``EditOrder``.
package struct EditReport: Equatable, Sendable {
  /// What was done, in words: "Sunset dinner was paused".
  package let summary: String
  /// What to look at now; nil is what was looked at.
  package let offerID: Offer.ID?
  /// Why some of it was not done, a sentence each.
  package let problems: [String]

  package init(_ summary: String, offerID: Offer.ID? = nil, problems: [String] = []) {
    self.summary = summary
    self.offerID = offerID
    self.problems = problems
  }
}
