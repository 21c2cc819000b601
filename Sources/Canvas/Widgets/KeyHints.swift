/// The keys that do something here now, on the bottom line: `enter open  / filter  ? help`.
package struct KeyHints: Sendable {
  /// A key and what it does.
  package struct Hint: Equatable, Sendable {
    /// What to press.
    package let key: String

    /// What happens then.
    package let label: String

    /// A key and what it does.
    package init(_ key: String, _ label: String) {
      self.key = key
      self.label = label
    }
  }

  /// The most useful first.
  package let hints: [Hint]

  /// Hints, the most useful first.
  package init(_ hints: [Hint]) { self.hints = hints }

  /// Draws as many whole pairs as fit over the first row of the area and returns how many that were.
  @discardableResult
  package func draw(on canvas: inout Canvas, in area: Rect) -> Int {
    guard !area.isEmpty else { return 0 }
    canvas.fill(area.splitTop(1).top)
    let spans = spans(in: area, glyphs: canvas.glyphs)
    for (hint, span) in zip(hints, spans) {
      let key = canvas.put(hint.key, at: Point(x: span.lowerBound, y: area.y), style: .key)
      canvas.put(hint.label, at: Point(x: span.lowerBound + key + 1, y: area.y), style: .muted)
    }
    return spans.count
  }

  /// The columns each pair takes in an area, of those that fit.
  package func spans(in area: Rect, glyphs: Glyphs) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for hint in hints {
      let start = spans.last.map { $0.upperBound + 2 } ?? area.x
      let end =
        start + TextWidth.columns(hint.key, glyphs: glyphs) + 1 + TextWidth.columns(hint.label, glyphs: glyphs)
      guard end <= area.right else { break }
      spans.append(start..<end)
    }
    return spans
  }
}
