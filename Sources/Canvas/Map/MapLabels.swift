/// Finds a place for each marker's label: right of it, left, above or below, wherever nothing is covered.
///
/// Greedy, the most important first. A label for which there is no free place is left out, unless it is needed.
struct MapLabels {
  /// A label and the cell it starts in.
  struct Placement: Equatable {
    /// Which marker's.
    let marker: Int
    /// Its cells.
    let area: Rect
  }

  private let markers: [MapView.Marker]
  private let cells: [Point?]
  private let area: Rect

  /// Where the labels go.
  private(set) var placements: [Placement] = []

  /// Labels longer than this are cut.
  private static let longest = 24

  /// Markers of equal priority keep their order.
  init(_ markers: [MapView.Marker], through projection: MapProjection, glyphs: Glyphs) {
    let order = markers.indices.sorted { (-markers[$0].priority, $0) < (-markers[$1].priority, $1) }
    self.markers = order.map { markers[$0] }
    area = projection.area
    let area = area
    cells = self.markers.map { projection.cell($0.position).flatMap { area.contains($0) ? $0 : nil } }
    var taken = Set(cells.compactMap(\.self))
    for (index, marker) in self.markers.enumerated() where !marker.label.isEmpty {
      guard let cell = cells[index] else { continue }
      let width = min(TextWidth.columns(marker.label, glyphs: glyphs), Self.longest)
      let candidates = Self.candidates(around: cell, width: width).filter { $0.intersection(area) == $0 }
      let free = candidates.first { Self.points(of: $0).allSatisfy { !taken.contains($0) } }
      guard let place = free ?? (marker.needsLabel ? candidates.first : nil) else { continue }
      taken.formUnion(Self.points(of: place))
      placements.append(Placement(marker: index, area: place))
    }
  }

  /// Draws labels, the needed ones last, then the signs, the most important last.
  func draw(on canvas: inout Canvas) {
    let needed = placements.filter { markers[$0.marker].needsLabel }
    for placement in placements.filter({ !markers[$0.marker].needsLabel }) + needed {
      let marker = markers[placement.marker]
      let style = marker.needsLabel ? Style(.mapLabel).bold : Style(.mapLabel)
      canvas.put(marker.label, at: placement.area.origin, style: style, width: placement.area.width)
    }
    for (marker, cell) in zip(markers, cells).reversed() {
      if let cell { canvas.put(marker.sign, at: cell, style: marker.style) }
    }
  }

  private static func candidates(around cell: Point, width: Int) -> [Rect] {
    let places = [
      (cell.x + 2, cell.y), (cell.x - 1 - width, cell.y), (cell.x - width / 2, cell.y - 1),
      (cell.x - width / 2, cell.y + 1), (cell.x + 1, cell.y - 1), (cell.x + 1, cell.y + 1),
      (cell.x - width, cell.y - 1), (cell.x - width, cell.y + 1),
    ]
    return places.map { Rect(x: $0.0, y: $0.1, width: width, height: 1) }
  }

  /// The label's cells and one on either side, so that two labels never run together.
  private static func points(of area: Rect) -> [Point] {
    (area.x - 1..<area.right + 1).map { Point(x: $0, y: area.y) }
  }
}
