/// What stands on a screen that nothing else fits on: the size needed, the size there is, and what to do.
package struct TooSmall: Sendable {
  /// Who needs it.
  package let name: String

  /// The least size.
  package let needed: Size

  /// A message that `name` needs that size.
  package init(_ name: String, needed: Size) {
    self.name = name
    self.needed = needed
  }

  /// Draws it in the middle of the area.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    let text = Paragraph([
      StyledLine("\(name) needs \(needed.width) x \(needed.height).", .title),
      StyledLine("This window is \(area.width) x \(area.height). Make it larger, or press q to leave.", .muted),
    ])
    let inside = area.inset(horizontal: area.width > 12 ? 1 : 0, vertical: 0)
    let height = text.wrapped(to: inside.width, glyphs: canvas.glyphs).count
    text.draw(on: &canvas, in: inside.inset(top: max(0, (inside.height - height) / 2)))
  }
}
