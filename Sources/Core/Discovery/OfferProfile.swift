/// The weights of the five factors; they sum to 100. Profiles are versioned rows, and each decision names its own.
package struct OfferProfile: Hashable, Sendable {
  package let id: Int64
  package let version: Int
  package let temporal: Double
  package let spatial: Double
  package let value: Double
  package let capacity: Double
  package let affinity: Double

  /// - Throws: ``InvalidInput`` unless every weight is within 0 to 100 and they sum to 100.
  package init(
    id: Int64, version: Int, temporal: Double, spatial: Double, value: Double, capacity: Double, affinity: Double
  ) throws(InvalidInput) {
    let weights = [temporal, spatial, value, capacity, affinity]
    guard weights.allSatisfy({ (0...100).contains($0) }), abs(weights.reduce(0, +) - 100) < 1e-9 else {
      throw InvalidInput(field: "weights", "must each be between 0 and 100 and sum to 100, not \(weights)")
    }
    self.init(id: id, version: version, weights: (temporal, spatial, value, capacity, affinity))
  }

  private init(id: Int64, version: Int, weights: (Double, Double, Double, Double, Double)) {
    self.id = id
    self.version = version
    (temporal, spatial, value, capacity, affinity) = weights
  }

  /// The profile every database starts with.
  package static let standard = OfferProfile(id: 1, version: 1, weights: (30, 25, 20, 15, 10))

  /// The most points a factor can give.
  package func weight(of factor: OfferFactor) -> Double {
    switch factor {
    case .temporal: temporal
    case .spatial: spatial
    case .value: value
    case .capacity: capacity
    case .affinity: affinity
    }
  }
}
