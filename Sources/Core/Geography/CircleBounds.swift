import Glibc

/// The box of latitude and longitude around a circle on the globe, a hair more than the circle.
///
/// J. P. Matuschek, "Finding Points Within a Distance of a Latitude/Longitude Using Bounding Coordinates" (2009).
struct CircleBounds: Sendable {
  /// Degrees, within the poles.
  let south: Double
  let north: Double
  /// Degrees either way of the centre; 180 is all the way round, as at the poles.
  let longitudeReach: Double

  init(radius: Metres, around centre: Coordinate) {
    // So that rounding never loses a point on its edge.
    let angle = radius.value / Haversine.earthRadius * (1 + 1e-9) + 1e-12
    let latitudeReach = angle * 180 / .pi
    south = max(-90, centre.latitude - latitudeReach)
    north = min(90, centre.latitude + latitudeReach)
    let sine = sin(min(angle, .pi / 2)) / cos(centre.latitude * .pi / 180)
    let holdsPole = abs(centre.latitude) + latitudeReach >= 90
    longitudeReach = holdsPole || sine >= 1 ? 180 : asin(sine) * 180 / .pi + 1e-9
  }
}
