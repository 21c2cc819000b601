import Canvas

/// Draws the palette: what is typed, and the commands that fit, each with its keys and what it does or why it does
/// nothing now.
struct PaletteView {
  private let state: State
  private let palette: Palette

  init(_ state: State, _ palette: Palette) {
    self.state = state
    self.palette = palette
  }

  /// Draws the box; returns where text is being typed.
  func draw(on canvas: inout Canvas, in area: Rect) -> Point? {
    let count = palette.found.count
    let box = FindingBox(
      title: "Commands", sign: ":", entry: palette.entry,
      detail: palette.entry.text.isEmpty ? "\(count) commands" : "\(count) found")
    let (list, cursor) = box.draw(on: &canvas, in: area)
    PaletteList(
      count: count, selection: palette.selection, offset: palette.selection - list.height / 2,
      emptyText: "No command has these letters. Backspace takes the last one away.", item: item
    ).draw(on: &canvas, in: list)
    return cursor
  }

  private func item(_ row: Int) -> PaletteList.Item {
    let found = palette.found[row]
    let command = CommandTable.all[found.index]
    var reason: String?
    if case .unavailable(let words) = state.standing(of: command) { reason = words }
    return PaletteList.Item(
      command.title, matched: found.positions, keys: state.keymap.names(of: command),
      explanation: command.explanation, unavailable: reason)
  }
}
