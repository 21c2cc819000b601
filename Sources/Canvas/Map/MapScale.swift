/// How far a part of the map is, in its lower left corner: `├────────┤ 200 m`. The distance is round.
package struct MapScale: Sendable {
  /// How the distance is written.
  package let label: @Sendable (_ units: Double) -> String

  private let metresPerUnit: Double

  /// The most columns of the line, its ends included.
  private static let longest = 14

  /// A scale in metres, or in units of so many metres, such as 1,609.344 for miles.
  package init(metresPerUnit: Double = 1, label: @escaping @Sendable (_ units: Double) -> String) {
    self.metresPerUnit = metresPerUnit > 0 ? metresPerUnit : 1
    self.label = label
  }

  /// `200 m`.
  package static let metres = MapScale { Number.grouped(Int(exactly: $0.rounded()) ?? 0) + " m" }

  /// Draws it where the map has room for it: at least twice its width, and four rows.
  package func draw(on canvas: inout Canvas, through projection: MapProjection) {
    let area = projection.area
    let unitsPerColumn = projection.metresPerColumn / metresPerUnit
    // Of 1, 2 and 5 times a power of ten the next is at most 2.5 times as large: one of these two is the largest there
    // is room for.
    let most = unitsPerColumn * Double(Self.longest)
    let smaller = AxisStep.nice(atLeast: most / 2.5).times(1)
    let larger = AxisStep.nice(atLeast: smaller * 1.000001).times(1)
    let units = larger <= most ? larger : smaller
    guard area.height >= 4, units.isFinite, let columns = Int(exactly: (units / unitsPerColumn).rounded()),
      (2...Self.longest).contains(columns)
    else { return }
    let text = label(units)
    let width = columns + 1 + TextWidth.columns(text, glyphs: canvas.glyphs)
    guard width * 2 <= area.width else { return }
    let (glyphs, y) = (canvas.glyphs, area.bottom - 1)
    canvas.put(glyphs.horizontal, at: Point(x: area.x, y: y), style: .muted, count: columns)
    canvas.put(glyphs.teeLeft, at: Point(x: area.x, y: y), style: .muted)
    canvas.put(glyphs.teeRight, at: Point(x: area.x + columns - 1, y: y), style: .muted)
    canvas.put(" " + text, at: Point(x: area.x + columns, y: y), style: .muted)
  }
}
