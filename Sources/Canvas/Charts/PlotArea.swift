extension Canvas {
  /// Clears an area and draws a chart over the part of it that is on the canvas. With less room a chart is laid out
  /// anew rather than cut, so that its axes are always seen and its cost is bounded by the canvas, however large the
  /// area.
  mutating func plot(in area: Rect, _ body: (inout Canvas, Rect) -> Void) {
    let visible = area.intersection(bounds)
    guard !visible.isEmpty else { return }
    clipped(to: visible) { canvas in
      canvas.fill(visible)
      body(&canvas, visible)
    }
  }

  /// Says in the middle of an area why there is nothing to see.
  mutating func putEmpty(_ text: String, in area: Rect) {
    let lines = TextWidth.wrap(text, width: max(1, area.width - 2), glyphs: glyphs).prefix(area.height)
    for (row, line) in lines.enumerated() {
      let point = Point(x: area.x, y: area.y + (area.height - lines.count) / 2 + row)
      put(line, at: point, style: .muted, width: area.width, align: .centre)
    }
  }
}
