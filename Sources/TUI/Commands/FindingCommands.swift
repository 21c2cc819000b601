extension CommandTable {
  /// The palette and the search through everything.
  static let finding = [
    Command(
      id: "palette.open", title: "Commands",
      explanation: "Lists every command, also those of other screens, and runs the one that is chosen.",
      scopes: [.screen, .dialog], keys: [.character(":"), .control("p")], intent: .palette(.show)),
    Command(
      id: "search.open", title: "Go to anything",
      explanation: "Finds a claim code, an offer, a partner, a person or a session, and goes there.",
      scopes: [.screen, .dialog], keys: [.character("g")], intent: .search(.show),
      availability: { _ in .unavailable("the search is still being built; / filters the list with the keyboard") }),
    Command(
      id: "palette.run", title: "Run", explanation: "Runs the marked command.",
      scopes: [.palette], keys: [.enter], hint: "run", intent: .palette(.run)),
    Command(
      id: "search.follow", title: "Go there", explanation: "Goes to what is marked.",
      scopes: [.search], keys: [.enter], hint: "go there", intent: .search(.follow)),
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
