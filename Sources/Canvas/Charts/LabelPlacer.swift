/// Finds a place for the label of each point of a map or a chart: right of it, left, above or below, wherever nothing is
/// covered. Greedy, in the order given. A label without a free place is left out, unless it is needed: then it takes the
/// place where it covers the least.
struct LabelPlacer {
  /// A point with a label.
  struct Item {
    /// The point's own cell; `nil` when it is not in sight.
    let cell: Point?
    /// Columns of the label; zero for none.
    let width: Int
    /// Whether the label is drawn even over other points.
    var isNeeded = false
    /// How bad it is to cover the point, from zero.
    var weight = 0
  }

  /// The label's cells, item by item; `nil` where there is none.
  private(set) var places: [Rect?]

  private let area: Rect
  /// Cell by cell: 0 free, above that how bad it is to cover it.
  private var weights: [Int32]

  private static let label = Int32(1_000_000)

  /// Places the labels of the items within an area, the first item's first, beside obstacles where that can be.
  /// Takes time in proportion to the cells of the area and of the obstacles, and to the items times their widths.
  init(_ items: [Item], in area: Rect, around obstacles: [Rect] = []) {
    let side = 4096
    let area = Rect(x: area.x, y: area.y, width: min(area.width, side), height: min(area.height, side))
    self.area = area
    weights = [Int32](repeating: 0, count: area.width * area.height)
    places = [Rect?](repeating: nil, count: items.count)
    for obstacle in obstacles {
      let seen = obstacle.intersection(area)
      for y in seen.rows { for x in seen.columns { weights[(y - area.y) * area.width + x - area.x] = 1 } }
    }
    for item in items {
      guard let cell = item.cell, let index = index(of: cell.x, cell.y) else { continue }
      weights[index] = max(weights[index], Int32(clamping: min(max(0, item.weight), 10_000) + 1))
    }
    for (number, item) in items.enumerated() where item.width > 0 {
      guard let cell = item.cell, area.contains(cell) else { continue }
      var best: (place: Rect, cost: Int)?
      for place in Self.candidates(around: cell, width: item.width) where place.intersection(area) == place {
        let cost = cost(of: place)
        if cost < best?.cost ?? .max { best = (place, cost) }
        if cost == 0 { break }
      }
      guard let best, best.cost == 0 || (item.isNeeded && best.cost < Int(Self.label)) else { continue }
      places[number] = best.place
      occupy(best.place)
    }
  }

  private func index(of x: Int, _ y: Int) -> Int? {
    area.contains(Point(x: x, y: y)) ? (y - area.y) * area.width + x - area.x : nil
  }

  /// What a label there would cover; one cell on either side counts, so that two labels never run together.
  private func cost(of place: Rect) -> Int {
    (place.x - 1..<place.right + 1).reduce(0) { $0 + (index(of: $1, place.y).map { Int(weights[$0]) } ?? 0) }
  }

  private mutating func occupy(_ place: Rect) {
    for x in place.x - 1..<place.right + 1 {
      if let index = index(of: x, place.y) { weights[index] = Self.label }
    }
  }

  private static func candidates(around cell: Point, width: Int) -> [Rect] {
    let places = [
      (cell.x + 2, cell.y), (cell.x - 1 - width, cell.y), (cell.x - width / 2, cell.y - 1),
      (cell.x - width / 2, cell.y + 1), (cell.x + 1, cell.y - 1), (cell.x + 1, cell.y + 1),
      (cell.x - width, cell.y - 1), (cell.x - width, cell.y + 1),
      // A column further out, where the point has lines of its own upwards and downwards.
      (cell.x + 2, cell.y - 1), (cell.x + 2, cell.y + 1), (cell.x - 1 - width, cell.y - 1),
      (cell.x - 1 - width, cell.y + 1),
    ]
    return places.map { Rect(x: $0.0, y: $0.1, width: width, height: 1) }
  }
}
