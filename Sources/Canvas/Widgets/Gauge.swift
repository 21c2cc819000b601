/// How far something is between nothing and all, over a whole line: `47 of 120 min left ███████░░┃░░`, with a
/// mark where it should be.
package struct Gauge: Sendable {
  /// What it says, before the bar.
  package let label: StyledLine

  /// 0 to 1.
  package let fraction: Double

  /// The filled part.
  package let role: Role

  /// Where it should be, 0 to 1, marked on the bar; `nil` for no target.
  package let target: Double?

  /// The fewest columns a bar makes sense with; with less room only the label is drawn.
  private static let shortestBar = 4

  /// A label and a bar that takes the rest of the line.
  package init(_ label: StyledLine, fraction: Double, role: Role = .accent, target: Double? = nil) {
    self.label = label
    self.target = target.flatMap { $0.isNaN ? nil : min(max($0, 0), 1) }
    self.fraction = fraction
    self.role = role
  }

  /// Draws it over the first row of the area.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    let used = label.columns(glyphs: canvas.glyphs)
    let room = area.width - used - (used > 0 ? 1 : 0)
    guard room >= Self.shortestBar else {
      canvas.put(label, at: area.origin, width: area.width)
      return
    }
    canvas.put(label, at: area.origin, width: area.width - room)
    let bar = Bar(fraction, width: room, role: role, showsTrack: true)
    let track = area.splitRight(room).right
    bar.draw(on: &canvas, in: track)
    guard let target else { return }
    let column = track.x + min(room - 1, Int(target * Double(room)))
    canvas.put(canvas.glyphs.target, at: Point(x: column, y: area.y), style: Style.text.bold)
  }
}
