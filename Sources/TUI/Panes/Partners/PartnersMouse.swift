import Canvas

extension State {
  /// A click on the Partners screen gives the keyboard to what is under it; the wheel moves what has it.
  mutating func pointAtPartners(_ mouse: MouseEvent) -> [Effect] {
    let isPress = mouse.kind == .press
    if isPress, let pane = PartnersScreen(self).pane(at: mouse.point, glyphs: .unicode) {
      return give(keyboardTo: pane)
    }
    guard let pane = PartnersLayout(self).pane(at: mouse.point) else { return [] }
    let effects = give(keyboardTo: pane)
    switch mouse.kind {
    case .press: return effects + press(at: mouse.point, in: pane)
    case .wheelUp: return effects + movePartners(by: -1)
    case .wheelDown: return effects + movePartners(by: 1)
    }
  }

  /// What was typed into a filter stays when one goes on with the mouse.
  private mutating func give(keyboardTo pane: PartnersPane) -> [Effect] {
    guard pane != partners.focus else { return [] }
    let effects = finishFiltering()
    partners.wayBack = []
    partners.focus = pane
    return effects
  }

  private mutating func press(at point: Point, in pane: PartnersPane) -> [Effect] {
    guard let area = PartnersLayout(self).panes[pane] else { return [] }
    let (column, row): (String?, Int?) =
      switch pane {
      case .partners: (partnersList.column(at: point, in: area), partnersList.clickable(in: area).row(at: point))
      case .offers: (offersList.column(at: point, in: area), offersList.clickable(in: area).row(at: point))
      case .offer: (nil, nil)
      }
    if let column {
      sort(.partners(pane), byClickOn: column)
      return []
    }
    return row.map { selectPartnersRow($0) } ?? []
  }
}
