/// How near an offer is on foot: all points at the car, none at the person's walking limit, a straight line between.
///
/// Assumes an eligible offer, so the walk is within the limit; beyond it the factor is zero, never negative.
package struct SpatialFactor: Sendable {
  /// The farthest this person is willing to walk, one way.
  package let limit: Metres

  package init(limit: Metres) {
    self.limit = limit
  }

  /// Between 0 and 1.
  @inline(__always)
  package func share(for walk: Walk) -> Double {
    guard limit.value > 0 else { return 0 }
    return max(0, 1 - walk.distance.value / limit.value)
  }

  package func points(for walk: Walk, weight: Double) -> FactorPoints {
    FactorPoints(
      points: weight * share(for: walk), maximum: weight,
      reason: limit.value > 0 ? "\(walk.distance) walk of at most \(limit)" : "this person does not walk")
  }
}
