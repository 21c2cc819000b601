extension CommandTable {
  /// What works in any list.
  static let tables = [
    Command(
      id: "list.filter", title: "Filter",
      explanation: "Narrows the list to the rows that have every typed word, in any order.",
      scopes: [.discover, .partners, .experiments, .campaigns, .deals], keys: [.character("/")], hint: "filter",
      intent: .table(.filter),
      availability: isLoaded),
    Command(
      id: "list.mark", title: "Mark", explanation: "Picks out the row for copying and exporting, or lets it go.",
      scopes: [.discover, .partners, .experiments, .campaigns, .deals], keys: [.character("v")], intent: .table(.mark),
      availability: hasRows),
    Command(
      id: "list.mark-range", title: "Mark up to here",
      explanation: "Marks every row from the one that was marked last to this one.",
      scopes: [.discover, .partners, .experiments, .campaigns, .deals], keys: [.character("V")],
      intent: .table(.markRange),
      availability: hasRows),
    Command(
      id: "list.mark-all", title: "Mark all or none",
      explanation: "Marks every row that is shown; where all are marked, takes all marks away, as esc does.",
      scopes: [.discover, .partners, .experiments, .campaigns, .deals], keys: [.control("a")], intent: .table(.markAll),
      availability: hasRows),
    Command(
      id: "list.sort", title: "Sort",
      explanation: "Asks for a column; the same again turns the direction. A click on a header does it too.",
      scopes: [.discover, .partners, .experiments, .campaigns, .deals], keys: [.character("s")], hint: "sort",
      intent: .table(.sort),
      availability: isLoaded),
    Command(
      id: "list.sort-again", title: "Sort by it", explanation: "Takes the marked column; s s turns the direction.",
      scopes: [.order], keys: [.character("s")], intent: .choose),
    Command(
      id: "list.copy", title: "Copy",
      explanation:
        "Puts the row, the marked rows, the offer or the claim code on the clipboard, with tabs between values.",
      scopes: [.discover, .partners, .experiments, .campaigns, .deals, .offer, .claim], keys: [.character("y")],
      hint: "copy",
      intent: .table(.copy),
      availability: canCopy),
    Command(
      id: "list.copy-aligned", title: "Copy as a table",
      explanation: "Puts the row or the marked rows on the clipboard as aligned text with a header.",
      scopes: [.discover, .partners, .experiments, .campaigns, .deals], keys: [.character("Y")],
      intent: .table(.copyAligned),
      availability: hasRows),
    Command(
      id: "list.export", title: "Export",
      explanation: "Writes the marked rows, else all that are shown, to a CSV or JSON file. Asks first.",
      scopes: [.discover, .partners, .experiments, .campaigns, .deals], keys: [.character("x")],
      intent: .table(.export),
      availability: hasRows),
  ]

  /// In a dialog there always is something; in a list there must be a row.
  private static let canCopy: @Sendable (State) -> Availability = { state in
    state.dialogs.isEmpty ? hasRows(state) : .available
  }

  private static let isLoaded: @Sendable (State) -> Availability = { state in
    let isRead =
      switch state.screen {
      case .partners: state.partners.board != nil
      case .experiments: state.experiments.board != nil
      case .campaigns: state.campaigns.isRead
      case .deals: state.deals.board != nil
      case .overview, .discover, .gallery: state.discovery.board != nil
      }
    return isRead ? .available : .unavailable("nothing is loaded yet")
  }

  private static let hasRows: @Sendable (State) -> Availability = { state in
    state.listCount == 0 ? .unavailable("the list is empty") : .available
  }
}
