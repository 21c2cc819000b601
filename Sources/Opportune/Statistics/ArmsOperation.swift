import Core

extension StatisticsOperation {
  /// Up to far more than an experiment may have.
  private static let armCounts = 2...50

  /// Several arms at once, the first the control.
  static let arms = StatisticsOperation(
    "arms",
    input: [.init("arms", .array(.array(.integer)))],
    output: [
      .init("chi_squared", .chiSquared), .init("pairwise", .array(.measure)),
      .init("pairwise_holm", .array(.measure)), .init("p_best", .array(.number)),
      .init("expected_loss", .array(.number)),
    ]
  ) { (fields) throws(InvalidInput) in
    return answer(try comparedArms(&fields))
  }

  /// The control and its variants.
  static func comparedArms(_ fields: inout JSONFields) throws(InvalidInput) -> [Conversions] {
    let arms = try fields.arms("arms")
    guard armCounts.contains(arms.count) else {
      throw InvalidInput(
        field: "arms", "must be between \(armCounts.lowerBound) and \(armCounts.upperBound) arms, not \(arms.count)")
    }
    return arms
  }

  private static func answer(_ arms: [Conversions]) -> StatisticsAnswer {
    var answer = StatisticsAnswer()
    let empty = arms.firstIndex { $0.n == 0 }
    answer.chiSquared(
      "chi_squared", ChiSquared(arms: arms),
      orBecause: empty.map { "arm \($0) has nobody" }
        ?? (arms.allSatisfy { $0.count == 0 } ? "nobody converted" : "everybody converted"))
    let pairs = arms.dropFirst().map { RateComparison(control: arms[0], variant: $0) }
    let tested = pairs.map { $0.chiSquared?.p.value }
    // Holm's family is the tests there are.
    var adjusted = Multiplicity.holm(tested.compactMap(\.self)).makeIterator()
    let holm = tested.map { $0 == nil ? nil : adjusted.next() }
    answer.value("pairwise", .array(tested.map { JSON.optional($0) }))
    answer.value("pairwise_holm", .array(holm.map { JSON.optional($0) }))
    for (index, pair) in pairs.enumerated() where tested[index] == nil {
      let reason =
        pair.hasBoth
        ? RateComparison.sameOutcome(pair) : "arm \(pair.control.n == 0 ? 0 : index + 1) has nobody"
      answer.undefined("pairwise.\(index)", because: reason)
      answer.undefined("pairwise_holm.\(index)", because: reason)
    }
    let posteriors = BetaPosteriors(arms)
    answer.value("p_best", .array(posteriors.chances.map { JSON.optional($0) }))
    answer.value("expected_loss", .array(posteriors.expectedLosses.map { JSON.optional($0) }))
    return answer
  }
}
