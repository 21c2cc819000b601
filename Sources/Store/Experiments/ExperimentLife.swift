import Core

extension Store {
  /// Begins to divide people: the offers of every arm are noted as they are now, and the first phase begins.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` for what runs or has ended, for an offer that takes part in another
  ///   running experiment, and for a campaign without offers.
  @discardableResult
  package func startExperiment(_ id: Experiment.ID, by actor: Actor, now: Timestamp) throws(StoreError) -> Experiment {
    try write { () throws(StoreError) in
      try permitStaff(actor, to: "start experiments")
      let draft = try experiment(id)
      guard draft.state == .draft else { throw .experiment(draft, cannotBe: "started", "create another one") }
      guard now >= draft.createdAt else {
        throw .invalid(
          InvalidInput(field: "now", "lies before \(draft.createdAt.rfc3339), when the experiment was created"))
      }
      try noteOffers(of: draft)
      try connection.run(
        """
        UPDATE experiment
           SET state = 'running',
               version = version + 1
         WHERE id = :id
        """,
        [":id": .id(id)])
      try beginPhase(1, of: id, weights: draft.design.weights, coverage: draft.design.coverage, now: now)
      return try changed(draft, "experiment start", by: actor, note: nil, now: now)
    }
  }

  /// Lets more or fewer people take part, or divides them by other weights. More people move nobody; other weights begin
  /// a new phase with a division of its own, and what was counted before is kept apart.
  /// - Parameters:
  ///   - coverage: nil leaves it.
  ///   - weights: nil leaves them.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` for what does not run.
  @discardableResult
  package func rampExperiment(
    _ id: Experiment.ID, coverage: Double? = nil, weights: [Double]? = nil, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> Experiment {
    try StoreError.checking { () throws(InvalidInput) in
      if let coverage { try ExperimentDesign.check(coverage: coverage) }
      if let weights { try ExperimentDesign.check(weights: weights, field: "weights") }
      guard coverage != nil || weights != nil else {
        throw InvalidInput(.missingField, field: "coverage", "is missing; give a coverage, weights, or both")
      }
    }
    return try write { () throws(StoreError) in
      try permitStaff(actor, to: "ramp experiments")
      let current = try experiment(id)
      guard current.state == .running, let phase = current.phase else {
        throw .experiment(current, cannotBe: "ramped", "only a running one is")
      }
      try refuseEarlier(now, than: phase)
      if let weights, weights.count != phase.weights.count {
        throw .invalid(
          InvalidInput(field: "weights", "must be \(phase.weights.count), one for each arm, not \(weights.count)"))
      }
      if current.isImported {
        throw .experiment(current, cannotBe: "ramped", "its people were divided elsewhere")
      }
      let share = coverage ?? phase.coverage
      if let weights, weights != phase.weights {
        try close(phase, of: id)
        try beginPhase(phase.number + 1, of: id, weights: weights, coverage: share, now: now)
      } else if share != phase.coverage {
        try connection.run(
          """
          UPDATE experiment_phase
             SET coverage = :coverage
           WHERE experiment_id = :id
             AND phase = :phase
          """,
          [":coverage": .real(share), ":id": .id(id), ":phase": .count(phase.number)])
      } else {
        return current
      }
      try raiseVersion(of: id)
      return try changed(
        current, "experiment ramp", by: actor, note: Self.note(coverage: share, weights: weights), now: now)
    }
  }

  /// Stops dividing people and counting them: everybody sees everything again, and the result stays as it is.
  /// - Parameter winner: index of the arm it is ended for; nil for none.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` for what does not run.
  @discardableResult
  package func endExperiment(
    _ id: Experiment.ID, winner: Int? = nil, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> Experiment {
    try write { () throws(StoreError) in
      try permitStaff(actor, to: "end experiments")
      let current = try experiment(id)
      guard current.state == .running, let phase = current.phase else {
        throw .experiment(
          current, cannotBe: "ended", current.state == .draft ? "start it first" : "its result stays as it is")
      }
      try refuseEarlier(now, than: phase)
      if let winner, !current.design.arms.indices.contains(winner) {
        throw .invalid(
          InvalidInput(field: "winner", "must be an arm from 0 to \(current.design.arms.count - 1), not \(winner)"))
      }
      try close(phase, of: id)
      try connection.run(
        """
        UPDATE experiment
           SET state = 'ended',
               ended_at = :now,
               winner = :winner,
               version = version + 1
         WHERE id = :id
        """,
        [":now": .instant(now), ":winner": .count(winner), ":id": .id(id)])
      return try changed(
        current, "experiment end", by: actor,
        note: winner.map { "for \(current.design.arms[$0].name)" } ?? "without a winner", now: now)
    }
  }

  private func changed(
    _ before: Experiment, _ verb: String, by actor: Actor, note: String?, now: Timestamp
  ) throws(StoreError) -> Experiment {
    experimentsChanged()
    try record(verb, .experiment(before.id), by: actor, note: note, now: now)
    return try experiment(before.id)
  }

  private func raiseVersion(of id: Experiment.ID) throws(StoreError) {
    try connection.run("UPDATE experiment SET version = version + 1 WHERE id = :id", [":id": .id(id)])
  }

  /// The seed tells experiments and phases apart, so that nobody's place in one says anything of another.
  func beginPhase(
    _ number: Int, of id: Experiment.ID, weights: [Double], coverage: Double, now: Timestamp
  ) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO experiment_phase (experiment_id, phase, seed, weights, coverage, started_at, in_two_arms)
      VALUES (:id, :phase, :seed, :weights, :coverage, :now, 0)
      """,
      [
        ":id": .id(id), ":phase": .count(number), ":seed": .text("experiment-\(id)-\(number)"),
        ":weights": .text(Self.text(weights)), ":coverage": .real(coverage), ":now": .instant(now),
      ])
  }

  /// What comes into the log or the ledger from here on is not counted.
  private func close(_ phase: ExperimentPhase, of id: Experiment.ID) throws(StoreError) {
    try connection.run(
      """
      UPDATE experiment_phase
         SET last_interaction_id = (SELECT ifnull(max(id), 0) FROM interaction),
             last_entry_id = (SELECT ifnull(max(id), 0) FROM ledger_entry)
       WHERE experiment_id = :id
         AND phase = :phase
      """,
      [":id": .id(id), ":phase": .count(phase.number)])
  }

  /// Keeps the offers of every arm as they are at the start.
  private func noteOffers(of draft: Experiment) throws(StoreError) {
    for (index, arm) in draft.design.arms.enumerated() {
      for offer in try offers(of: arm) {
        try refuseTakingPart(offer, besides: draft.id)
        try connection.run(
          """
          INSERT INTO experiment_offer (experiment_id, offer_id, arm)
          VALUES (:id, :offer, :arm)
          """,
          [":id": .id(draft.id), ":offer": .id(offer), ":arm": .count(index)])
      }
    }
  }

  private func offers(of arm: ExperimentArm) throws(StoreError) -> [Offer.ID] {
    if let offer = arm.content.offer { return [offer] }
    guard let id = arm.content.campaign else { return [] }
    let offers = try campaign(id).offers
    guard !offers.isEmpty else {
      throw .conflict(code: "campaign.empty", sentence: "campaign \(id) has no offers that could be shown")
    }
    return offers
  }

  private func refuseTakingPart(_ offer: Offer.ID, besides id: Experiment.ID) throws(StoreError) {
    let other = try connection.row(
      """
      SELECT experiment.id, experiment.name
        FROM experiment
        JOIN experiment_offer ON experiment_offer.experiment_id = experiment.id
       WHERE experiment.state = 'running'
         AND experiment_offer.offer_id = :offer
         AND experiment.id <> :id
       LIMIT 1
      """,
      [":offer": .id(offer), ":id": .id(id)]
    ) { row throws(StoreError) in (id: row.integer(0), name: row.text(1)) }
    guard let other else { return }
    throw .conflict(
      code: "experiment.offer",
      sentence: "offer \(offer) takes part in experiment \(other.id) '\(other.name)', which runs; end that first")
  }

  private func refuseEarlier(_ now: Timestamp, than phase: ExperimentPhase) throws(StoreError) {
    guard now < phase.startedAt else { return }
    throw .invalid(
      InvalidInput(field: "now", "lies before \(phase.startedAt.rfc3339), when the experiment was started"))
  }

  private static func note(coverage: Double, weights: [Double]?) -> String {
    let share = "coverage \(coverage)"
    return weights.map { share + ", weights " + $0.map { "\($0)" }.joined(separator: ",") + ", a new phase" } ?? share
  }
}
