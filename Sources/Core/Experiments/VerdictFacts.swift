/// What a verdict is made of. Arms are those that have a weight, the control first.
package struct VerdictFacts: Hashable, Sendable {
  /// One variant against the control.
  package struct Variant: Hashable, Sendable {
    package let comparison: MetricComparison
    package let decision: ComparisonDecision?
    /// Guardrails that are significantly worse, by name.
    package let broken: [String]
    /// In agreement with the decision.
    package let interval: Interval?
    /// Whether what was seen since the decision is wholly on the other side of it.
    package let hasTurned: Bool
    /// Of that interval, 0 ... 1.
    package let confidence: Double

    package init(
      comparison: MetricComparison, decision: ComparisonDecision?, broken: [String], interval: Interval?,
      hasTurned: Bool, confidence: Double
    ) {
      self.comparison = comparison
      self.decision = decision
      self.broken = broken
      self.interval = interval
      self.hasTurned = hasTurned
      self.confidence = confidence
    }
  }

  package let metric: ExperimentMetric
  /// What those who are counted did, as in "accepted".
  package let did: String
  package let names: [String]
  package let people: [Int64]
  package let variants: [Variant]
  package let problems: [String]
  package let day: Int
  package let minimumDays: Int
  package let plannedPerArm: Int64
  package let isPlanReached: Bool
  package let isAlwaysValid: Bool
  /// Whether nobody will be counted any more.
  package let isOver: Bool
  package let daysLeft: Int?
  package let alpha: Double
  package let power: Double

  package init(
    metric: ExperimentMetric, did: String, names: [String], people: [Int64], variants: [Variant], problems: [String],
    day: Int,
    minimumDays: Int, plannedPerArm: Int64, isPlanReached: Bool, isAlwaysValid: Bool, isOver: Bool, daysLeft: Int?,
    alpha: Double,
    power: Double
  ) {
    self.metric = metric
    self.did = did
    self.names = names
    self.people = people
    self.variants = variants
    self.problems = problems
    self.day = day
    self.minimumDays = minimumDays
    self.plannedPerArm = plannedPerArm
    self.isPlanReached = isPlanReached
    self.isAlwaysValid = isAlwaysValid
    self.isOver = isOver
    self.daysLeft = daysLeft
    self.alpha = alpha
    self.power = power
  }

  /// What to do, and about which variant, by its place among the variants: the one that the words are about.
  ///
  /// In this order: no data, unhealthy, too early, a broken guardrail, decided, planned sample reached, keep running. A
  /// broken guardrail asks for a review where the variant is better at its goal, and is a reason to roll back where it is
  /// not; with several variants such a one is out, and the others go on.
  package var outcome: (kind: ExperimentVerdict.Kind, variant: Int?) {
    let best = variants.indices.max { (estimate($0), -$0) < (estimate($1), -$1) }
    guard let best, people.contains(where: { $0 > 0 }) else { return (.noData, nil) }
    if !problems.isEmpty { return (.unhealthy, nil) }
    if people.contains(0) { return (.noData, nil) }
    if day < minimumDays || (!isPlanReached && !isEnough) { return (.tooEarly, nil) }
    let better = variants.indices.filter { variants[$0].decision?.isBetter == true }
      .sorted { (estimate($1), $0) < (estimate($0), $1) }
    if let whole = better.first(where: { variants[$0].broken.isEmpty }) { return (.ship, whole) }
    if let broken = better.first { return (.review, broken) }
    if variants.allSatisfy({ $0.decision != nil || !$0.broken.isEmpty }) { return (.rollBack, best) }
    return (isPlanReached || isOver ? .inconclusive : .keepRunning, best)
  }

  /// Whether every arm has people enough of both kinds.
  package var isEnough: Bool { variants.allSatisfy(\.comparison.isEnough) }

  private func estimate(_ variant: Int) -> Double {
    variants[variant].comparison.variant.mean ?? -.infinity
  }
}
