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

  /// Rows that a long message takes at most.
  private static let mostRows = 3
  /// Columns beside the text: the sign, and a space on either side.
  private static let frame = 4

  /// Draws it at the right of the area's last rows, cut to the area, with a space on either side; returns how many rows
  /// it took.
  @discardableResult
  package func draw(on canvas: inout Canvas, in area: Rect) -> Int {
    let room = area.width - Self.frame
    let rows = min(Self.mostRows, area.height)
    guard room > 0, rows > 0 else { return 0 }
    let glyphs = canvas.glyphs
    let wrapped = TextWidth.wrap(text, width: room, glyphs: glyphs)
    // What is left out shows as an ellipsis at the end of the last line.
    let lines =
      wrapped.count > rows
      ? Array(wrapped.prefix(rows - 1)) + [
        TextWidth.clip(wrapped.dropFirst(rows - 1).joined(separator: " "), to: room, glyphs: glyphs)
      ]
      : wrapped
    let width = (lines.map { TextWidth.columns($0, glyphs: glyphs) }.max() ?? 0) + Self.frame
    let box = area.splitBottom(lines.count).bottom.splitRight(width).right
    let (sign, style) = look(glyphs)
    canvas.fill(box)
    for (row, line) in lines.enumerated() {
      let head = Span(row == 0 ? " \(sign) " : "   ", style.bold)
      canvas.put([head, Span(line, style)], at: Point(x: box.x, y: box.y + row), width: width)
    }
    return lines.count
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
