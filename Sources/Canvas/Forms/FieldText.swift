/// One line of text that can be typed into: `Sunset din▏`. It keeps no state: the same text, caret and width always show
/// the same part, and the part moves by half a field at a time, so that most keys change a cell or two.
package struct FieldText: Equatable, Sendable {
  /// What has been typed; any text, made safe when drawn.
  package let text: String

  /// Characters (grapheme clusters) before the caret; `nil` while nobody types here.
  package let caret: Int?

  /// What to type, shown while there is nothing.
  package let placeholder: String

  /// A text, and the caret if it has the keyboard.
  package init(_ text: String, caret: Int? = nil, placeholder: String = "") {
    self.text = text
    self.caret = caret
    self.placeholder = placeholder
  }

  /// Draws the text over the first row of the area, every cell of it in `style`, and returns where the caret stands.
  /// An ellipsis stands at each end beyond which there is more.
  @discardableResult
  package func draw(on canvas: inout Canvas, in area: Rect, style: Style = .text) -> Point? {
    let row = area.splitTop(1).top
    guard !row.isEmpty else { return nil }
    canvas.fill(row, style: style)
    if text.isEmpty {
      canvas.put(placeholder, at: row.origin, style: Style(.muted, style.attributes), width: row.width)
      return caret == nil ? nil : row.origin
    }
    guard let caret else {
      canvas.put(text, at: row.origin, style: style, width: row.width)
      return nil
    }
    let before = TextWidth.columns(String(text.prefix(max(0, caret))), glyphs: canvas.glyphs)
    let length = TextWidth.columns(text, glyphs: canvas.glyphs)
    let shift = Self.shift(before: before, length: length, width: row.width)
    canvas.clipped(to: row) { canvas in
      _ = canvas.put(text, at: Point(x: row.x - shift, y: row.y), style: style)
      let more = Style(.muted, style.attributes)
      if shift > 0, before > shift { canvas.put(canvas.glyphs.ellipsis, at: row.origin, style: more) }
      if length - shift > row.width, before - shift < row.width - 1 {
        canvas.put(canvas.glyphs.ellipsis, at: Point(x: row.right - 1, y: row.y), style: more)
      }
    }
    return Point(x: row.x + before - shift, y: row.y)
  }

  /// The columns that are scrolled away at the left: none while text and caret fit, else as many half fields as bring
  /// the caret into sight, beside the ellipses.
  static func shift(before: Int, length: Int, width: Int) -> Int {
    guard length >= width || before >= width else { return 0 }
    let last = width > 3 && before < length ? width - 2 : width - 1
    guard before > last else { return 0 }
    let step = max(1, width / 2)
    return min(before, (before - last + step - 1) / step * step)
  }
}
