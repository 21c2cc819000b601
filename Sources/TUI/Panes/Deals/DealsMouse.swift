import Canvas

extension State {
  /// A click on the Rules screen gives the keyboard to what is under it; the wheel moves what has it.
  mutating func pointAtDeals(_ mouse: MouseEvent) -> [Effect] {
    let isPress = mouse.kind == .press
    if isPress, let pane = DealsScreen(self).pane(at: mouse.point, glyphs: .unicode) {
      return give(keyboardTo: pane)
    }
    guard let pane = DealsLayout(self).pane(at: mouse.point) else { return [] }
    let effects = give(keyboardTo: pane)
    switch mouse.kind {
    case .press: return effects + press(at: mouse.point, in: pane)
    case .wheelUp: return effects + moveDeals(by: -1)
    case .wheelDown: return effects + moveDeals(by: 1)
    }
  }

  /// What was typed into a filter stays when one goes on with the mouse.
  private mutating func give(keyboardTo pane: DealsPane) -> [Effect] {
    guard pane != deals.focus else { return [] }
    let effects = finishFiltering()
    deals.wayBack = []
    return effects + focusDeals(on: pane)
  }

  private mutating func press(at point: Point, in pane: DealsPane) -> [Effect] {
    guard pane != .page else { return [] }
    if let column = DealsScreen(self).column(at: point, in: pane) {
      sort(.deals(pane), byClickOn: column)
      return []
    }
    return DealsScreen(self).row(at: point, in: pane).map { selectDealsRow($0) } ?? []
  }
}
