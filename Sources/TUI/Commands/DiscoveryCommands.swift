import Core

extension CommandTable {
  /// What can be done on the Discover screen.
  static let discovery = [
    Command(
      id: "discover.open", title: "Open",
      explanation:
        "Sessions: go to the ranking. Ranked: everything about the offer. Stream: go to the event's session.",
      scopes: [.discover, .presentation], keys: [.enter], hint: "open", intent: .open, availability: canOpen),
    Command(
      id: "pane.next", title: "Next pane", explanation: "Gives the keyboard to the next pane.",
      scopes: [.discover, .partners, .experiments, .campaigns, .deals, .overview, .presentation], keys: [.tab],
      hint: "pane",
      intent: .nextPane),
    Command(
      id: "offer.accept", title: "Accept the offer",
      explanation: "Accepts it as the selected person and shows the claim code. Asks first.",
      scopes: [.discover, .presentation, .offer], keys: [.character("a")], hint: "accept", danger: .asks,
      intent: .accept,
      availability: canAct),
    Command(
      id: "offer.dismiss", title: "Dismiss the offer",
      explanation: "Puts it aside as the selected person, with a reason; it stays away for its cooldown.",
      scopes: [.discover, .presentation, .offer], keys: [.character("d")], hint: "dismiss", danger: .asks,
      intent: .dismiss,
      availability: canAct),
    Command(
      id: "session.extend", title: "Extend parking",
      explanation: "Buys 15, 30 or 60 more minutes for the selected session at its hourly rate. Asks first.",
      scopes: [.discover, .presentation, .offer], keys: [.character("t")], hint: "extend", danger: .asks,
      intent: .extend,
      availability: canExtend),
    Command(
      id: "session.take-over", title: "Take over",
      explanation:
        "From now on you decide for the selected session's driver: the town does the rest. Again, or esc, hands back.",
      scopes: [.discover, .presentation], keys: [.character("o")], hint: "take over", intent: .clock(.takeOver),
      availability: canExtend),
    Command(
      id: "person.preferences", title: "Preferences",
      explanation: "Changes what the selected session's person asked for: tastes, walking limit, quiet hours, alerts.",
      scopes: [.discover], keys: [.character("e")], intent: .preferences,
      availability: hasPerson),
    Command(
      id: "discover.present", title: "Presentation",
      explanation: "Shows the town to a room: large and calm, with numbers in place of names, and without hints.",
      scopes: [.discover, .presentation], keys: [.character("P")], intent: .present),
    Command(
      id: "discover.held-back", title: "Held back",
      explanation: "Shows or hides the offers that are not shown, with the rule that keeps each back.",
      scopes: [.discover], keys: [.character("b")], hint: "held back", intent: .toggleHeldBack),
    Command(
      id: "discover.what-if", title: "What if",
      explanation:
        "Supposes other weights, weather, time left or walking limit, and shows the old rank beside the new. Writes nothing.",
      scopes: [.discover], keys: [.character("w")], hint: "what if", intent: .whatIf, availability: canSuppose),
  ]

  private static let canSuppose: @Sendable (State) -> Availability = { state in
    state.discovery.document == nil ? .unavailable("no session is ranked") : .available
  }

  private static let canOpen: @Sendable (State) -> Availability = { state in
    let discovery = state.discovery
    switch discovery.focus {
    case .sessions:
      return discovery.session == nil ? .unavailable("no session is selected") : .available
    case .ranked, .map:
      return discovery.rankedOffer == nil ? .unavailable("no offer is selected") : .available
    case .heldBack:
      return discovery.heldBackOffer == nil ? .unavailable("no offer is held back here") : .available
    case .stream:
      guard let event = discovery.streamTable.selected else { return .unavailable("no event is selected") }
      return event.sessionID == nil ? .unavailable("this event belongs to no session") : .available
    }
  }

  private static let canAct: @Sendable (State) -> Availability = { state in
    let discovery = state.discovery
    guard state.editing.isAvailable else { return state.editing }
    guard state.isReal.isAvailable else { return state.isReal }
    guard let session = discovery.session else { return .unavailable("no session is selected") }
    if session.hasEnded(at: state.now) { return .unavailable("session \(session.id) has ended") }
    guard discovery.document != nil || !state.isRankingInSight else {
      return .soon("the ranking of session \(session.id) is still read")
    }
    guard let target = state.actingTarget else {
      if let held = discovery.heldBackOffer, discovery.focus == .heldBack {
        return .unavailable(
          "\(held.offer.title) is held back: \(state.formats.sentence(of: held.reason, in: state.zone))")
      }
      return .unavailable(
        discovery.rankedOffer == nil ? "no offer is selected" : "the offer is not in sight; tab goes to the ranking")
    }
    if state.deeds.values.contains(where: { $0.target == target }) {
      return .unavailable("the answer to the last key is still on its way")
    }
    return .available
  }

  private static let hasPerson: @Sendable (State) -> Availability = { state in
    guard state.editing.isAvailable else { return state.editing }
    guard state.isReal.isAvailable else { return state.isReal }
    guard let session = state.discovery.session else { return .unavailable("no session is selected") }
    return session.personID == nil ? .unavailable("an anonymous driver has asked for nothing") : .available
  }

  private static let canExtend: @Sendable (State) -> Availability = { state in
    guard state.editing.isAvailable else { return state.editing }
    guard state.isReal.isAvailable else { return state.isReal }
    guard let session = state.discovery.session else { return .unavailable("no session is selected") }
    return session.hasEnded(at: state.now) ? .unavailable("session \(session.id) has ended") : .available
  }
}

extension State {
  /// The offer that accepting and dismissing speak of: the one whose details are open, else the selected ranked one.
  package var actingTarget: OfferTarget? {
    if case .offer(let target, _) = dialogs.last {
      let ranked = discovery.document?.ranking.ranked ?? []
      return target.sessionID == discovery.selectedSessionID && ranked.contains { $0.offer.id == target.offerID }
        ? target : nil
    }
    guard isRankingInSight, let session = discovery.selectedSessionID, let offer = discovery.rankedOffer?.offer.id
    else { return nil }
    return OfferTarget(sessionID: session, offerID: offer)
  }

  /// Whether the person sees what a key on the ranking would mean: where one pane is shown alone, it must be that one.
  fileprivate var isRankingInSight: Bool {
    discovery.focus != .heldBack
      && ([.ranked, .map].contains(discovery.focus) || !DiscoverLayout(self).showsOnePane)
  }
}
