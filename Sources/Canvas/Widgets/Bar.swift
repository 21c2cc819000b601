/// A share as a bar of eighths of a cell, with what it stands for behind it: `█████▍ 17/25`, in ASCII `#####- 17/25`.
package struct Bar: Sendable {
  /// 0 to 1; anything else is brought to the nearest, and no number at all is 0.
  package let fraction: Double

  /// Columns of a full bar.
  package let width: Int

  /// Behind the bar; may be empty.
  package var label: String

  /// The filled part.
  package var role: Role

  /// Whether the empty part is drawn too, so that the label stands behind a full bar's end.
  package var showsTrack: Bool

  /// A bar of `width` columns filled by `fraction`.
  package init(_ fraction: Double, width: Int, label: String = "", role: Role = .accent, showsTrack: Bool = false) {
    self.fraction = fraction.isNaN ? 0 : min(max(fraction, 0), 1)
    self.width = Rect(x: 0, y: 0, width: width, height: 1).width
    self.label = label
    self.role = role
    self.showsTrack = showsTrack
  }

  /// The bar as a line of text. Eighths are rounded down, but more than nothing always shows.
  package func line(glyphs: Glyphs) -> StyledLine {
    // A billionth more, for shares such as 0.29 that binary numbers miss by less than that.
    var eighths = Int(fraction * Double(width) * 8 + 1e-9)
    if fraction > 0 { eighths = max(1, eighths) }
    if fraction < 1 { eighths = min(eighths, width * 8 - 1) }
    eighths = max(0, eighths)
    var filled = String(repeating: String(glyphs.full), count: eighths / 8)
    if let part = glyphs.eighth(eighths % 8) { filled.unicodeScalars.append(part) }
    var line = StyledLine(filled, Style(role))
    if showsTrack {
      let empty = width - (eighths + 7) / 8
      line += StyledLine(String(repeating: String(glyphs.empty), count: max(0, empty)), .barEmpty)
    }
    return label.isEmpty ? line : line + StyledLine(line.isEmpty ? label : " " + label)
  }

  /// Draws the bar and returns the columns used, at most `area.width`.
  @discardableResult
  package func draw(on canvas: inout Canvas, in area: Rect) -> Int {
    guard !area.isEmpty else { return 0 }
    let line = line(glyphs: canvas.glyphs).clipped(to: area.width, glyphs: canvas.glyphs)
    return canvas.put(line, at: area.origin)
  }
}
