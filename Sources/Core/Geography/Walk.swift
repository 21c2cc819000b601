/// A way on foot between a car and an offer.
///
/// Streets are not straight: a walk is 1.3 times the great circle, at 80 metres a minute (4.8 km/h). Both numbers are
/// one assumption, ``Pace``, shown beside every result.
package struct Walk: Hashable, Sendable {
  /// How walking is estimated.
  package enum Pace {
    /// Walking metres per great-circle metre.
    package static let detour = 1.3

    /// Metres a minute.
    package static let speed = 80.0
  }

  package let distance: Metres

  package init(distance: Metres) {
    self.distance = distance
  }

  package init(from start: Coordinate, to end: Coordinate) {
    self.init(greatCircle: Haversine.distance(start, end))
  }

  /// The way on foot where the straight way is so long.
  @inline(__always)
  init(greatCircle: Metres) {
    distance = Metres(greatCircle.value * Pace.detour)
  }

  /// One way, in minutes.
  package var minutes: Double { distance.value / Pace.speed }
}
