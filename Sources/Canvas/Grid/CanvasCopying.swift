extension Canvas {
  /// Copies rows of another canvas, clipped to an area whose upper left corner gets the first of them. For what is drawn
  /// whole and shown in part, as a long page is.
  package mutating func put(_ page: Canvas, from row: Int, in area: Rect) {
    let visible = area.intersection(clip)
    for y in visible.rows {
      let source = row + y - area.y
      guard (0..<page.size.height).contains(source) else { continue }
      for x in visible.x..<visible.right where x - area.x < page.size.width {
        let cell = page.cells[source * page.size.width + x - area.x]
        if cell.glyph.isContinuation { continue }
        place(cell.glyph, x: x, y: y, style: cell.style)
      }
    }
  }
}
