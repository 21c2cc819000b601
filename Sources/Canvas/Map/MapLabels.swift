/// The markers of a map with their labels, the most important first: labels cover no sign, except needed ones, which
/// stay readable whatever lies under them.
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

  /// Where the labels go.
  private(set) var placements: [Placement] = []

  /// Labels longer than this are cut.
  private static let longest = 24

  /// Markers of equal priority keep their order.
  init(_ markers: [MapView.Marker], through projection: MapProjection, glyphs: Glyphs) {
    let order = markers.indices.sorted { (-markers[$0].priority, $0) < (-markers[$1].priority, $1) }
    self.markers = order.map { markers[$0] }
    let area = projection.area
    cells = self.markers.map { projection.cell($0.position).flatMap { area.contains($0) ? $0 : nil } }
    let items = zip(self.markers, cells).map { marker, cell in
      LabelPlacer.Item(
        cell: cell, width: min(TextWidth.columns(marker.label, glyphs: glyphs), Self.longest),
        isNeeded: marker.needsLabel, weight: marker.priority)
    }
    placements = LabelPlacer(items, in: area).places.enumerated().compactMap { index, place in
      place.map { Placement(marker: index, area: $0) }
    }
  }

  /// Draws the signs, the most important last, then the labels: only needed ones lie over signs, and never over one
  /// that is more important than their own.
  func draw(on canvas: inout Canvas) {
    let needed = placements.filter { markers[$0.marker].needsLabel }
    for placement in placements {
      let marker = markers[placement.marker]
      let style = marker.needsLabel ? Style(.mapLabel).bold : Style(.mapLabel)
      canvas.put(marker.label, at: placement.area.origin, style: style, width: placement.area.width)
    }
    for (marker, cell) in zip(markers, cells).reversed() {
      guard let cell else { continue }
      let isCovered = needed.contains {
        $0.area.contains(cell) && markers[$0.marker].priority >= marker.priority
      }
      if !isCovered { canvas.put(marker.sign, at: cell, style: marker.style) }
    }
  }
}
