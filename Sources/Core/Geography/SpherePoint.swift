import Glibc

/// A position as a point on the unit sphere, for measuring to many others: the trigonometry is done once for each.
///
/// Half the straight line between two points is the sine of half their angle, the square root of the haversine: the
/// distance is that of ``Haversine``, to a nanometre between neighbours.
struct SpherePoint: Sendable {
  let x: Double
  let y: Double
  let z: Double

  init(_ position: Coordinate) {
    let latitude = position.latitude * .pi / 180
    let longitude = position.longitude * .pi / 180
    x = cos(latitude) * cos(longitude)
    y = cos(latitude) * sin(longitude)
    z = sin(latitude)
  }

  /// Along the great circle.
  @inline(__always)
  func distance(to other: SpherePoint) -> Metres {
    let (east, north, up) = (other.x - x, other.y - y, other.z - z)
    let line = (east * east + north * north + up * up).squareRoot()
    return Metres(2 * Haversine.earthRadius * asin(min(1, line / 2)))
  }

  /// The square of the straight line between two points so far apart on a globe of radius 1; 5 beyond half way round.
  static func squaredLine(ofArc length: Metres) -> Double {
    let angle = length.value / Haversine.earthRadius
    guard angle < .pi else { return 5 }
    let half = 2 * sin(angle / 2)
    return half * half
  }

}
