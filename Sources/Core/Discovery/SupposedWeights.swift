extension WhatIf {
  /// Reads weights as they are written: `temporal=40,spatial=15`.
  /// - Throws: ``InvalidInput`` for a factor nobody knows, one named twice, or what is no number.
  package static func weights(parsing text: String, field: String) throws(InvalidInput) -> [OfferFactor: Double] {
    var weights: [OfferFactor: Double] = [:]
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
      guard sides.count == 2, let weight = Double(sides[1]), weight.isFinite else {
        throw InvalidInput(field: field, "must be like temporal=40,spatial=15, not '\(part)'")
      }
      let factor = try OfferFactor.parsing(sides[0].lowercased(), field: field)
      guard weights.updateValue(weight, forKey: factor) == nil else {
        throw InvalidInput(field: field, "names \(factor.rawValue) twice")
      }
    }
    return weights
  }
}

extension OfferProfile {
  /// The same profile with some weights supposed. The others keep their proportions in what is left of 100; where all
  /// of those are 0, they share it evenly.
  /// - Throws: ``InvalidInput`` when a weight is not within 0 to 100, or the five cannot sum to 100.
  package func supposing(_ weights: [OfferFactor: Double]) throws(InvalidInput) -> OfferProfile {
    guard !weights.isEmpty else { return self }
    let given = weights.values.reduce(0, +)
    let others = OfferFactor.allCases.filter { weights[$0] == nil }
    guard weights.values.allSatisfy({ (0...100).contains($0) }), given <= 100 + 1e-9 else {
      throw InvalidInput(field: "weights", "must each be between 0 and 100 and not sum to more than 100")
    }
    guard !others.isEmpty || abs(given - 100) < 1e-9 else {
      throw InvalidInput(field: "weights", "sum to \(Words.number(given)); all five must sum to 100")
    }
    let before = others.reduce(0) { $0 + weight(of: $1) }
    func supposed(_ factor: OfferFactor) -> Double {
      let share = before > 0 ? weight(of: factor) / before : 1 / Double(others.count)
      return weights[factor] ?? max(0, 100 - given) * share
    }
    return try OfferProfile(
      id: id, version: version, temporal: supposed(.temporal), spatial: supposed(.spatial), value: supposed(.value),
      capacity: supposed(.capacity), affinity: supposed(.affinity))
  }
}
