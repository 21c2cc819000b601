/// Metres east and north of a point of reference.
package struct LocalPosition: Equatable, Hashable, Sendable {
  /// Metres to the east.
  package let east: Double

  /// Metres to the north.
  package let north: Double

  /// A position in metres.
  package init(east: Double, north: Double) {
    self.east = east
    self.north = north
  }
}

/// Where metres lie on the cells of an area: north is up, and a cell is twice as high as wide, so a row is twice the
/// metres of a column.
package struct MapProjection: Equatable, Sendable {
  /// How much higher than wide a cell is.
  package static let cellAspect = 2.0

  /// The position in the middle of the area.
  package let centre: LocalPosition

  /// Metres a column is wide; above zero.
  package let metresPerColumn: Double

  /// Where the map is drawn.
  package let area: Rect

  /// A projection with `centre` in the middle of `area`.
  package init(centre: LocalPosition, metresPerColumn: Double, area: Rect) {
    self.centre = centre
    self.metresPerColumn = metresPerColumn.isFinite && metresPerColumn > 0 ? metresPerColumn : 1
    self.area = area
  }

  /// A projection that shows all of `positions`, with `margin` columns of air around them.
  package init(fitting positions: [LocalPosition], area: Rect, margin: Int = 2) {
    let known = positions.filter { $0.east.isFinite && $0.north.isFinite }
    let (west, east) = (known.map(\.east).min() ?? 0, known.map(\.east).max() ?? 0)
    let (south, north) = (known.map(\.north).min() ?? 0, known.map(\.north).max() ?? 0)
    let columns = Double(max(1, area.width - 2 * margin))
    let rows = Double(max(1, area.height - margin))
    let scale = max((east - west) / columns, (north - south) / (rows * Self.cellAspect))
    self.init(
      centre: LocalPosition(east: (west + east) / 2, north: (south + north) / 2),
      metresPerColumn: scale > 0 ? scale : 10, area: area)
  }

  /// Metres a row is high.
  package var metresPerRow: Double { metresPerColumn * Self.cellAspect }

  /// The cell a position falls into, perhaps beyond the area; `nil` where it cannot be told.
  package func cell(_ position: LocalPosition) -> Point? {
    let x = (position.east - centre.east) / metresPerColumn + Double(area.width) / 2
    let y = (centre.north - position.north) / metresPerRow + Double(area.height) / 2
    guard abs(x) < 1e9, abs(y) < 1e9 else { return nil }
    return Point(x: area.x + Int(x.rounded(.down)), y: area.y + Int(y.rounded(.down)))
  }

  /// The position in the middle of a cell: what a click was on.
  package func position(_ cell: Point) -> LocalPosition {
    LocalPosition(
      east: centre.east + (Double(cell.x - area.x) + 0.5 - Double(area.width) / 2) * metresPerColumn,
      north: centre.north - (Double(cell.y - area.y) + 0.5 - Double(area.height) / 2) * metresPerRow)
  }

  /// The place among the dots of a braille field over the area.
  package func place(_ position: LocalPosition) -> BrailleField.Place {
    // Dot n is drawn where n is the nearest whole number, and covers n - 0.5 to n + 0.5: hence the half.
    BrailleField.Place(
      x: ((position.east - centre.east) / metresPerColumn + Double(area.width) / 2) * 2 - 0.5,
      y: ((centre.north - position.north) / metresPerRow + Double(area.height) / 2) * 4 - 0.5)
  }
}
