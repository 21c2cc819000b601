/// Which arm a unit falls to, by a hash of its name: the same on every machine and after every restart, and no table of
/// people is needed. The hash only proposes; what was written at a person's first exposure stays.
///
/// FNV-1a in 32 bits (Fowler, Noll and Vo 1991) over UTF-16 code units, as in the GrowthBook SDKs (specification version
/// 0.7), so that their published vectors hold for any text.
package enum Bucketing {
  /// How a seed and a unit become a place.
  package enum HashVersion: Int, Sendable, CaseIterable {
    /// A thousand places; biased where several experiments share a seed. For namespaces, and for tests that began with it.
    case one = 1
    /// Ten thousand places.
    case two = 2
  }

  /// The place of a unit, 0 ..< 1. O(length), about 50 ns for a number.
  package static func bucket(seed: String, unit: String, version: HashVersion = .two) -> Double {
    switch version {
    case .one: Double(fnv(seed, after: fnv(unit)) % 1000) / 1000
    case .two: Double(fnvOfDecimal(fnv(unit, after: fnv(seed))) % 10_000) / 10_000
    }
  }

  /// The arm whose share of the places a bucket lies in; nil for a unit that does not take part.
  ///
  /// Arm i takes `[S, S + coverage x weight)` from the sum S of the weights before it: raising the coverage moves nobody
  /// from one arm to another. The weights are taken as they are, so they sum to 1.
  package static func arm(bucket: Double, weights: [Double], coverage: Double) -> Int? {
    var start = 0.0
    for (arm, weight) in weights.enumerated() {
      if bucket >= start && bucket < start + coverage * weight { return arm }
      start += weight
    }
    return nil
  }

  /// Whether a unit lies in a namespace's slice: its places are hashed on their own, so that they tell nothing of arms.
  package static func contains(_ namespace: ExperimentNamespace, unit: String) -> Bool {
    let place = bucket(seed: "__" + namespace.name, unit: unit, version: .one)
    return place >= namespace.from && place < namespace.to
  }

  private static let basis: UInt32 = 2_166_136_261
  private static let prime: UInt32 = 16_777_619

  private static func fnv(_ text: String, after state: UInt32 = basis) -> UInt32 {
    var hash = state
    for unit in text.utf16 { hash = (hash ^ UInt32(unit)) &* prime }
    return hash
  }

  /// The same of a number's decimal text, without making it.
  private static func fnvOfDecimal(_ number: UInt32) -> UInt32 {
    var hash = basis
    var divisor: UInt32 = 1
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      hash = (hash ^ (0x30 + number / divisor % 10)) &* prime
      divisor /= 10
    }
    return hash
  }
}

extension ExperimentPhase {
  /// The arm this phase proposes for a unit, as in the decimal text of a person's number; nil if it does not take part.
  package func arm(of unit: String, in namespace: ExperimentNamespace? = nil) -> Int? {
    if let namespace, !Bucketing.contains(namespace, unit: unit) { return nil }
    return Bucketing.arm(bucket: Bucketing.bucket(seed: seed, unit: unit), weights: weights, coverage: coverage)
  }
}
