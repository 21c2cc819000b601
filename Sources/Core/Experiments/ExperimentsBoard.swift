/// The list of the Experiments screen: those that need somebody first, then what runs, drafts, and what ended, the latest
/// first.
package struct ExperimentsBoard: Equatable, Sendable {
  package var experiments: [ExperimentSummary]

  package init(experiments: [ExperimentSummary]) {
    self.experiments = experiments
  }
}

/// An experiment in a list: cheap enough to be made for a thousand of them with every look at the screen.
package struct ExperimentSummary: Hashable, Sendable {
  package let id: Experiment.ID
  package let version: Int
  package let name: String
  package let state: ExperimentState
  package let metric: ExperimentMetric
  package let startedAt: Timestamp?
  package let endedAt: Timestamp?
  /// Index of the arm it was ended for.
  package let winner: Int?
  /// Whole days since the start, up to now or its end, and as many as it runs at least.
  package let day: Int
  package let minimumDays: Int
  /// Of all arms, by the design's order.
  package let armNames: [String]
  package let exposures: [Int64]
  /// Rates, or means in minor units; nil without exposures.
  package let estimates: [Double?]
  package let progress: ExperimentProgress
  /// The variant that is shown: the one to ship, else the one with the greatest estimate.
  package let shown: Int
  /// Nil where nothing was computed, and hidden (nil) while the test is unhealthy.
  package let lift: Double?
  /// Always valid.
  package let liftInterval: Interval?
  /// That the shown variant is better than the control.
  package let chance: Double?
  /// The always-valid p, the smallest of all looks.
  package let p: PValue?
  package let verdict: ExperimentVerdict

  package init(
    id: Experiment.ID, version: Int, name: String, state: ExperimentState, metric: ExperimentMetric,
    startedAt: Timestamp?, endedAt: Timestamp?, winner: Int?, day: Int, minimumDays: Int, armNames: [String],
    exposures: [Int64], estimates: [Double?], progress: ExperimentProgress, shown: Int, lift: Double?,
    liftInterval: Interval?, chance: Double?, p: PValue?, verdict: ExperimentVerdict
  ) {
    self.id = id
    self.version = version
    self.name = name
    self.state = state
    self.metric = metric
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.winner = winner
    self.day = day
    self.minimumDays = minimumDays
    self.armNames = armNames
    self.exposures = exposures
    self.estimates = estimates
    self.progress = progress
    self.shown = shown
    self.lift = lift
    self.liftInterval = liftInterval
    self.chance = chance
    self.p = p
    self.verdict = verdict
  }
}
