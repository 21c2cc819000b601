/// All of one experiment, as its detail shows it.
package struct ExperimentSheet: Equatable, Sendable {
  package let analysis: ExperimentAnalysis
  /// Adjusted for how many were looked at, and exploratory all the same.
  package let segments: [SegmentResult]
  /// What was done to it, the latest first.
  package let history: [ExperimentEvent]
  /// What each arm is, in words, by the design's order: a campaign's name, an offer's title.
  package let contents: [String]

  package init(
    analysis: ExperimentAnalysis, segments: [SegmentResult], history: [ExperimentEvent], contents: [String]
  ) {
    self.analysis = analysis
    self.segments = segments
    self.history = history
    self.contents = contents
  }

  package var experiment: Experiment { analysis.experiment }
}

/// One variant against the control among people of one kind.
package struct SegmentResult: Hashable, Sendable {
  package let segment: ExperimentSegment
  /// Index of the variant.
  package let arm: Int
  /// Of the control and the variant; nil without exposures.
  package let control: Double?
  package let variant: Double?
  package let lift: Double?
  package let liftInterval: Interval?
  /// The fixed test's, and as Holm adjusts it for all segments and variants.
  package let p: PValue?
  package let pAdjusted: PValue?

  package init(
    segment: ExperimentSegment, arm: Int, control: Double?, variant: Double?, lift: Double?, liftInterval: Interval?,
    p: PValue?, pAdjusted: PValue?
  ) {
    self.segment = segment
    self.arm = arm
    self.control = control
    self.variant = variant
    self.lift = lift
    self.liftInterval = liftInterval
    self.p = p
    self.pAdjusted = pAdjusted
  }
}

/// Something done to an experiment.
package struct ExperimentEvent: Hashable, Sendable {
  package let at: Timestamp
  /// As in `analyst:ana`.
  package let author: String
  /// In words: "ended without a winner".
  package let what: String

  package init(at: Timestamp, author: String, what: String) {
    self.at = at
    self.author = author
    self.what = what
  }
}
