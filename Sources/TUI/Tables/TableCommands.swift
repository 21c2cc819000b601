extension CommandTable {
  /// What works in any list.
  static let tables = [
    Command(
      id: "list.filter", title: "Filter",
      explanation: "Narrows the list to the rows that have every typed word, in any order.",
      scopes: [.discover], keys: [.character("/")], hint: "filter", intent: .table(.filter), availability: isLoaded),
    Command(
      id: "list.mark", title: "Mark", explanation: "Picks out the row for copying and exporting, or lets it go.",
      scopes: [.discover], keys: [.character("v")], intent: .table(.mark), availability: hasRows),
    Command(
      id: "list.mark-all", title: "Mark all or none",
      explanation: "Marks every row that is shown; where all are marked, takes all marks away.",
      scopes: [.discover], keys: [.character("V"), .control("a")], intent: .table(.markAll), availability: hasRows),
  ]

  private static let isLoaded: @Sendable (State) -> Availability = { state in
    state.discovery.board == nil ? .unavailable("nothing is loaded yet") : .available
  }

  private static let hasRows: @Sendable (State) -> Availability = { state in
    state.discovery.selection(in: state.discovery.focus).count == 0 ? .unavailable("the list is empty") : .available
  }
}
