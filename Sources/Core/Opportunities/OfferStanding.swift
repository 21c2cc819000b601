extension Offer {
  /// Where the offer stands at an instant: what was approved is scheduled before its window, active in it and ended
  /// after it, by the clock alone. No sweep moves it, so it is right also when a clock is set back.
  package func standing(at now: Timestamp) -> OfferState {
    state.standing(from: validFrom, until: validUntil, at: now)
  }

  /// The moves that may be made at an instant, in the order of an offer's life.
  package func moves(at now: Timestamp) -> [OfferMove] {
    let standing = standing(at: now)
    return OfferMove.allCases.filter { $0.origins.contains(standing) }
  }
}

extension OfferState {
  /// Somebody agreed to it and nobody has stopped it since; older files say scheduled or active of such offers.
  package var isApproved: Bool { self == .approved || self == .scheduled || self == .active }

  /// Where an offer in this state and with this window stands at an instant; see ``Offer/standing(at:)``.
  package func standing(from: Timestamp?, until: Timestamp?, at now: Timestamp) -> OfferState {
    guard isApproved else { return self }
    if let from, now < from { return .scheduled }
    if let until, until <= now { return .ended }
    return .active
  }
}
