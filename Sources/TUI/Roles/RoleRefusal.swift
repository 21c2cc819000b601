import Core

extension Command {
  /// Places where drivers, the town and other partners' things stand.
  private static let closedToPartners: Set<Scope> = [
    .overview, .discover, .experiments, .campaigns, .deals, .presentation,
  ]

  /// Why nobody in a role may use it at all; nil where they may.
  func refusal(for role: Actor.Role) -> String? {
    guard role == .partner, isClosedToPartners else { return nil }
    return "not open to a partner's key, which shows what is the partner's own"
  }

  private var isClosedToPartners: Bool {
    switch intent {
    case .clock, .experiments, .campaigns, .deals, .showOverview, .showDiscover, .showExperiments, .showCampaigns,
      .showDeals, .accept, .dismiss, .extend, .preferences, .whatIf:
      true
    default: Self.closedToPartners.isSuperset(of: scopes)
    }
  }
}

extension State {
  /// The screens that whoever acts can go to, from left to right.
  package var tabs: [Screen] { actor.role == .partner ? [.partners] : Screen.tabs }

  /// Begins as whoever acts: a partner on the screen that is its own.
  package mutating func begin(as actor: Actor) {
    self.actor = actor
    if !tabs.contains(screen), let first = tabs.first { screen = first }
  }
}
