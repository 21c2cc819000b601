/// Whether people were divided as the weights say: if not, something lost people of one arm, and no result can be trusted.
package struct SampleRatio: Hashable, Sendable {
  /// A split less likely than this is an alarm.
  package static let alarm = 0.001
  /// Under so many people the exact test decides.
  package static let exactBelow: Int64 = 1000

  /// People in the arms of positive weight, and the weights of those, which sum to 1.
  package let observed: [Int64]
  package let weights: [Double]
  /// People in arms that should have none: wrong by itself, and in no statistic.
  package let inZeroWeightArms: Int64

  /// Weights are relative: 1 and 1 is the same as 0.5 and 0.5.
  package init(observed: [Int64], weights: [Double]) {
    let arms = zip(observed, weights)
    let sum = weights.reduce(0) { $0 + max(0, $1) }
    self.observed = arms.filter { $0.1 > 0 }.map(\.0)
    self.weights = weights.filter { $0 > 0 }.map { $0 / sum }
    inZeroWeightArms = arms.filter { $0.1 <= 0 }.reduce(0) { $0 + $1.0 }
  }

  package var total: Int64 { observed.reduce(0, +) }

  package var degreesOfFreedom: Int { observed.count - 1 }

  /// Pearson's; nil with fewer than two arms or without people.
  package var statistic: Double? {
    let n = Double(total)
    guard n > 0, observed.count > 1 else { return nil }
    return zip(observed, weights).reduce(0.0) { sum, arm in
      let expected = n * arm.1
      return sum + (Double(arm.0) - expected) * ((Double(arm.0) - expected) / expected)
    }
  }

  /// The exact test's where it decides, for two arms under a thousand people, else chi-squared's; nil without people.
  package var p: PValue? {
    if observed.count == 2, total < Self.exactBelow { return exactP }
    return statistic.map { PValue(chiSquared: $0, degreesOfFreedom: degreesOfFreedom) }
  }

  /// The exact binomial test's, of two arms; nil of any other number, and without people.
  package var exactP: PValue? {
    guard observed.count == 2, total > 0 else { return nil }
    return PValue(ln: BinomialTest(trials: total, chance: weights[0]).logP(successes: observed[0]))
  }

  /// The logarithm of the evidence against the weights, of these counts as one look.
  package var logBayesFactor: Double {
    SampleRatioMonitor(weights: weights).logBayesFactor(total: total) { observed[$0] }
  }

  /// What is wrong, in words, given the smallest p of the continuous monitor; empty if nothing is.
  package func problems(running: PValue) -> [String] {
    var problems: [String] = []
    // A smaller statistic is no alarm by any of the tests, and a list has no time to say by how much not.
    let mayAlarm = (statistic ?? 0) > 6 || running.value < Self.alarm
    if mayAlarm, let p, min(p, running).value < Self.alarm {
      let seen = observed.map(String.init).joined(separator: ":")
      let expected = ExperimentWords.proportions(weights)
      problems.append("split \(seen), expected \(expected), p \(min(p, running).words)")
    }
    if inZeroWeightArms > 0 {
      problems.append("\(ExperimentWords.people(inZeroWeightArms)) in an arm that should have none")
    }
    return problems
  }
}
