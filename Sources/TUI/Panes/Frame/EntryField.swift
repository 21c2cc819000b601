import Canvas

/// A line of text that is being typed, scrolled so that the caret is in sight.
struct EntryField {
  private let entry: TextEntry

  init(_ entry: TextEntry) {
    self.entry = entry
  }

  /// Draws the text over the first row of the area and returns where the caret stands; nil where there is no room.
  func draw(on canvas: inout Canvas, in area: Rect) -> Point? {
    guard !area.isEmpty else { return nil }
    let before = TextWidth.columns(entry.beforeCaret, glyphs: canvas.glyphs)
    let shift = max(0, before - (area.width - 1))
    canvas.fill(area.splitTop(1).top)
    canvas.clipped(to: area.splitTop(1).top) { canvas in
      _ = canvas.put(entry.text, at: Point(x: area.x - shift, y: area.y))
    }
    return Point(x: area.x + before - shift, y: area.y)
  }
}
