/// Everything that is said about one experiment at one moment, from its design and its daily counts: what the screen, the
/// commands and the documents show, so that they cannot disagree.
///
/// Rates are 0 ... 1, money is in minor units, differences are variant minus control. What cannot be computed is nil.
package struct ExperimentAnalysis: Hashable, Sendable {
  package let experiment: Experiment
  /// Whole days since it was started, up to now or its end; 0 in a draft.
  package let day: Int
  /// In the order of the design, the control first.
  package let arms: [ArmResult]
  /// Each variant against the control, in the order of the arms.
  package let comparisons: [ArmComparison]
  /// One for each local day from the start to today or the end.
  package let looks: [ExperimentLook]
  package let health: ExperimentHealth
  /// Of each guardrail and variant.
  package let guardrails: [GuardrailResult]
  package let progress: ExperimentProgress
  package let verdict: ExperimentVerdict

  package init(
    experiment: Experiment, day: Int, arms: [ArmResult], comparisons: [ArmComparison], looks: [ExperimentLook],
    health: ExperimentHealth, guardrails: [GuardrailResult], progress: ExperimentProgress, verdict: ExperimentVerdict
  ) {
    self.experiment = experiment
    self.day = day
    self.arms = arms
    self.comparisons = comparisons
    self.looks = looks
    self.health = health
    self.guardrails = guardrails
    self.progress = progress
    self.verdict = verdict
  }
}

/// What is known of one arm by itself.
package struct ArmResult: Hashable, Sendable {
  package let name: String
  package let counts: ArmCounts
  /// Of all exposures, the share that this arm should have.
  package let weight: Double
  /// The rate of the goal metric, or the mean of revenue per person in minor units; nil without exposures.
  package let estimate: Double?
  /// Wilson's of a rate, Student's of a mean, at the experiment's confidence; nil without exposures.
  package let interval: Interval?
  /// The chance that it is the best of all arms (exact Bayes; of revenue by the normal approximation).
  package let chanceOfBest: Double?
  /// What choosing it is expected to cost against the best, in the metric's unit.
  package let expectedLoss: Double?

  package init(
    name: String, counts: ArmCounts, weight: Double, estimate: Double?, interval: Interval?, chanceOfBest: Double?,
    expectedLoss: Double?
  ) {
    self.name = name
    self.counts = counts
    self.weight = weight
    self.estimate = estimate
    self.interval = interval
    self.chanceOfBest = chanceOfBest
    self.expectedLoss = expectedLoss
  }
}

/// Which way a comparison was decided, and by which of the two reads that may decide.
package struct ComparisonDecision: Hashable, Sendable {
  package enum Read: Hashable, Sendable {
    /// The always-valid test at a look, by its index.
    case look(Int)
    /// The fixed test, once, at the planned sample, at a look of this index.
    case planned(Int)
  }

  package let isBetter: Bool
  package let read: Read

  package init(isBetter: Bool, read: Read) {
    self.isBetter = isBetter
    self.read = read
  }
}

/// One variant against the control. Everything but the arm is nil while the experiment is unhealthy.
package struct ArmComparison: Hashable, Sendable {
  /// Index of the variant.
  package let arm: Int
  /// Variant minus control; nil without exposures.
  package let difference: Double?
  /// Relative to the control; nil if the control has none.
  package let lift: Double?
  /// What every look so far, and the read at the planned sample, leave over: they exclude zero exactly where the variant
  /// is decided. Nil while an arm has none or all.
  package let differenceInterval: Interval?
  package let liftInterval: Interval?
  /// Of these intervals: 0.99 at 95 % before the planned sample, when all of the test is the looks', 0.95 from then on.
  package let confidence: Double
  /// The smallest always-valid p of all looks, 1 at the start, and as Holm adjusts it for several variants.
  package let p: PValue?
  package let pAdjusted: PValue?
  /// Nil also while it is too early to name a winner.
  package let decision: ComparisonDecision?
  /// The chance that the variant is better than the control.
  package let chance: Double?
  package let fixed: FixedTests?

  package init(
    arm: Int, difference: Double?, lift: Double?, differenceInterval: Interval?, liftInterval: Interval?,
    confidence: Double, p: PValue?, pAdjusted: PValue?, decision: ComparisonDecision?, chance: Double?,
    fixed: FixedTests?
  ) {
    self.arm = arm
    self.difference = difference
    self.lift = lift
    self.differenceInterval = differenceInterval
    self.liftInterval = liftInterval
    self.confidence = confidence
    self.p = p
    self.pAdjusted = pAdjusted
    self.decision = decision
    self.chance = chance
    self.fixed = fixed
  }
}

