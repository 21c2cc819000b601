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
    let (area, cursor) = box.draw(on: &canvas, in: area)
    list(in: area).draw(on: &canvas, in: area)
    return cursor
  }

  /// The command at a point of the screen, by its row among those found.
  func row(at point: Point, in area: Rect) -> Int? {
    let area = box.list(in: area)
    return list(in: area).index(at: point, in: area)
  }

  private var box: FindingBox {
    let count = palette.found.count
    return FindingBox(
      title: "Commands", sign: ":", entry: palette.entry,
      detail: palette.entry.text.isEmpty ? "\(count) commands" : "\(count) found")
  }

  private func list(in area: Rect) -> PaletteList {
    PaletteList(
      count: palette.found.count, selection: palette.selection, offset: palette.selection - area.height / 2,
      emptyText: "No command has these letters. Backspace takes the last one away.", item: item)
  }

  private func item(_ row: Int) -> PaletteList.Item {
    let found = palette.found[row]
    let command = CommandTable.all[found.index]
    return PaletteList.Item(
      command.title, matched: found.positions, keys: state.keymap.names(of: command),
      explanation: command.explanation, unavailable: state.standing(of: command).reason)
  }
}
