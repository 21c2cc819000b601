import Glibc

/// The globe cut into cells of nearly equal sides, at levels of which each is half as coarse as the one before.
///
/// A circle is covered by the few cells of the level that suits its size, also across the antimeridian and at the poles;
/// a position lies in one cell of each level.
enum MapCells {
  /// The finest level; its cells are 600 m high.
  static let deepest = 15

  /// The cell of a position at a level.
  static func cell(of position: Coordinate, level: Int) -> UInt64 {
    let row = row(position.latitude, level)
    let columns = columns(row, level)
    return key(level, row, column(position.longitude, columns) % columns)
  }

  /// The level of a circle, and cells that cover it: those of the level whose cells are just as high as the circle is
  /// wide, or higher, mostly four. Smaller ones would cover it more closely, but be more than twice as many.
  static func cover(radius: Metres, of centre: Coordinate) -> (level: Int, cells: [UInt64]) {
    let bounds = CircleBounds(radius: radius, around: centre)
    let reach = radius.value / Haversine.earthRadius * 180 / .pi
    var level = 0
    while level < deepest, height(level + 1) >= 2 * reach { level += 1 }
    var cells: [UInt64] = []
    for row in row(bounds.south, level)...row(bounds.north, level) {
      let columns = columns(row, level)
      // Rounding must not lose a position on the edge of a cell.
      let west = column(centre.longitude - bounds.longitudeReach - 1e-9, columns)
      let east = column(centre.longitude + bounds.longitudeReach + 1e-9, columns)
      for column in west..<min(east + 1, west + columns) {
        cells.append(key(level, row, (column % columns + columns) % columns))
      }
    }
    return (level, cells)
  }

  /// Degrees of latitude from one row to the next.
  private static func height(_ level: Int) -> Double { 180 / Double(1 << level) }

  private static func row(_ latitude: Double, _ level: Int) -> Int {
    min(max(Int(((latitude + 90) / height(level)).rounded(.down)), 0), 1 << level - 1)
  }

  /// Cells in a row: as many as are at least as wide as high where the row is widest.
  private static func columns(_ row: Int, _ level: Int) -> Int {
    guard level > 0 else { return 2 }
    let south = Double(row) * height(level) - 90
    let nearest = min(abs(south), abs(south + height(level)))
    return max(1, Int(360 * cos(nearest * .pi / 180) / height(level)))
  }

  private static func column(_ longitude: Double, _ columns: Int) -> Int {
    Int(((longitude + 180) / 360 * Double(columns)).rounded(.down))
  }

  private static func key(_ level: Int, _ row: Int, _ column: Int) -> UInt64 {
    UInt64(level) << 56 | UInt64(row) << 28 | UInt64(column)
  }
}
