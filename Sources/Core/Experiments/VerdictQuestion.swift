/// A verdict about counts alone, as one look: what is asked of `opportune statistics`.
package struct VerdictQuestion: Hashable, Sendable {
  /// The control first.
  package let arms: [Conversions]
  /// Relative, none below zero and the control's above it.
  package let weights: [Double]
  package let plannedPerArm: Int64
  package let alpha: Double
  package let power: Double
  package let day: Int
  package let minimumDays: Int
  package let isAlwaysValid: Bool
  /// Of every variant.
  package let guardrail: GuardrailResult.State

  package init(
    arms: [Conversions], weights: [Double], plannedPerArm: Int64, alpha: Double = 0.05, power: Double = 0.8, day: Int,
    minimumDays: Int, isAlwaysValid: Bool = true, guardrail: GuardrailResult.State = .ok
  ) {
    self.arms = arms
    self.weights = weights
    self.plannedPerArm = plannedPerArm
    self.alpha = alpha
    self.power = power
    self.day = day
    self.minimumDays = minimumDays
    self.isAlwaysValid = isAlwaysValid
    self.guardrail = guardrail
  }

  /// The one cumulative look is all there is: it is the first of the always-valid test, and the planned sample's read if
  /// it reaches that.
  package var verdict: ExperimentVerdict {
    let split = SampleRatio(observed: arms.map(\.n), weights: weights)
    let taking = weights.indices.filter { weights[$0] > 0 }
    let samples = taking.map { MetricSample(arms[$0]) }
    let comparisons = samples.dropFirst().map { MetricComparison(control: samples[0], variant: $0) }
    var rule = DecisionRule(
      weights: taking.map { weights[$0] }, plannedPerArm: plannedPerArm,
      levels: DecisionLevels(alpha: alpha, alwaysValid: isAlwaysValid), isAlwaysValid: isAlwaysValid)
    rule.look(0, comparisons)
    let people = samples.map(\.n)
    let names = taking.map(ExperimentWords.letter)
    let missing = plannedPerArm - (people.min() ?? 0)
    let perDay = day > 0 ? Double(people.min() ?? 0) / Double(day) : 0
    let broken = guardrail == .significantlyWorse ? ["a guardrail"] : []
    return ExperimentVerdict(
      VerdictFacts(
        metric: .acceptance, did: "converted", names: names, people: people,
        variants: comparisons.enumerated().map {
          rule.facts(of: $0, now: $1, rule.bounds(of: $0, now: $1), broken: broken)
        },
        problems: split.problems(running: PValue(ln: min(0, -split.logBayesFactor))), day: day,
        minimumDays: minimumDays, plannedPerArm: plannedPerArm, isPlanReached: rule.isPlanReached(comparisons),
        isAlwaysValid: isAlwaysValid, isOver: false, daysLeft: DaysLeft.days(for: missing, perDay: perDay),
        alpha: alpha, power: power),
      arms: taking)
  }
}

/// When a sample will be whole.
package enum DaysLeft {
  /// So many days for so many people; 0 for none, nil if nobody comes or it takes longer than anybody waits.
  package static func days(for missing: Int64, perDay: Double) -> Int? {
    guard missing > 0 else { return 0 }
    guard perDay > 0 else { return nil }
    return Int(exactly: (Double(missing) / perDay).rounded(.up)).flatMap { $0 < 100_000 ? $0 : nil }
  }
}

extension DecisionRule {
  /// What the verdict needs of one variant.
  package func facts(
    of variant: Int, now comparison: MetricComparison, _ bounds: Bounds, broken: [String]
  ) -> VerdictFacts.Variant {
    VerdictFacts.Variant(
      comparison: comparison, decision: decisions[variant], broken: broken, interval: bounds.difference,
      hasTurned: bounds.hasTurned, confidence: bounds.confidence)
  }
}
