/// How many remain after each step, on one line: `shown 4,212 > viewed 1,930 > 611 > 402`.
package struct FunnelStrip: Sendable {
  /// One step: its name, and how many reached it.
  package struct Stage: Equatable, Sendable {
    /// The step in a word; may be empty.
    package let name: String

    /// How many reached it.
    package let count: Int

    /// A step that `count` reached.
    package init(_ name: String, _ count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// From first to last.
  package let stages: [Stage]

  /// A strip of these steps.
  package init(_ stages: [Stage]) { self.stages = stages }

  /// A strip of bare numbers.
  package init(counts: [Int]) { stages = counts.map { Stage("", $0) } }

  /// With as many names as fit in `width` columns, the first steps' first; without any where even the numbers do not fit.
  package func line(width: Int, glyphs: Glyphs) -> StyledLine {
    for named in stride(from: stages.count, through: 0, by: -1) {
      let line = line(named: named)
      if line.columns(glyphs: glyphs) <= width || named == 0 { return line.clipped(to: width, glyphs: glyphs) }
    }
    return .empty
  }

  /// Draws it over the first row of the area.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    canvas.put(line(width: area.width, glyphs: canvas.glyphs), at: area.origin, width: area.width)
  }

  private func line(named: Int) -> StyledLine {
    var line = StyledLine.empty
    for (index, stage) in stages.enumerated() {
      if index > 0 { line += StyledLine(" > ", .muted) }
      if index < named, !stage.name.isEmpty { line += StyledLine(stage.name + " ", .muted) }
      line += StyledLine(Number.grouped(stage.count))
    }
    return line
  }
}
