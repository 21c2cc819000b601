/// A spatial index of points: thin bands of latitude, each sorted by longitude.
///
/// A query touches the few bands its circle crosses and finds the part of each by binary search; right across the
/// antimeridian and at the poles. Building is O(n log n), a query O(bands x log n + candidates).
package struct LatitudeBands: Sendable {
  /// Height of a band in degrees, about 220 m.
  package static let height = 0.002

  /// Positions of the points as they were given, in the order of the rows.
  package let order: [Int]

  /// Band number of each stretch of rows, ascending, and the row where it starts (with one more at the end).
  private let bands: [Int32]
  private let starts: [Int32]
  /// Longitude of each row in degrees, ascending within a band.
  private let longitudes: [Double]

  package init(_ points: [Coordinate]) {
    let numbers = points.map { Self.band($0.latitude) }
    order = points.indices.sorted { one, other in
      (numbers[one], points[one].longitude, one) < (numbers[other], points[other].longitude, other)
    }
    longitudes = order.map { points[$0].longitude }
    var bands: [Int32] = []
    var starts: [Int32] = []
    for (row, point) in order.enumerated() where bands.last != numbers[point] {
      bands.append(numbers[point])
      starts.append(Int32(row))
    }
    self.bands = bands
    self.starts = starts + [Int32(order.count)]
  }

  /// Calls `body` with ranges of rows that together hold every point within `radius` of `centre`, and few others.
  package func forEachRange(within radius: Metres, of centre: Coordinate, _ body: (Range<Int>) -> Void) {
    let bounds = CircleBounds(radius: radius, around: centre)
    let (south, north) = (Self.band(bounds.south), Self.band(bounds.north))
    let longitudeReach = bounds.longitudeReach

    var index = Self.firstIndex(in: bands, from: 0, to: bands.count) { $0 >= south }
    while index < bands.count, bands[index] <= north {
      let rows = Int(starts[index])..<Int(starts[index + 1])
      if longitudeReach >= 180 {
        body(rows)
      } else {
        let west = centre.longitude - longitudeReach
        let east = centre.longitude + longitudeReach
        part(of: rows, west: west, east: east, body)
        if west < -180 { part(of: rows, west: west + 360, east: 180, body) }
        if east > 180 { part(of: rows, west: -180, east: east - 360, body) }
      }
      index += 1
    }
  }

  private func part(of rows: Range<Int>, west: Double, east: Double, _ body: (Range<Int>) -> Void) {
    let first = Self.firstIndex(in: longitudes, from: rows.lowerBound, to: rows.upperBound) { $0 >= west }
    let end = Self.firstIndex(in: longitudes, from: first, to: rows.upperBound) { $0 > east }
    if first < end { body(first..<end) }
  }

  private static func band(_ latitude: Double) -> Int32 {
    Int32((latitude / height).rounded(.down))
  }

  /// The first position in `low ..< high` whose value satisfies a condition that never turns false again.
  @inline(__always)
  private static func firstIndex<Value>(
    in values: [Value], from low: Int, to high: Int, where condition: (Value) -> Bool
  ) -> Int {
    var low = low
    var high = high
    while low < high {
      let middle = (low + high) / 2
      if condition(values[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
