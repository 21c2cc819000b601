/// A grid of cells to draw on. A value: a frame is drawn, compared with the one before, and forgotten.
///
/// ```swift
/// var canvas = Canvas(size: Size(width: 80, height: 24))
/// canvas.put("Sunset dinner", at: Point(x: 2, y: 1), style: .title)
/// for run in canvas.changes(since: shown) { device.write(run) }
/// ```
///
/// Nothing can be drawn that is not safe to show, and nothing outside `clip`: coordinates may lie anywhere. Half a wide
/// glyph never stays behind; the other half becomes blank.
package struct Canvas: Equatable, Sendable {
  /// Columns and rows.
  package let size: Size

  /// Which signs are drawn; with `.ascii` everything drawn is ASCII.
  package let glyphs: Glyphs

  /// Where drawing has an effect now.
  package private(set) var clip: Rect

  /// Row by row.
  var cells: [Cell]

  /// The largest side; no terminal comes near it.
  private static let longestSide = 4096

  /// A blank canvas.
  package init(size: Size, glyphs: Glyphs = .unicode) {
    let side = Self.longestSide
    let size = Size(width: min(size.width, side), height: min(size.height, side))
    self.size = size
    self.glyphs = glyphs
    clip = Rect(size)
    cells = [Cell](repeating: .blank, count: size.width * size.height)
  }

  /// All of it.
  package var bounds: Rect { Rect(size) }

  /// The cell at `point`; blank beyond the edges.
  package subscript(point: Point) -> Cell {
    bounds.contains(point) ? cells[point.y * size.width + point.x] : .blank
  }

  /// Runs `body` with drawing confined to `area` as well as to the present clip. Coordinates stay the canvas's.
  @discardableResult
  package mutating func clipped<Result>(to area: Rect, _ body: (inout Canvas) throws -> Result) rethrows -> Result {
    let outer = clip
    clip = clip.intersection(area)
    defer { clip = outer }
    return try body(&self)
  }

  /// Two canvases are equal when they look the same.
  package static func == (left: Canvas, right: Canvas) -> Bool {
    left.size == right.size && left.glyphs == right.glyphs && left.cells == right.cells
  }
}
