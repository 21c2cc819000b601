import Canvas

/// Three lines for somebody who sees this for the first time, over the bottom of the screen until the first key.
package struct FirstHint: Equatable, Sendable {
  private let isDemo: Bool

  /// - Parameter isDemo: whether there is something to see; else where it comes from is told.
  package init(isDemo: Bool = true) {
    self.isDemo = isDemo
  }

  /// Rows of the box.
  static let rows = 5
  private static let widest = 66

  /// Draws the box at the bottom of the area, in the middle.
  func draw(_ state: State, on canvas: inout Canvas, in area: Rect) {
    let lines = lines(state.keymap)
    let columns = lines.map { $0.columns(glyphs: canvas.glyphs) }.max() ?? 0
    let width = min(area.width, Self.widest, columns + 4)
    let strip = area.splitBottom(min(area.height, Self.rows)).bottom
    let box = strip.centred(Size(width: width, height: strip.height))
    let inside = Panel("To begin with", detail: "any key", isFocused: true).draw(on: &canvas, in: box)
    for (row, line) in lines.prefix(inside.height).enumerated() {
      canvas.put(line, at: Point(x: inside.x + 1, y: inside.y + row), width: max(0, inside.width - 2))
    }
  }

  private func lines(_ keymap: Keymap) -> [StyledLine] {
    func line(_ parts: [(id: String, words: String)]) -> StyledLine {
      let spans = parts.flatMap { part -> [Span] in
        let key = CommandTable.command(part.id).flatMap { keymap.keys(of: $0).first }
        return [Span(key?.description ?? "", .key), Span(" \(part.words)  ")]
      }
      return StyledLine(spans)
    }
    return [
      line([("screen.discover", "who is parked, what each is offered, and why")]),
      isDemo
        ? line([("clock.toggle", "lets the town live on"), ("clock.step", "lets one thing happen")])
        : [Span("opportune import", .key), Span(" in a shell brings places, partners and offers")],
      line([("search.open", "finds anything"), ("palette.open", "lists every command"), ("app.help", "explains")]),
    ]
  }
}
