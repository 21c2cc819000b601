/// A circle ready to be measured to.
struct PackedArea: Sendable {
  private let area: RuleArea
  private let point: SpherePoint
  /// The square of the straight line from the centre to the edge, on a globe of radius 1; over 4 for the whole globe.
  private let edge: Double

  init(_ area: RuleArea) {
    self.area = area
    point = SpherePoint(area.center)
    edge = SpherePoint.squaredLine(ofArc: area.reach)
  }

  /// Exactly what ``RuleArea/holds(_:)`` says; the great circle is worked out only next to the edge.
  @inline(__always)
  func holds(_ position: Coordinate, at other: SpherePoint) -> Bool {
    let line = point.squaredLine(to: other)
    let margin = edge * 1e-6 + 1e-20
    return line < edge - margin || (line <= edge + margin && area.holds(position))
  }
}
