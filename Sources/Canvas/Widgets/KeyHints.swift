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
    var x = area.x
    for (drawn, hint) in hints.enumerated() {
      let gap = drawn == 0 ? 0 : 2
      let key = TextWidth.columns(hint.key, glyphs: canvas.glyphs)
      let label = TextWidth.columns(hint.label, glyphs: canvas.glyphs)
      guard x + gap + key + 1 + label <= area.right else { return drawn }
      x += gap
      x += canvas.put(hint.key, at: Point(x: x, y: area.y), style: .key) + 1
      x += canvas.put(hint.label, at: Point(x: x, y: area.y), style: .muted)
    }
    return hints.count
  }
}
