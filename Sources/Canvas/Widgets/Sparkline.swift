/// The course of a number, one column a value: `▁▂▅█▃`.
package struct Sparkline: Sendable {
  /// Oldest first; `nil` where nothing is known, drawn as a gap.
  package let values: [Double?]

  /// How it looks.
  package let style: Style

  /// Whether the lowest column stands for zero; else for the smallest value.
  package let startsAtZero: Bool

  /// The course of these values.
  package init(_ values: [Double?], style: Style = .accent, startsAtZero: Bool = true) {
    self.values = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
    self.style = style
    self.startsAtZero = startsAtZero
  }

  /// The last `width` values as text.
  package func text(width: Int, glyphs: Glyphs) -> String {
    let shown = values.suffix(max(0, width))
    let known = shown.compactMap(\.self)
    let low = startsAtZero ? min(0, known.min() ?? 0) : known.min() ?? 0
    let high = known.max() ?? 0
    var text = ""
    for value in shown {
      guard let value else {
        text += " "
        continue
      }
      // Halved before they are subtracted, so that the difference of the largest numbers stays finite.
      let share = high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0
      text.unicodeScalars.append(glyphs.spark(Int((share * 7).rounded())))
    }
    return text
  }

  /// Draws the last values that fit, at the right of the area's first row, and returns the columns used.
  @discardableResult
  package func draw(on canvas: inout Canvas, in area: Rect) -> Int {
    guard !area.isEmpty else { return 0 }
    let text = text(width: area.width, glyphs: canvas.glyphs)
    return canvas.put(text, at: area.origin, style: style, width: area.width, align: .right)
  }
}