/// The tests that may be read once, at the planned sample.
package struct FixedTests: Hashable, Sendable {
  /// The one that decides: chi-squared's, Fisher's where the counts are small, of money Welch's.
  package let p: PValue?
  /// Whether the counts are so small that Fisher's decides.
  package let isSmall: Bool
  /// Of rates.
  package let chiSquared: ChiSquared?
  package let yates: ChiSquared?
  package let fisher: FisherTest?
  /// Of money.
  package let means: MeanComparison?
  /// At the experiment's confidence: Newcombe's or Welch's, and of the lift Katz's.
  package let differenceInterval: Interval?
  package let liftInterval: Interval?
  /// At the observed effect, which says the same as p; nil of money.
  package let observedPower: Double?
}

/// What was known at the end of one day, and of the last one so far.
package struct ExperimentLook: Hashable, Sendable {
  /// The local day, counted from 1970-01-01.
  package let day: Int
  /// Of all days up to this one, in the order of the arms.
  package let arms: [ArmCounts]
  /// Each variant against the control, in the order of the arms.
  package let variants: [Variant]
  /// The smallest sample-ratio p (Dirichlet-multinomial) of all looks so far.
  package let sampleRatioP: PValue

  package init(day: Int, arms: [ArmCounts], variants: [Variant], sampleRatioP: PValue) {
    self.day = day
    self.arms = arms
    self.variants = variants
    self.sampleRatioP = sampleRatioP
  }

  /// One variant at this look.
  package struct Variant: Hashable, Sendable {
    /// Variant minus control.
    package let difference: Double?
    /// Always valid, of the difference.
    package let interval: Interval?
    /// Always valid, of the lift.
    package let liftInterval: Interval?
    /// Always valid, of this look alone; nil while an arm has none or all.
    package let p: PValue?
    /// The smallest so far.
    package let running: PValue
    /// The fixed test's, which means what it says at the planned sample only.
    package let fixed: PValue?

    package init(
      difference: Double?, interval: Interval?, liftInterval: Interval?, p: PValue?, running: PValue, fixed: PValue?
    ) {
      self.difference = difference
      self.interval = interval
      self.liftInterval = liftInterval
      self.p = p
      self.running = running
      self.fixed = fixed
    }
  }
}

/// Whether what was counted can be compared.
package struct ExperimentHealth: Hashable, Sendable {
  /// Of the exposures against the weights: the exact binomial's for two arms under 1,000 people, else chi-squared's; nil
  /// without exposures.
  package let sampleRatioP: PValue?
  /// The smallest of the continuous monitor (Dirichlet-multinomial).
  package let sampleRatioRunning: PValue
  /// People seen in two arms.
  package let inTwoArms: Int64
  /// People in an arm that should have none.
  package let inZeroWeightArms: Int64
  /// What is wrong, a sentence each; empty if nothing is.
  package let problems: [String]

  package init(
    sampleRatioP: PValue?, sampleRatioRunning: PValue, inTwoArms: Int64, inZeroWeightArms: Int64, problems: [String]
  ) {
    self.sampleRatioP = sampleRatioP
    self.sampleRatioRunning = sampleRatioRunning
    self.inTwoArms = inTwoArms
    self.inZeroWeightArms = inZeroWeightArms
    self.problems = problems
  }

  package var isHealthy: Bool { problems.isEmpty }
}

/// What is known about a metric that must not get worse.
package struct GuardrailResult: Hashable, Sendable {
  package enum State: String, Sendable, CaseIterable {
    case ok
    case unclear
    case significantlyWorse = "significantly_worse"
  }

  package let guardrail: Guardrail
  /// Index of the variant.
  package let arm: Int
  /// How much worse the variant is, in the metric's unit; below zero it is better. Nil without exposures.
  package let harm: Double?
  /// Each end one-sided at 0.05.
  package let interval: Interval?
  package let state: State

  package init(guardrail: Guardrail, arm: Int, harm: Double?, interval: Interval?, state: State) {
    self.guardrail = guardrail
    self.arm = arm
    self.harm = harm
    self.interval = interval
    self.state = state
  }
}

/// How far the planned sample is.
package struct ExperimentProgress: Hashable, Sendable {
  /// Of all arms.
  package let exposures: Int64
  package let planned: Int64
  /// Of the arm with the fewest people for its plan.
  package let share: Double
  /// People a day over the last seven full days, or as many as there are; nil before the first full day.
  package let perDay: Double?
  /// Until the planned sample; 0 when it is reached, nil if nobody came or it is not known yet.
  package let daysLeft: Int?
  /// Whether it may end now: the planned sample and days are reached, or the always-valid test has decided.
  package let canEnd: Bool

  package init(exposures: Int64, planned: Int64, share: Double, perDay: Double?, daysLeft: Int?, canEnd: Bool) {
    self.exposures = exposures
    self.planned = planned
    self.share = share
    self.perDay = perDay
    self.daysLeft = daysLeft
    self.canEnd = canEnd
  }
}
