import Canvas
import Core

/// The town's map in a box, with a cross to place: below it where the cross is, in degrees and in words.
struct MapSheet {
  let map: TownMap
  /// Where metres lie on the cells inside the box.
  let projection: MapProjection
  private let picker: MapPicker
  private let formats: Formats
  private let area: Rect
  private let content: Size

  /// Rows below the map.
  private static let words = 2

  /// Nil while there is no town.
  init?(_ state: State, _ picker: MapPicker) {
    guard let town = state.discovery.board?.town else { return nil }
    self.picker = picker
    formats = state.formats
    let map = TownMap(town)
    self.map = map
    area = Frame.body(of: state.size)
    content = Size(width: max(1, min(120, area.width - 4)), height: max(1, area.height - 2))
    var nowhere = Canvas(size: .zero)
    let inside = Overlay("", content: content).draw(on: &nowhere, in: area)
    let ground = inside.inset(bottom: Self.words)
    let whole = MapProjection(fitting: map.extent + [map.position(picker.cross)], area: ground)
    projection =
      picker.metresPerColumn.map {
        MapProjection(centre: map.position(picker.centre), metresPerColumn: $0, area: ground)
      } ?? whole
  }

  /// Draws the box with the map and the cross.
  func draw(on canvas: inout Canvas) {
    let inside = Overlay("\(picker.label): on the map", content: content).draw(on: &canvas, in: area)
    let cross = map.position(picker.cross)
    map.doors(glyphs: canvas.glyphs).draw(on: &canvas, through: projection)
    MapScale.metres.draw(on: &canvas, through: projection)
    if let cell = projection.cell(cross) {
      canvas.clipped(to: projection.area) { canvas in
        let style = Style.accent.bold.reverse
        canvas.put(canvas.glyphs.horizontal, at: Point(x: cell.x - 1, y: cell.y), style: style)
        canvas.put(canvas.glyphs.cross, at: cell, style: style)
        canvas.put(canvas.glyphs.horizontal, at: Point(x: cell.x + 1, y: cell.y), style: style)
      }
    }
    let below = inside.splitBottom(Self.words).bottom
    canvas.put(
      [Span(PositionText.text(picker.cross), Style.text.bold)], at: below.origin, width: below.width)
    let near = map.nearest(to: picker.cross).map { "\($0.name) \(formats.distance($0.distance))" }
    canvas.put(
      near.isEmpty ? "nothing with a name is near" : near.joined(separator: " · "),
      at: Point(x: below.x, y: below.y + 1), style: .muted, width: below.width)
  }
}

extension TownMap {
  /// The middle of the town; 0, 0 where it has nothing.
  var middle: Coordinate {
    let all = extent
    guard !all.isEmpty else { return coordinate(LocalPosition(east: 0, north: 0)) }
    let east = all.map(\.east)
    let north = all.map(\.north)
    return coordinate(
      LocalPosition(
        east: ((east.min() ?? 0) + (east.max() ?? 0)) / 2, north: ((north.min() ?? 0) + (north.max() ?? 0)) / 2))
  }

  /// What has a name near a position, at most one street, one car park and one door, the nearest first.
  func nearest(to coordinate: Coordinate) -> [(name: String, distance: Metres)] {
    let here = position(coordinate)
    let candidates = [
      town.streets.filter { $0.kind != .coast && !$0.name.isEmpty }.map {
        ($0.name, distance(from: here, to: $0.points))
      },
      town.places.map { ($0.name, distance(from: here, to: [$0.position])) },
      town.offers.map { ($0.name, distance(from: here, to: [$0.position])) },
    ]
    return candidates.compactMap { list in list.min { $0.1 < $1.1 } }
      .filter { $0.1 <= 1000 }.sorted { $0.1 < $1.1 }
      .map { (name: $0.0, distance: Metres($0.1.rounded())) }
  }

  /// Metres from a place to a line, on the plane.
  private func distance(from here: LocalPosition, to points: [Coordinate]) -> Double {
    let line = points.map(position)
    guard let first = line.first else { return .infinity }
    func away(_ east: Double, _ north: Double) -> Double {
      ((here.east - east) * (here.east - east) + (here.north - north) * (here.north - north)).squareRoot()
    }
    var least = away(first.east, first.north)
    for (start, end) in zip(line, line.dropFirst()) {
      let (east, north) = (end.east - start.east, end.north - start.north)
      let length = east * east + north * north
      let along = length > 0 ? ((here.east - start.east) * east + (here.north - start.north) * north) / length : 0
      let share = min(1, max(0, along))
      least = min(least, away(start.east + share * east, start.north + share * north))
    }
    return least
  }
}
