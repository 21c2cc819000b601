/// What a person decides before anybody is counted: the question, the arms and how many people the answer needs.
package struct ExperimentDesign: Hashable, Sendable {
  package var name: String
  /// What is believed and why, in words.
  package var hypothesis: String
  /// What decides.
  package var metric: ExperimentMetric
  /// What must not get worse.
  package var guardrails: [Guardrail]
  /// Two to eight, the first is the control.
  package var arms: [ExperimentArm]
  /// The share of people who take part, 0 ... 1.
  package var coverage: Double
  /// Which part of the people, where experiments must not share any.
  package var namespace: ExperimentNamespace?
  /// 0.90, 0.95 or 0.99.
  package var confidence: Double
  package var power: Double
  /// The control's rate as it is expected; of revenue the mean per person in minor units.
  package var baseline: Double
  /// The difference worth detecting, in the unit of the baseline: 0.02 is two points.
  package var effect: Double
  /// Exposures that the smallest arm needs.
  package var plannedPerArm: Int64
  /// Whole days before a winner may be named.
  package var minimumDays: Int
  /// Whether every look may decide; otherwise only the one at the planned sample does.
  package var alwaysValid: Bool

  package init(
    name: String, hypothesis: String = "", metric: ExperimentMetric = .acceptance, guardrails: [Guardrail] = [],
    arms: [ExperimentArm], coverage: Double = 1, namespace: ExperimentNamespace? = nil, confidence: Double = 0.95,
    power: Double = 0.8, baseline: Double, effect: Double, plannedPerArm: Int64, minimumDays: Int = 7,
    alwaysValid: Bool = true
  ) {
    self.name = name
    self.hypothesis = hypothesis
    self.metric = metric
    self.guardrails = guardrails
    self.arms = arms
    self.coverage = coverage
    self.namespace = namespace
    self.confidence = confidence
    self.power = power
    self.baseline = baseline
    self.effect = effect
    self.plannedPerArm = plannedPerArm
    self.minimumDays = minimumDays
    self.alwaysValid = alwaysValid
  }

  /// Of each arm.
  package var weights: [Double] { arms.map(\.weight) }
}

/// What is counted of each exposed person.
package enum ExperimentMetric: String, Sendable, CaseIterable {
  /// The share that accepted an offer of its arm.
  case acceptance
  /// The share that redeemed one.
  case redemption
  /// What was paid per exposed person, refunds taken off.
  case revenue
  /// The share that dismissed one: less is better, so that it is a guardrail and never decides.
  case dismissal

  /// Whether it is a share of people, and not a mean of money.
  package var isRate: Bool { self != .revenue }
}

/// A metric that must not get worse by more than a margin.
package struct Guardrail: Hashable, Sendable {
  package let metric: ExperimentMetric
  /// How much worse is still no harm, in the unit of the metric: 0.01 is one point, of revenue minor units.
  package let margin: Double

  package init(_ metric: ExperimentMetric, margin: Double) {
    self.metric = metric
    self.margin = margin
  }
}

/// One side of the comparison.
package struct ExperimentArm: Hashable, Sendable {
  /// What the arm's people see.
  package enum Content: Hashable, Sendable {
    /// The offers of a campaign, and none of another arm's.
    case campaign(Campaign.ID)
    /// An offer as its partner wrote it.
    case offer(Offer.ID)
    /// The same offer with another proposition.
    case variant(Offer.ID, ArmWording)
    /// Counts that came from outside.
    case imported
  }

  package let name: String
  package let content: Content
  /// The share of the people taking part, 0 ... 1.
  package var weight: Double

  package init(name: String, content: Content, weight: Double) {
    self.name = name
    self.content = content
    self.weight = weight
  }
}

/// What an arm changes of an offer.
package struct ArmWording: Hashable, Sendable {
  /// Nil leaves the offer's own.
  package let title: String?
  package let description: String?
  package let value: ValueProposition?

  package init(title: String? = nil, description: String? = nil, value: ValueProposition? = nil) {
    self.title = title
    self.description = description
    self.value = value
  }
}

/// A slice of all people that experiments of one name share out among themselves.
package struct ExperimentNamespace: Hashable, Sendable {
  package let name: String
  /// The slice, 0 ... 1: from (inclusive) up to (exclusive).
  package let from: Double
  package let to: Double

  package init(name: String, from: Double, to: Double) {
    self.name = name
    self.from = from
    self.to = to
  }
}
