/// A circle that tells most positions by sixteen bytes: its centre on a globe of radius 1 and its edge, rounded.
struct PackedArea: Sendable {
  private let x: Float
  private let y: Float
  private let z: Float
  /// The square of the straight line from the centre to the edge; over 4 for the whole globe.
  private let edge: Float

  init(_ area: RuleArea) {
    self.init(center: area.center, edge: Float(SpherePoint.squaredLine(ofArc: area.reach)))
  }

  private init(center: Coordinate, edge: Float) {
    let point = SpherePoint(center)
    (x, y, z) = (Float(point.x), Float(point.y), Float(point.z))
    self.edge = edge
  }

  /// Every position is within.
  static let globe = PackedArea(center: .origin, edge: 5)

  /// How a position lies to a circle.
  enum Place: Sendable {
    case within, beyond
    /// So near the edge that only the exact distance tells.
    case atEdge
  }

  /// Within or beyond only where ``RuleArea/holds(_:)`` says the same.
  ///
  /// A coordinate that is rounded is off by 2^-25 at most, and so is each difference by less than 2^-23; the square of
  /// a line of length c by less than 2^-21 c + 2^-44. The margin is several times as wide.
  @inline(__always)
  func place(of point: SpherePoint) -> Place {
    let (east, north, up) = (Float(point.x) - x, Float(point.y) - y, Float(point.z) - z)
    let line = east * east + north * north + up * up
    let margin = max(line, edge).squareRoot() * 0x1p-18 + 0x1p-38
    if line < edge - margin { return .within }
    return line > edge + margin ? .beyond : .atEdge
  }
}
