import Core

extension CommandTable {
  /// What can be done with partners' offers.
  static let partners = [
    Command(
      id: "partners.open", title: "Open",
      explanation: "Partners: go to the offers. Offers: go to the offer. Offer: what it was before.",
      scopes: [.partners], keys: [.enter], hint: "open", intent: .open, availability: canOpen),
    Command(
      id: "offer.submit", title: "Hand in for approval",
      explanation:
        "A draft or a rejected offer waits for approval; where a partner is approved by itself, it is at once.",
      scopes: [.partners], keys: [.character("i")], hint: "hand in", intent: .partners(.submit),
      availability: can([.submit])),
    Command(
      id: "offer.approve", title: "Approve",
      explanation: "The offer may appear from the start of its window on. Nobody approves what they wrote themselves.",
      scopes: [.partners], keys: [.character("a")], hint: "approve", intent: .partners(.approve),
      availability: can([.approve])),
    Command(
      id: "offer.reject", title: "Reject",
      explanation: "Sends a pending offer back with a reason, which is asked for.",
      scopes: [.partners], keys: [.character("R")], hint: "reject", intent: .partners(.reject),
      availability: can([.reject])),
    Command(
      id: "offer.pause", title: "Pause or resume",
      explanation:
        "Nobody is shown a paused offer until it is resumed; open claims stay redeemable. Marked offers together.",
      scopes: [.partners], keys: [.character("p")], hint: "pause/resume", intent: .partners(.pause),
      availability: can([.pause, .resume])),
    Command(
      id: "offer.end", title: "End or archive",
      explanation: "Ends an offer for good, or puts away one that has ended or never ran. Asks first.",
      scopes: [.partners], keys: [.character("d")], hint: "end", danger: .asks, intent: .partners(.end),
      availability: can([.end, .archive])),
    Command(
      id: "offer.clone", title: "Clone", explanation: "Makes a draft with the same facts, and goes to it.",
      scopes: [.partners], keys: [.character("C")], hint: "clone", intent: .partners(.clone), availability: canClone),
    Command(
      id: "offer.history", title: "History",
      explanation: "Every version of the offer: what changed, when, by whom and why.",
      scopes: [.partners], keys: [.character("H")], hint: "history", intent: .partners(.history),
      availability: hasOffer),
    Command(
      id: "partners.show", title: "Show on Partners",
      explanation: "Goes to the offer or the partner on the Partners screen; esc returns.",
      scopes: [.offer, .card], keys: [.character("2")], hint: "partners", intent: .partners(.show),
      availability: { $0.partnersTarget == nil ? .unavailable("this is neither an offer nor a partner") : .available }),
  ]

  private static let canOpen: @Sendable (State) -> Availability = { state in
    switch state.partners.focus {
    case .partners:
      state.partners.partnerTable.selected == nil ? .unavailable("no partner is selected") : .available
    case .offers, .offer: hasOffer(state)
    }
  }

  private static let hasOffer: @Sendable (State) -> Availability = { state in
    state.partners.selectedOffer == nil ? .unavailable("no offer is selected") : .available
  }

  private static let canClone: @Sendable (State) -> Availability = { state in
    guard state.editing.isAvailable else { return state.editing }
    return hasOffer(state)
  }

  /// Whether one of some moves can be made with the offers in question.
  private static func can(_ moves: [OfferMove]) -> @Sendable (State) -> Availability {
    { state in
      guard state.editing.isAvailable else { return state.editing }
      if state.actor.role == .partner, moves.allSatisfy({ $0 == .approve || $0 == .reject }) {
        return .unavailable("an operator decides about offers")
      }
      let rows = state.partners.offersInQuestion
      guard let first = rows.first else { return .unavailable("no offer is selected") }
      let waiting = Set(state.edits.values.flatMap(\.offers))
      if rows.contains(where: { waiting.contains($0.id) }) { return .soon("the last change is still under way") }
      let isLegal = rows.contains { row in moves.contains { $0.origins.contains(row.standing) } }
      if isLegal { return .available }
      let words = Words.either(moves.map(\.pastTense))
      guard rows.count == 1 else { return .unavailable("none of the \(rows.count) marked offers can be \(words)") }
      let origins = OfferState.allCases.filter { state in
        state != .approved && moves.contains { $0.origins.contains(state) }
      }
      return .unavailable(
        "only \(Words.either(origins.map(\.withArticle))) offer can be \(words); this one is \(first.standing.rawValue)"
      )
    }
  }
}

extension OfferState {
  /// As in "an active offer".
  fileprivate var withArticle: String {
    (self == .active || self == .ended || self == .archived ? "an " : "a ") + rawValue
  }
}
