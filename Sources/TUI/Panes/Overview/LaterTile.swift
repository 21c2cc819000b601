import Canvas

/// One line each for what is not here yet. No numbers that nobody measured.
struct LaterTile {
  /// Rows inside the border.
  static let rows = 1

  /// Draws the tile with its border.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let inside = Panel("Later", detail: "still to come").draw(on: &canvas, in: area)
      .inset(horizontal: 1, vertical: 0)
    let tiles = [
      ("Rules", "alerts that people asked for")
    ]
    for (row, tile) in tiles.enumerated() where row < inside.height {
      let line: StyledLine = [Span(TextWidth.pad(tile.0, to: 13), .header), Span(tile.1, .muted)]
      canvas.put(line, at: Point(x: inside.x, y: inside.y + row), width: inside.width)
    }
  }
}
