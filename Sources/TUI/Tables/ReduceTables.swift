import Canvas

extension State {
  /// Does what a command on a list means, to the list that has the keyboard.
  mutating func perform(_ intent: TableIntent) -> [Effect] {
    switch intent {
    case .filter: startFiltering()
    case .mark: markSelected()
    case .markAll: discovery[table: discovery.focus].toggleAllMarks()
    }
    return []
  }

  /// The keyboard types into the list's filter until Enter or Esc. On the map that is the ranking's.
  private mutating func startFiltering() {
    if discovery.focus == .map { discovery.focus(on: .ranked) }
    discovery[table: discovery.focus].isFiltering = true
    discovery[table: discovery.focus].editFilter { $0.moveCaret(by: $0.limit) }
  }

  /// Keeps the filter; if the selected row is not among what it leaves, the first that is becomes selected.
  mutating func finishFiltering() -> [Effect] {
    guard discovery.isFiltering else { return [] }
    discovery[table: discovery.focus].isFiltering = false
    return discovery[table: discovery.focus].selectedRow == nil ? moveSelection(to: 0) : []
  }

  /// Takes the list's filter away.
  mutating func clearFilter() {
    discovery[table: discovery.focus].isFiltering = false
    discovery[table: discovery.focus].editFilter { $0.clear() }
  }

  /// Marks the row and goes to the next, so that several in a row are quickly marked.
  private mutating func markSelected() {
    discovery[table: discovery.focus].toggleMark()
    _ = moveSelection(by: 1)
  }
}
