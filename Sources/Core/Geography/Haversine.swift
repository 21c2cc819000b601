import Glibc

/// Great-circle distance on a sphere of the Earth's mean radius.
///
/// Haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984): well conditioned for
/// near points, right across the antimeridian and at the poles.
package enum Haversine {
  /// Mean radius of the Earth in metres (Moritz, Geodetic Reference System 1980: 6,371,008.8 m).
  package static let earthRadius = 6_371_008.8

  package static func distance(_ one: Coordinate, _ other: Coordinate) -> Metres {
    let latitude1 = one.latitude * .pi / 180
    let latitude2 = other.latitude * .pi / 180
    return distance(
      latitudeDifference: latitude2 - latitude1, longitudeDifference: (other.longitude - one.longitude) * .pi / 180,
      cosines: cos(latitude1) * cos(latitude2))
  }

  /// The same from differences in radians and the product of both latitudes' cosines, for those who keep them.
  @inline(__always)
  static func distance(latitudeDifference: Double, longitudeDifference: Double, cosines: Double) -> Metres {
    let halfLatitude = sin(latitudeDifference / 2)
    let halfLongitude = sin(longitudeDifference / 2)
    let square = halfLatitude * halfLatitude + cosines * halfLongitude * halfLongitude
    return Metres(2 * earthRadius * asin(min(1, square.squareRoot())))
  }
}

extension Haversine {
  static func cosine(degrees: Double) -> Double {
    cos(degrees * .pi / 180)
  }
}
