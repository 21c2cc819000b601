extension BrailleField {
  /// A place among the dots, with fractions; need not lie on the plane.
  package struct Place: Equatable, Sendable {
    /// Dots from the left.
    package let x: Double

    /// Dots from the top.
    package let y: Double

    /// A place among the dots.
    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// Draws the straight line between two places (Bresenham 1965), however far away they are.
  ///
  /// - Parameter pattern: which of eight dots in a row are set, counted along the line's longer side.
  package mutating func line(
    from start: Place, to end: Place, role: Role, priority: Int8 = 0, pattern: UInt8 = 0xFF
  ) {
    guard let (start, end) = clip(start, end) else { return }
    var (x, y) = (Int(start.x.rounded()), Int(start.y.rounded()))
    let (lastX, lastY) = (Int(end.x.rounded()), Int(end.y.rounded()))
    let (across, down) = (abs(lastX - x), -abs(lastY - y))
    var error = across + down
    while true {
      if pattern >> UInt8((across >= -down ? x : y) & 7) & 1 == 1 { dot(x: x, y: y, role: role, priority: priority) }
      if x == lastX && y == lastY { return }
      let twice = 2 * error
      if twice >= down {
        error += down
        x += x < lastX ? 1 : -1
      }
      if twice <= across {
        error += across
        y += y < lastY ? 1 : -1
      }
    }
  }

  /// Draws lines from place to place; a single place is a dot.
  package mutating func polyline(_ places: [Place], role: Role, priority: Int8 = 0) {
    if places.count == 1 { line(from: places[0], to: places[0], role: role, priority: priority) }
    for (start, end) in zip(places, places.dropFirst()) {
      line(from: start, to: end, role: role, priority: priority)
    }
  }

  /// Draws a circle, an ellipse where the two radii differ. Only what lies on the plane is computed.
  package mutating func ring(
    around centre: Place, radiusX: Double, radiusY: Double, role: Role, priority: Int8 = 0
  ) {
    guard centre.x.isFinite, centre.y.isFinite, radiusX.isFinite, radiusY.isFinite else { return }
    guard radiusX >= 0.5, radiusY >= 0.5 else { return line(from: centre, to: centre, role: role, priority: priority) }
    // Where the curve is flat there is a dot in every column, where it is steep one in every row.
    for x in 0..<width {
      let share = (Double(x) - centre.x) / radiusX
      guard abs(share) <= 1 else { continue }
      let rise = radiusY * (1 - share * share).squareRoot()
      plot(x: Double(x), y: centre.y - rise, role, priority)
      plot(x: Double(x), y: centre.y + rise, role, priority)
    }
    for y in 0..<height {
      let share = (Double(y) - centre.y) / radiusY
      guard abs(share) <= 1 else { continue }
      let reach = radiusX * (1 - share * share).squareRoot()
      plot(x: centre.x - reach, y: Double(y), role, priority)
      plot(x: centre.x + reach, y: Double(y), role, priority)
    }
  }

  private mutating func plot(x: Double, y: Double, _ role: Role, _ priority: Int8) {
    guard x > -1, y > -1, x < Double(width) + 1, y < Double(height) + 1 else { return }
    dot(x: Int(x.rounded()), y: Int(y.rounded()), role: role, priority: priority)
  }

  /// The part of a line that lies on the plane (Liang and Barsky 1984); `nil` when none does.
  private func clip(_ start: Place, _ end: Place) -> (Place, Place)? {
    guard start.x.isFinite, start.y.isFinite, end.x.isFinite, end.y.isFinite, !size.isEmpty else { return nil }
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    guard dx.isFinite, dy.isFinite else { return nil }
    var (enter, leave) = (0.0, 1.0)
    let (right, bottom) = (Double(width) - 0.5, Double(height) - 0.5)
    let edges = [(-dx, start.x + 0.5), (dx, right - start.x), (-dy, start.y + 0.5), (dy, bottom - start.y)]
    for (direction, distance) in edges {
      if direction == 0 {
        if distance < 0 { return nil }
      } else if direction < 0 {
        enter = max(enter, distance / direction)
      } else {
        leave = min(leave, distance / direction)
      }
    }
    guard enter <= leave else { return nil }
    return (
      Place(x: start.x + enter * dx, y: start.y + enter * dy), Place(x: start.x + leave * dx, y: start.y + leave * dy)
    )
  }
}
