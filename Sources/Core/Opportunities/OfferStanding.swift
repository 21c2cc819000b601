extension Offer {
  /// Where the offer stands at an instant: what was approved is scheduled before its window, active in it and ended
  /// after it, by the clock alone. No sweep moves it, so it is right also when a clock is set back.
  package func standing(at now: Timestamp) -> OfferState {
    guard state.isApproved else { return state }
    if let from = validFrom, now < from { return .scheduled }
    if let until = validUntil, until <= now { return .ended }
    return .active
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
}
