/// What can happen between a person and an offer.
package enum InteractionType: String, Sendable, CaseIterable {
  case impression, view, acceptance, dismissal, redemption, expiry

  /// The word in a stream of events: shown, viewed, accepted …
  package var pastTense: String {
    switch self {
    case .impression: "shown"
    case .view: "viewed"
    case .acceptance: "accepted"
    case .dismissal: "dismissed"
    case .redemption: "redeemed"
    case .expiry: "expired"
    }
  }
}

/// One event in the append-only log.
package struct Interaction: Hashable, Sendable {
  package typealias ID = Core.ID<Interaction>
}

/// Why a person put an offer aside.
package enum DismissalReason: String, Sendable, CaseIterable {
  case notInterested = "not_interested"
  case tooFar = "too_far"
  case noTime = "no_time"
  case alreadyUsed = "already_used"
  case notRelevant = "not_relevant"
  case other

  /// The words a person picks: not interested.
  package var title: String { rawValue.replacing("_", with: " ") }
}
