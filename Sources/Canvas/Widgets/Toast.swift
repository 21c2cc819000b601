/// A short message over the bottom line that goes away by itself. A sign and a role say how it went, never colour alone.
package struct Toast: Equatable, Sendable {
  /// How it went.
  package enum Kind: Sendable, CaseIterable {
    case information, success, warning, failure
  }

  /// How it went.
  package let kind: Kind

  /// What happened, in a sentence.
  package let text: String

  /// A message.
  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// Draws it at the right of the area's last row, cut to the area, with a space on either side.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    let row = area.splitBottom(1).bottom
    guard row.width > 4, !row.isEmpty else { return }
    let (sign, style) = look(canvas.glyphs)
    let line = StyledLine([Span(" \(sign) ", style.bold), Span(text, style), Span(" ")])
    let width = min(row.width, line.columns(glyphs: canvas.glyphs))
    canvas.put(line, at: row.splitRight(width).right.origin, width: width)
  }

  private func look(_ glyphs: Glyphs) -> (sign: Unicode.Scalar, style: Style) {
    switch kind {
    case .information: ("i", .accent)
    case .success: (glyphs.check, .positive)
    case .warning: ("!", .warning)
    case .failure: (glyphs.failed, .negative)
    }
  }
}
