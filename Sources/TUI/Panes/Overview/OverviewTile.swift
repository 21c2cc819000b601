/// The tiles of the Overview that the keyboard can be on, in the order of Tab.
package enum OverviewTile: Hashable, Sendable, CaseIterable {
  case town, today, campaigns, partners, experiments, rules, leaving, claims, places

  /// The word on its border.
  package var title: String {
    switch self {
    case .town: "Discover"
    case .today: "Today"
    case .campaigns: "Campaigns"
    case .partners: "Partners"
    case .experiments: "Experiments"
    case .rules: "Rules"
    case .leaving: "Leaving next"
    case .claims: "Latest claims"
    case .places: "Places left"
    }
  }

  /// The pane of the Discover screen that says more of it; nil where another screen does.
  package var pane: Pane? {
    switch self {
    case .campaigns, .partners, .experiments, .rules: nil
    case .town: .map
    case .today, .claims: .stream
    case .leaving: .sessions
    case .places: .ranked
    }
  }

  /// What it shows, for help.
  package var explanation: String {
    switch self {
    case .town: "The town now: where cars are parked, what happened last, and how its clock goes."
    case .today:
      "The day since midnight: how many offers were shown, viewed, accepted and redeemed, each with its share of the "
        + "step before and a 95 % interval, and by the hour."
    case .partners:
      "How much of what was accepted in the last 30 days was used, what it was worth to people and to partners, who earned "
        + "most, and how many offers wait for approval."
    case .experiments:
      "Tests with their verdicts, those that need you first; the screen of them says why and ends them."
    case .campaigns:
      "What all campaigns earned and cost in the days looked at, and which returns its spend most surely and which least."
    case .rules:
      "What people asked to be told of: alerts of the day, what quiet hours and limits hold, and the latest nobody has read."
    case .leaving: "Whose time runs out next: the last moment at which an offer can still reach them."
    case .claims: "What was accepted last, with the code that proves it and what became of it."
    case .places: "Offers whose places go, those that are sold out first."
    }
  }
}
