/// Which part of something long is in sight, beside it: a thumb on a track.
package struct Scrollbar: Equatable, Sendable {
  /// What is in sight.
  package let rows: Range<Int>

  /// How many there are.
  package let count: Int

  /// A bar that shows `rows` of `count`.
  package init(rows: Range<Int>, count: Int) {
    self.rows = rows
    self.count = count
  }

  /// Draws it over all of the area, from top to bottom.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.fill(area, with: canvas.glyphs.track, style: .border)
    let thumb = Scrolling.thumb(height: area.height, rows: rows, count: count)
    let part = Rect(x: area.x, y: area.y + thumb.lowerBound, width: area.width, height: thumb.count)
    canvas.fill(part, with: canvas.glyphs.thumb, style: .muted)
  }
}
