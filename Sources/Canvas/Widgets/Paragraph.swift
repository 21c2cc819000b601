/// Styled text broken into lines at spaces, and scrolled.
package struct Paragraph: Sendable {
  /// Each starts a line of its own.
  package var lines: [StyledLine]

  /// Text of several lines.
  package init(_ lines: [StyledLine]) { self.lines = lines }

  /// Text in one style; line feeds break.
  package init(_ text: String, _ style: Style = .text) {
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
      StyledLine(String($0), style)
    }
  }

  /// The text as lines of at most `width` columns.
  package func wrapped(to width: Int, glyphs: Glyphs = .unicode) -> [StyledLine] {
    guard width > 0 else { return [] }
    return lines.flatMap { Self.wrap($0, width: width, glyphs: glyphs) }
  }

  /// Draws as much as fits, from line `offset`, and returns how many lines there are in all.
  @discardableResult
  package func draw(on canvas: inout Canvas, in area: Rect, offset: Int = 0) -> Int {
    let wrapped = wrapped(to: area.width, glyphs: canvas.glyphs)
    let first = Scrolling.offset(offset, keeping: nil, height: area.height, count: wrapped.count)
    for (row, line) in wrapped.dropFirst(first).prefix(area.height).enumerated() {
      canvas.put(line, at: Point(x: area.x, y: area.y + row), width: area.width)
    }
    return wrapped.count
  }

  private static func wrap(_ line: StyledLine, width: Int, glyphs: Glyphs) -> [StyledLine] {
    var read: [Glyph] = []
    var styles: [Style] = []
    for span in line.spans {
      GlyphReader.forEachGlyph(of: span.text, glyphs: glyphs) { glyph in
        read.append(glyph)
        styles.append(span.style)
        return true
      }
    }
    return TextWidth.lines(of: read, width: width).map { range in
      var spans: [Span] = []
      var start = range.lowerBound
      while start < range.upperBound {
        let end = range[start...].first { styles[$0] != styles[start] } ?? range.upperBound
        var bytes: [UInt8] = []
        for glyph in read[start..<end] { glyph.append(to: &bytes) }
        spans.append(Span(String(decoding: bytes, as: UTF8.self), styles[start]))
        start = end
      }
      return StyledLine(spans)
    }
  }
}
