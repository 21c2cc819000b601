extension CommandTable {
  /// Moving about: within a list, between panes, larger and smaller.
  static let moving = [
    Command(
      id: "move.up", title: "Up", explanation: "One row up, or one line of text.",
      scopes: [.discover, .partners, .experiments, .campaigns, .deals, .overview, .presentation, .dialog],
      keys: [.up, .character("k")],
      intent: .moveUp),
    Command(
      id: "move.down", title: "Down", explanation: "One row down, or one line of text.",
      scopes: [.discover, .partners, .experiments, .campaigns, .deals, .overview, .presentation, .dialog],
      keys: [.down, .character("j")],
      intent: .moveDown),
    Command(
      id: "move.page-up", title: "Page up", explanation: "Ten rows up.",
      scopes: [.discover, .partners, .experiments, .campaigns, .deals, .presentation, .dialog], keys: [.pageUp],
      intent: .pageUp
    ),
    Command(
      id: "move.page-down", title: "Page down", explanation: "Ten rows down.",
      scopes: [.discover, .partners, .experiments, .campaigns, .deals, .presentation, .dialog], keys: [.pageDown],
      intent: .pageDown),
    Command(
      id: "move.first", title: "First", explanation: "To the first row.",
      scopes: [.discover, .partners, .experiments, .campaigns, .deals, .presentation, .dialog], keys: [.home],
      intent: .moveToFirst),
    Command(
      id: "move.last", title: "Last", explanation: "To the last row.",
      scopes: [.discover, .partners, .experiments, .campaigns, .deals, .presentation, .dialog], keys: [.end],
      intent: .moveToLast),
    Command(
      id: "pane.previous", title: "Previous pane", explanation: "Gives the keyboard to the pane before.",
      scopes: [.discover, .partners, .experiments, .campaigns, .deals, .overview, .presentation], keys: [.backTab],
      intent: .previousPane),
    Command(
      id: "pane.left", title: "Pane on the left", explanation: "Gives the keyboard to the nearest pane on the left.",
      scopes: [.discover, .partners, .experiments, .campaigns, .deals, .overview], keys: [.left, .character("h")],
      intent: .paneLeft),
    Command(
      id: "pane.right", title: "Pane on the right", explanation: "Gives the keyboard to the nearest pane on the right.",
      scopes: [.discover, .partners, .experiments, .campaigns, .deals, .overview], keys: [.right, .character("l")],
      intent: .paneRight),
    Command(
      id: "pane.zoom", title: "Zoom", explanation: "Lets the pane with the keyboard take the whole screen, and back.",
      scopes: [.discover, .partners, .experiments, .campaigns, .deals], keys: [.character("z")], hint: "zoom",
      intent: .zoom),
  ]
}
