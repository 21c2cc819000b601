/// A controlled comparison: people are divided at random among arms, and what they do is counted.
///
/// A campaign of one arm, or one wording of an offer, is shown to its own people only, so that a difference between the
/// arms is the arms' doing.
package struct Experiment: Hashable, Sendable {
  package typealias ID = Core.ID<Experiment>

  package let id: ID
  /// Raised with every edit.
  package let version: Int
  package let design: ExperimentDesign
  package let state: ExperimentState
  /// What people were divided by, the oldest first; empty in a draft.
  package let phases: [ExperimentPhase]
  package let createdAt: Timestamp
  package let endedAt: Timestamp?
  /// Index of the arm it was ended for; nil for an end without a winner, and before the end.
  package let winner: Int?
  /// When what the winner changes was made so for everybody; nil while it was not.
  package let deployedAt: Timestamp?

  package init(
    id: ID, version: Int, design: ExperimentDesign, state: ExperimentState, phases: [ExperimentPhase],
    createdAt: Timestamp, endedAt: Timestamp? = nil, winner: Int? = nil, deployedAt: Timestamp? = nil
  ) {
    self.id = id
    self.version = version
    self.design = design
    self.state = state
    self.phases = phases
    self.createdAt = createdAt
    self.endedAt = endedAt
    self.winner = winner
    self.deployedAt = deployedAt
  }

  /// What people are divided by now; nil in a draft. Counts of an earlier phase are never mixed with its own.
  package var phase: ExperimentPhase? { phases.last }

  /// When the phase in use began; nil in a draft.
  package var startedAt: Timestamp? { phase?.startedAt }
}

/// How far an experiment is.
package enum ExperimentState: String, Sendable, CaseIterable {
  case draft, running, ended
}

/// One way of dividing people; another one begins when the weights change or everybody is divided anew.
package struct ExperimentPhase: Hashable, Sendable {
  /// 1, 2, 3 …
  package let number: Int
  /// What the hash of a person begins with.
  package let seed: String
  /// Of each arm; they sum to 1.
  package let weights: [Double]
  /// The share of people who take part, 0 ... 1. Raising it moves nobody from one arm to another.
  package let coverage: Double
  package let startedAt: Timestamp

  package init(number: Int, seed: String, weights: [Double], coverage: Double, startedAt: Timestamp) {
    self.number = number
    self.seed = seed
    self.weights = weights
    self.coverage = coverage
    self.startedAt = startedAt
  }
}
