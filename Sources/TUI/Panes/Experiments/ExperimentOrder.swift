import Core

/// What forms and steps of experiments ask for; each is answered by an ``ExperimentAnswer``, and what is saved as every
/// form is.
package enum ExperimentOrder: Equatable, Sendable {
  case open(ExperimentDraft.Wish)
  /// Keep what stands in a form, if the rest still is what was seen when it was opened.
  case save(ExperimentDraft, [String: FieldValue], seen: [String: FieldValue])
  case start(Experiment.ID)
  /// Let more people take part, or divide them anew.
  case ramp(Experiment.ID, coverage: Double, weights: [Double])
  /// For an arm by its index, or without a winner.
  case end(Experiment.ID, winner: Int?)
  /// Which offers would end if the winner stayed.
  case askToDeploy(Experiment.ID)
  /// Let the winner stay: the offers of the other arms end.
  case deploy(Experiment.ID)

  /// Whether it changes nothing that stays.
  package var onlyShows: Bool {
    switch self {
    case .open, .askToDeploy: true
    case .save, .start, .ramp, .end, .deploy: false
    }
  }
}

/// What became of an ``ExperimentOrder``.
package enum ExperimentAnswer: Equatable, Sendable {
  case draft(ExperimentDraft)
  case saved(Experiment.ID)
  /// Titles of the offers that would end.
  case ending(Experiment.ID, [String])
  /// What was done, in words: "spring-offer was started".
  case done(Experiment.ID, String)
}
