/// Weights of arms as people write them: `0.5, 0.5`, `1/3,1/3,1/3`.
package enum WeightsText {
  /// How far the sum may be from 1.
  package static let tolerance = 1e-9

  /// The weights a text names.
  /// - Throws: ``InvalidInput`` for the field `weights`, which says what is wrong.
  package static func weights(_ text: String) throws(InvalidInput) -> [Double] {
    var weights: [Double] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let weight = number(part), weight.isFinite, weight >= 0 else {
        throw InvalidInput(field: "weights", "must be shares from 0 to 1 such as 0.5, 0.5 or 1/3, 1/3, 1/3")
      }
      weights.append(weight)
    }
    let sum = weights.reduce(0, +)
    guard abs(sum - 1) <= tolerance else {
      throw InvalidInput(field: "weights", "must add up to 1")
    }
    return weights
  }

  /// So many equal weights, as they would be typed.
  package static func even(_ count: Int) -> String {
    Array(repeating: count == 2 ? "1/2" : "1/\(count)", count: count).joined(separator: ", ")
  }

  /// Weights as they would be typed; even ones as fractions.
  package static func text(_ weights: [Double]) -> String {
    let share = 1 / Double(max(1, weights.count))
    if weights.allSatisfy({ abs($0 - share) <= tolerance }) { return even(weights.count) }
    return weights.map { "\($0)" }.joined(separator: ", ")
  }

  /// `0.25` or `1/4`.
  private static func number(_ text: Substring) -> Double? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { part in
      Double(String(part.filter { !$0.isWhitespace }))
    }
    guard let first = parts.first, let value = first else { return nil }
    if parts.count == 1 { return value }
    guard parts.count == 2, let below = parts[1], below > 0 else { return nil }
    return value / below
  }
}
