import Canvas

extension State {
  /// A click does what the key for the thing under it would; the wheel moves what has the keyboard. Nothing needs the
  /// mouse, and nothing dangerous is done by one click: an answer is marked first, and a second click takes it.
  mutating func point(_ mouse: MouseEvent) -> [Effect] {
    if mouse.kind == .press, let command = hintedCommand(at: mouse.point) { return perform(command.intent) }
    if let dialog = dialogs.last { return point(mouse, in: dialog) }
    if showsPresentation { return mouse.kind == .press ? [] : moveSelection(by: mouse.kind == .wheelUp ? -1 : 1) }
    if mouse.kind == .press, let chosen = TopLine(self).screen(at: mouse.point, width: size.width, glyphs: .unicode) {
      return show(chosen)
    }
    switch screen {
    case .discover: return pointAtDiscover(mouse)
    case .partners: return pointAtPartners(mouse)
    case .experiments: return pointAtExperiments(mouse)
    case .campaigns: return pointAtCampaigns(mouse)
    case .deals: return pointAtDeals(mouse)
    case .overview where mouse.kind == .press && Frame.body(of: size).contains(mouse.point):
      return OverviewLayout(in: Frame.body(of: size)).tile(at: mouse.point).map { open($0) } ?? []
    default: return []
    }
  }

  private func hintedCommand(at point: Point) -> Command? {
    // A presentation has no bottom line.
    guard !showsPresentation || !dialogs.isEmpty else { return nil }
    return BottomLine(self).command(at: point, in: Rect(size).splitBottom(1).bottom, glyphs: .unicode)
  }

  private mutating func point(_ mouse: MouseEvent, in dialog: Dialog) -> [Effect] {
    if case .form(let form) = dialog { return point(mouse, in: form) }
    if case .map(let picker) = dialog { return point(mouse, on: picker) }
    switch mouse.kind {
    case .wheelUp: return perform(.moveUp)
    case .wheelDown: return perform(.moveDown)
    case .press: return press(at: mouse.point, in: dialog)
    }
  }

  private mutating func press(at point: Point, in dialog: Dialog) -> [Effect] {
    let body = Frame.body(of: size)
    switch dialog {
    case .welcome(let welcome): return press(at: point, in: welcome)
    case .choice(var choice):
      guard let row = DialogView(self).option(at: point) else { return [] }
      if choice.selection == row { return answer(.choose) }
      choice.selection = row
      dialogs[dialogs.count - 1] = .choice(choice)
    case .palette(let palette):
      guard let row = PaletteView(self, palette).row(at: point, in: body) else { return [] }
      if row == palette.selection { return runMarked(of: palette) }
      move(palette, by: row - palette.selection)
    case .search(let search):
      guard let row = SearchView(self, search).row(at: point, in: body) else { return [] }
      if row == search.selection { return perform(SearchIntent.follow) }
      move(search, by: row - search.selection)
    case .card(let card):
      guard let row = CardView(self, card).row(at: point, in: body) else { return [] }
      if row == card.selection { return perform(SearchIntent.follow) }
      var marked = card
      marked.move(by: row - card.selection)
      dialogs[dialogs.count - 1] = .card(marked)
    case .help, .note, .offer, .offerHistory, .claim, .form, .map, .keys, .newKey, .statement, .number, .counter: break
    }
    return []
  }

  private mutating func pointAtDiscover(_ mouse: MouseEvent) -> [Effect] {
    if mouse.kind == .press, let pane = DiscoverScreen(state: self).pane(at: mouse.point, glyphs: .unicode) {
      let effects = finishFiltering()
      discovery.focus(on: pane)
      return effects
    }
    guard let pane = DiscoverLayout(self).pane(at: mouse.point) else { return [] }
    // What was typed into a filter stays when one goes on with the mouse.
    let effects = pane == discovery.focus ? [] : finishFiltering()
    discovery.focus(on: pane)
    switch mouse.kind {
    case .press: return effects + press(at: mouse.point, in: pane)
    case .wheelUp: return effects + moveSelection(by: -1)
    case .wheelDown: return effects + moveSelection(by: 1)
    }
  }

  private mutating func press(at point: Point, in pane: Pane) -> [Effect] {
    let layout = DiscoverLayout(self)
    if let column = layout.headerColumn(at: point, in: pane, self) {
      sort(.discover(pane), byClickOn: column)
      return []
    }
    return layout.row(at: point, in: pane, self).map { moveSelection(to: $0) } ?? []
  }

  mutating func sort(_ place: ListPlace, byClickOn column: String) {
    let table = self[list: place]
    guard let choice = table.sortChoices.first(where: { $0.column == column }) else { return }
    self[list: place].sort(by: choice.nextClick(after: table.sort))
  }
}
