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
    let halfLatitude = sin((latitude2 - latitude1) / 2)
    let halfLongitude = sin((other.longitude - one.longitude) * .pi / 180 / 2)
    let square = halfLatitude * halfLatitude + cos(latitude1) * cos(latitude2) * halfLongitude * halfLongitude
    return Metres(2 * earthRadius * asin(min(1, square.squareRoot())))
  }
}
