/// A box with rounded corners, a title at the left of its upper edge and a detail at the right:
/// `╭ Discover ──────── 131 parked ╮`.
package struct Panel: Sendable {
  /// What is in it; on the upper edge, left.
  package var title: StyledLine

  /// A number that sums it up; on the upper edge, right. Left out first where there is no room.
  package var detail: StyledLine

  /// Whether it has the keyboard.
  package var isFocused: Bool

  /// A box with a title, and its border brighter when focused.
  package init(_ title: StyledLine = .empty, detail: StyledLine = .empty, isFocused: Bool = false) {
    self.title = title
    self.detail = detail
    self.isFocused = isFocused
  }

  /// A box whose texts are in the usual styles.
  package init(_ title: String, detail: String = "", isFocused: Bool = false) {
    self.init(StyledLine(title, .title), detail: StyledLine(detail, .muted), isFocused: isFocused)
  }

  /// Draws the box, clears its inside, and returns the inside. Areas one cell wide or high get a line and no inside.
  @discardableResult
  package func draw(on canvas: inout Canvas, in area: Rect) -> Rect {
    let glyphs = canvas.glyphs
    let style: Style = isFocused ? .borderFocused : .border
    guard area.width > 1, area.height > 1 else {
      canvas.fill(area, with: area.width == 1 && area.height > 1 ? glyphs.vertical : glyphs.horizontal, style: style)
      return Rect(x: area.x, y: area.y, width: 0, height: 0)
    }
    let (left, right, bottom) = (area.x, area.right - 1, area.bottom - 1)
    canvas.fill(area.inset(by: 1))
    for edge in [area.splitTop(1).top, area.splitBottom(1).bottom] {
      canvas.fill(edge, with: glyphs.horizontal, style: style)
    }
    for edge in [area.splitLeft(1).left, area.splitRight(1).right] {
      canvas.fill(edge, with: glyphs.vertical, style: style)
    }
    canvas.put(glyphs.topLeft, at: area.origin, style: style)
    canvas.put(glyphs.topRight, at: Point(x: right, y: area.y), style: style)
    canvas.put(glyphs.bottomLeft, at: Point(x: left, y: bottom), style: style)
    canvas.put(glyphs.bottomRight, at: Point(x: right, y: bottom), style: style)
    drawTitles(title, detail, on: &canvas, in: area, y: area.y)
    return area.inset(by: 1)
  }

  /// Draws a divider across the box at row `y`: `├ Stream ───────────┤`.
  package func divide(
    on canvas: inout Canvas, in area: Rect, y: Int, title: StyledLine = .empty, detail: StyledLine = .empty
  ) {
    guard area.width > 1, y > area.y, y < area.bottom - 1 else { return }
    let style: Style = isFocused ? .borderFocused : .border
    canvas.put(canvas.glyphs.horizontal, at: Point(x: area.x, y: y), style: style, count: area.width)
    canvas.put(canvas.glyphs.teeLeft, at: Point(x: area.x, y: y), style: style)
    canvas.put(canvas.glyphs.teeRight, at: Point(x: area.right - 1, y: y), style: style)
    drawTitles(title, detail, on: &canvas, in: area, y: y)
  }

  /// Both with a space on either side, and at least one piece of the line left between them.
  private func drawTitles(
    _ title: StyledLine, _ detail: StyledLine, on canvas: inout Canvas, in area: Rect, y: Int
  ) {
    let room = area.width - 4
    guard room > 0 else { return }
    let titleWidth = min(title.columns(glyphs: canvas.glyphs), room)
    let detailWidth = detail.columns(glyphs: canvas.glyphs)
    if titleWidth > 0 {
      canvas.put(" ", at: Point(x: area.x + 1, y: y))
      canvas.put(title, at: Point(x: area.x + 2, y: y), width: titleWidth)
      canvas.put(" ", at: Point(x: area.x + 2 + titleWidth, y: y))
    }
    let taken = titleWidth > 0 ? titleWidth + 3 : 0
    guard detailWidth > 0, taken + detailWidth <= room else { return }
    let start = area.right - 2 - detailWidth
    canvas.put(" ", at: Point(x: start - 1, y: y))
    canvas.put(detail, at: Point(x: start, y: y), width: detailWidth)
    canvas.put(" ", at: Point(x: area.right - 2, y: y))
  }
}
