import Canvas

extension State {
  /// A click does what the key for the thing under it would; the wheel moves what has the keyboard. Nothing needs the
  /// mouse, and nothing dangerous is done by one click: an answer is marked first, and a second click takes it.
  mutating func point(_ mouse: MouseEvent) -> [Effect] {
    if let dialog = dialogs.last { return point(mouse, in: dialog) }
    if showsPresentation { return mouse.kind == .press ? [] : moveSelection(by: mouse.kind == .wheelUp ? -1 : 1) }
    if mouse.kind == .press, let chosen = TopLine(self).screen(at: mouse.point, width: size.width, glyphs: .unicode) {
      screen = chosen
      return []
    }
    switch screen {
    case .discover where !discovery.isFiltering: return pointAtDiscover(mouse)
    case .overview where mouse.kind == .press && Frame.body(of: size).contains(mouse.point):
      if OverviewScreen(self).leadsToDiscover(at: mouse.point, in: Frame.body(of: size)) { screen = .discover }
      return []
    default: return []
    }
  }

  private mutating func point(_ mouse: MouseEvent, in dialog: Dialog) -> [Effect] {
    if case .form(let form) = dialog { return point(mouse, in: form) }
    switch mouse.kind {
    case .wheelUp: return isTyping ? [] : perform(.moveUp)
    case .wheelDown: return isTyping ? [] : perform(.moveDown)
    case .press:
      if case .welcome(let welcome) = dialog { return press(at: mouse.point, in: welcome) }
      guard case .choice(var choice) = dialog, let row = DialogView(self).option(at: mouse.point) else { return [] }
      if choice.selection == row { return answer(.choose) }
      choice.selection = row
      dialogs[dialogs.count - 1] = .choice(choice)
      return []
    }
  }

  private mutating func pointAtDiscover(_ mouse: MouseEvent) -> [Effect] {
    if mouse.kind == .press, let pane = DiscoverScreen(state: self).pane(at: mouse.point, glyphs: .unicode) {
      discovery.focus(on: pane)
      return []
    }
    guard let pane = DiscoverLayout(self).pane(at: mouse.point) else { return [] }
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
