/// A step in an offer's life.
package enum OfferMove: String, Sendable, CaseIterable {
  case submit, approve, reject, pause, resume, end, archive

  /// The states it may be made from.
  package var origins: Set<OfferState> {
    switch self {
    case .submit: [.draft, .rejected]
    case .approve, .reject: [.pending]
    case .pause: [.approved, .scheduled, .active]
    case .resume: [.paused]
    case .end: [.approved, .scheduled, .active, .paused]
    case .archive: [.draft, .rejected, .ended]
    }
  }

  /// The state it leads to. An approved offer is scheduled, active or ended by its window and the clock, see
  /// ``Offer/standing(at:)``.
  package var destination: OfferState {
    switch self {
    case .submit: .pending
    case .approve, .resume: .approved
    case .reject: .rejected
    case .pause: .paused
    case .end: .ended
    case .archive: .archived
    }
  }

  /// Made by operators alone.
  package var isDecision: Bool { self == .approve || self == .reject }

  /// As in "offer 17 was paused".
  package var pastTense: String {
    switch self {
    case .submit: "submitted"
    case .approve: "approved"
    case .reject: "rejected"
    case .pause: "paused"
    case .resume: "resumed"
    case .end: "ended"
    case .archive: "archived"
    }
  }
}
