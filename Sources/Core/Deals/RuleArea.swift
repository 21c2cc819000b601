/// A circle on the globe: within so many miles or kilometres of a place.
package struct RuleArea: Hashable, Sendable {
  /// What a radius is given in.
  package enum Unit: String, Hashable, Sendable, CaseIterable {
    case miles = "mi"
    case kilometres = "km"

    /// Metres of one.
    package var metres: Double { self == .miles ? 1609.344 : 1000 }
  }

  package let center: Coordinate
  /// In ``unit``.
  package let radius: Double
  package let unit: Unit
  /// The place whose position the centre is; nil where it was given as a position.
  package let place: String?

  package init(center: Coordinate, radius: Double, unit: Unit = .miles, place: String? = nil) {
    self.center = center
    self.radius = radius
    self.unit = unit
    self.place = place
  }

  /// Half the way around the globe: everything.
  package static let farthest = Metres(20_016_000)

  /// The radius; a listing exactly so far away is within.
  package var reach: Metres { Metres(radius * unit.metres) }

  /// Along the great circle.
  package func distance(to position: Coordinate) -> Metres {
    Haversine.distance(center, position)
  }

  /// Whether a position is within; the edge is.
  package func holds(_ position: Coordinate) -> Bool {
    distance(to: position) <= reach
  }

  /// - Throws: ``InvalidInput`` for a radius that is none.
  package func check() throws(InvalidInput) {
    guard radius > 0, reach <= Self.farthest else {
      throw InvalidInput(field: "radius", "must be more than 0 and at most 20,016 km")
    }
  }
}
