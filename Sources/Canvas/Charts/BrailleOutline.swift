extension BrailleField {
  /// The places of a course that its picture needs: of those in one column of dots the first, the lowest, the highest
  /// and the last. However many values there are, what is drawn is bounded by the columns. Gaps stay gaps.
  static func outline(of places: some Sequence<Place?>) -> [Place?] {
    var outline: [Place?] = []
    var run: Run?
    for place in places {
      if let place, run?.column == Self.column(place) {
        run?.extend(to: place)
      } else {
        outline += run?.places ?? []
        run = place.map(Run.init)
        if place == nil, outline.last.flatMap(\.self) != nil { outline.append(nil) }
      }
    }
    return outline + (run?.places ?? [])
  }

  private static func column(_ place: Place) -> Int { Int(max(-1e9, min(1e9, place.x)).rounded()) }

  /// Places that follow one another in one column.
  private struct Run {
    let column: Int
    private let first: Place
    private var last: Place
    private var low: Place
    private var high: Place

    init(_ place: Place) {
      column = BrailleField.column(place)
      (first, last, low, high) = (place, place, place, place)
    }

    /// At most four, in an order that covers the same dots.
    var places: [Place] { low == high ? [first] : [first, low, high, last] }

    mutating func extend(to place: Place) {
      last = place
      if place.y < low.y { low = place }
      if place.y > high.y { high = place }
    }
  }
}
