/// Text of several lines that can be typed into, broken at spaces and scrolled so that the caret is in sight.
struct LongText {
  private let field: FieldText

  init(_ field: FieldText) {
    self.field = field
  }

  /// Draws the text, every cell of the area in `style`; returns where the caret stands.
  func draw(on canvas: inout Canvas, in area: Rect, style: Style) -> Point? {
    guard !area.isEmpty else { return nil }
    canvas.fill(area, style: style)
    let glyphs = canvas.glyphs
    if field.text.isEmpty {
      let muted = Style(.muted, style.attributes)
      canvas.put(field.placeholder, at: area.origin, style: muted, width: area.width)
      return field.caret == nil ? nil : area.origin
    }
    let lines = Self.lines(of: field.text, width: area.width, glyphs: glyphs)
    var caret: Point?
    if let wanted = field.caret {
      let row = lines.lastIndex { $0.start <= wanted } ?? 0
      let before = String(lines[row].text.prefix(wanted - lines[row].start))
      caret = Point(x: min(area.width - 1, TextWidth.columns(before, glyphs: glyphs)), y: row)
    }
    let first = Scrolling.offset(0, keeping: caret?.y, height: area.height, count: lines.count)
    for (row, line) in lines.dropFirst(first).prefix(area.height).enumerated() {
      canvas.clipped(to: area) { _ = $0.put(line.text, at: Point(x: area.x, y: area.y + row), style: style) }
    }
    if lines.count > first + area.height {
      let end = Point(x: area.right - 1, y: area.bottom - 1)
      canvas.put(glyphs.ellipsis, at: end, style: Style(.muted, style.attributes))
    }
    return caret.map { Point(x: area.x + $0.x, y: area.y + $0.y - first) }
  }

  /// The text as lines, and how many characters come before each: unlike a paragraph's, the lines together hold every
  /// character, so that the caret has a place in each.
  static func lines(of text: String, width: Int, glyphs: Glyphs) -> [(start: Int, text: String)] {
    var lines: [(start: Int, text: String)] = []
    var start = 0
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let characters = Array(paragraph)
      var from = 0
      repeat {
        var used = 0
        var end = from
        while end < characters.count {
          used += TextWidth.columns(String(characters[end]), glyphs: glyphs)
          if used > width, end > from { break }
          end += 1
        }
        if end < characters.count, let space = characters[from..<end].lastIndex(of: " "), space > from {
          end = space + 1
        }
        lines.append((start + from, String(characters[from..<end])))
        from = end
      } while from < characters.count
      start += characters.count + 1
    }
    return lines
  }
}
