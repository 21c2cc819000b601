/// A box in the middle of a dimmed frame: help, the palette, a question.
package struct Overlay: Sendable {
  /// On the box's upper edge.
  package let title: String

  /// The size of what is inside the box; made smaller where it does not fit.
  package let content: Size

  /// A box around `content` cells.
  package init(_ title: String, content: Size) {
    self.title = title
    self.content = content
  }

  /// The size that holds these lines, at most `width` columns wide.
  package static func size(of lines: [StyledLine], width: Int, glyphs: Glyphs = .unicode) -> Size {
    let wrapped = Paragraph(lines).wrapped(to: width, glyphs: glyphs)
    let columns = wrapped.map { $0.columns(glyphs: glyphs) }.max() ?? 0
    return Size(width: columns, height: wrapped.count)
  }

  /// Dims the area, draws the box in its middle, and returns the box's inside, a column of air left and right.
  @discardableResult
  package func draw(on canvas: inout Canvas, in area: Rect) -> Rect {
    canvas.restyle(area) { _ in Style(.dimmed) }
    let box = area.centred(Size(width: content.width + 4, height: content.height + 2))
    let inside = Panel(title, isFocused: true).draw(on: &canvas, in: box)
    return inside.inset(horizontal: 1, vertical: 0)
  }
}
