/// Text in one style.
package struct Span: Equatable, Sendable {
  /// Any text; made safe when drawn.
  package let text: String

  /// How it looks.
  package let style: Style

  /// Text in a style.
  package init(_ text: String, _ style: Style = .text) {
    self.text = text
    self.style = style
  }
}

/// One line of text in several styles: `"score " + StyledLine("79", .positive)`.
package struct StyledLine: Equatable, Sendable, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral {
  /// From left to right.
  package private(set) var spans: [Span]

  /// Text in one style.
  package init(_ text: String, _ style: Style = .text) { spans = text.isEmpty ? [] : [Span(text, style)] }

  /// A line of these spans.
  package init(_ spans: [Span]) { self.spans = spans }

  /// A line of these spans.
  package init(arrayLiteral spans: Span...) { self.spans = spans }

  /// Plain text.
  package init(stringLiteral text: String) { self.init(text) }

  /// Nothing.
  package static let empty = StyledLine([])

  /// Whether there is nothing to draw.
  package var isEmpty: Bool { spans.allSatisfy(\.text.isEmpty) }

  /// Columns.
  package func columns(glyphs: Glyphs = .unicode) -> Int {
    spans.reduce(0) { $0 + TextWidth.columns($1.text, glyphs: glyphs) }
  }

  /// The text without styles.
  package var text: String { spans.reduce(into: "") { $0 += $1.text } }

  /// Both, one after the other.
  package static func + (left: StyledLine, right: StyledLine) -> StyledLine {
    StyledLine(left.spans + right.spans)
  }

  /// Adds to the end.
  package static func += (left: inout StyledLine, right: StyledLine) { left.spans += right.spans }

  /// Cut to `width` columns, with an ellipsis in the style of the span that was cut.
  package func clipped(to width: Int, glyphs: Glyphs = .unicode) -> StyledLine {
    guard columns(glyphs: glyphs) > width else { return self }
    var room = width
    var result: [Span] = []
    for span in spans {
      let needed = TextWidth.columns(span.text, glyphs: glyphs)
      let isLast = needed >= room
      // A span that ends exactly at the edge is cut too, for the ellipsis says that more follows.
      let text = isLast ? TextWidth.clip(span.text + " ", to: room, glyphs: glyphs) : span.text
      result.append(Span(text, span.style))
      if isLast { break }
      room -= needed
    }
    return StyledLine(result)
  }
}

extension Canvas {
  /// Draws a styled line and returns the columns used. With a `width` it becomes a field: cut with an ellipsis, aligned,
  /// the rest blank.
  @discardableResult
  package mutating func put(
    _ line: StyledLine, at point: Point, width: Int? = nil, align: Alignment = .left
  ) -> Int {
    var x = point.x
    var line = line
    if let width {
      guard width > 0 else { return 0 }
      line = line.clipped(to: width, glyphs: glyphs)
      fill(Rect(x: point.x, y: point.y, width: width, height: 1))
      x += align.blanksBefore(max(0, width - line.columns(glyphs: glyphs)))
    }
    for span in line.spans { x += put(span.text, at: Point(x: x, y: point.y), style: span.style) }
    return width ?? (x - point.x)
  }
}
