extension CommandTable {
  /// The palette and the search through everything.
  static let finding = [
    Command(
      id: "palette.open", title: "Commands",
      explanation: "Lists every command, also those of other screens, and runs the one that is chosen.",
      scopes: [.screen, .dialog], keys: [.character(":"), .control("p")], intent: .palette(.show)),
    Command(
      id: "search.open", title: "Go to anything",
      explanation:
        "Finds a claim code, an offer, a partner, a person, a session, an experiment, a campaign, a rule, a watch or "
        + "something for sale, and goes there.",
      scopes: [.screen, .dialog], keys: [.character("g")], intent: .search(.show),
      availability: { $0.isPresenting ? .unavailable("names are hidden; P leaves the presentation") : .available }),
    Command(
      id: "palette.run", title: "Run", explanation: "Runs the marked command.",
      scopes: [.palette], keys: [.enter], hint: "run", intent: .palette(.run)),
    Command(
      id: "search.follow", title: "Go there", explanation: "Goes to what is marked.",
      scopes: [.search, .card], keys: [.enter], hint: "go there", intent: .search(.follow),
      availability: { $0.canFollow ? .available : .unavailable("there is nothing to go to") }),
    Command(
      id: "offer.partner", title: "Go to the partner", explanation: "Shows the offer's partner and its other offers.",
      scopes: [.offer], keys: [.enter], hint: "partner", intent: .search(.partner)),
    Command(
      id: "found.up", title: "Up in what is found", explanation: "One row up.",
      scopes: [.palette, .search], keys: [.up], intent: .moveUp),
    Command(
      id: "found.down", title: "Down in what is found", explanation: "One row down.",
      scopes: [.palette, .search], keys: [.down], intent: .moveDown),
    Command(
      id: "found.page-up", title: "Page up in what is found", explanation: "Ten rows up.",
      scopes: [.palette, .search], keys: [.pageUp], intent: .pageUp),
    Command(
      id: "found.page-down", title: "Page down in what is found", explanation: "Ten rows down.",
      scopes: [.palette, .search], keys: [.pageDown], intent: .pageDown),
  ]
}

extension State {
  /// Whether the search or the card on top has something marked that can be gone to.
  fileprivate var canFollow: Bool {
    switch dialogs.last {
    case .search(let search): search.isCurrent && search.selected != nil
    case .card(let card): card.selected != nil
    default: false
    }
  }
}
