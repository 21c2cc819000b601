import Canvas

extension State {
  /// A click gives the keyboard to a pane and selects the row under it, or sorts by the header under it; the wheel moves
  /// the selection.
  mutating func point(_ mouse: MouseEvent) -> [Effect] {
    guard dialogs.isEmpty, screen == .discover, !discovery.isFiltering,
      let pane = DiscoverLayout(self).pane(at: mouse.point)
    else { return [] }
    discovery.focus(on: pane)
    switch mouse.kind {
    case .press: return press(at: mouse.point, in: pane)
    case .wheelUp: return moveSelection(by: -1)
    case .wheelDown: return moveSelection(by: 1)
    }
  }

  private mutating func press(at point: Point, in pane: Pane) -> [Effect] {
    let layout = DiscoverLayout(self)
    if let column = layout.headerColumn(at: point, in: pane, self) {
      sort(pane, byClickOn: column)
      return []
    }
    return layout.row(at: point, in: pane, self).map { moveSelection(to: $0) } ?? []
  }

  private mutating func sort(_ pane: Pane, byClickOn column: String) {
    let table = discovery[table: pane]
    guard let choice = table.sortChoices.first(where: { $0.column == column }) else { return }
    discovery[table: pane].sort(by: choice.nextClick(after: table.sort))
  }
}
