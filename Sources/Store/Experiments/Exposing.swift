import Core

extension Store {
  /// Exposes a person to every running experiment to which the decision is the first that could make a difference: its
  /// list shows an offer of the experiment, or would in another arm.
  ///
  /// To count only who was shown something would count more people in the arm whose offer ranks higher, and no longer like
  /// with like: whether a person is counted must not depend on the arm (A. Deng and V. Hu, "Diluted treatment effect
  /// estimation for trigger analysis", WSDM 2015: the counterfactual trigger). Costs nothing where no experiment runs, and
  /// a ranking for each other arm where one does, its offers lie within reach, and the person was not exposed yet.
  func expose(_ document: DiscoverDocument, decision: DecisionRecord.ID, limit: Int) throws(StoreError) {
    let running = try runningExperiments()
    guard !running.isEmpty, let person = document.context.person.personID else { return }
    for (place, entry) in running.entries.enumerated() {
      guard let arms = memory.people[person.value]?.arms, arms.indices.contains(place) else { continue }
      let own = arms[place]
      guard own.isCounted, !own.isExposed, try concerns(entry, own.arm, document, limit: limit) else { continue }
      try expose(person, to: entry, arm: own.arm, document.context, decision)
      memory.people.change(person.value) { $0.arms[place].isExposed = true }
    }
  }

  /// Whether a decision shows an offer of an experiment in some arm.
  private func concerns(
    _ entry: RunningExperiments.Entry, _ own: Int, _ document: DiscoverDocument, limit: Int
  ) throws(StoreError) -> Bool {
    if document.ranking.ranked.contains(where: { entry.arms[$0.offer.id] != nil }) { return true }
    let index = try offerIndex()
    let context = document.context
    let reach = context.person.preferences.walkingLimit.value
    let isNear = entry.arms.keys.contains { offer in
      guard let position = index[offer]?.position else { return false }
      return Walk(from: context.session.position, to: position).distance.value <= reach
    }
    guard isNear else { return false }
    return entry.phase.weights.indices.contains { arm in
      guard arm != own, entry.phase.weights[arm] > 0 else { return false }
      var other = context
      other.person.divide(entry, arm: arm)
      return index.best(limit, for: other, profile: document.profile).contains { entry.arms[$0.offer.id] != nil }
    }
  }

  private func expose(
    _ person: Person.ID, to experiment: RunningExperiments.Entry, arm: Int, _ context: Context,
    _ decision: DecisionRecord.ID
  ) throws(StoreError) {
    let zone = try zone(world.zone)
    let assignment = Assignment(
      arm: PendingExposures.Arm(experiment: experiment.id, phase: experiment.phase.number, arm: arm),
      unit: "\(person)", exposedAt: context.now, decision: decision,
      after: Interaction.ID(try connection.integer("SELECT max(id) FROM interaction")),
      segment: ExposureSegment(
        at: zone.localTime(at: context.now), weather: context.weather, isKnown: try isKnown(person, before: context.now)
      ))
    try insert(assignment)
    exposures.add(
      [zone.localDay(at: context.now): ArmCounts(exposures: 1)], of: assignment.arm, assignment.segment)
  }

  /// Whether the log has anything of a person before an instant. Plan: the first entry of `interaction_person`.
  private func isKnown(_ person: Person.ID, before now: Timestamp) throws(StoreError) -> Bool {
    try connection.exists(
      """
      SELECT id
        FROM interaction
       WHERE person_id = :person
         AND at < :now
       LIMIT 1
      """,
      [":person": .id(person), ":now": .instant(now)])
  }
}

extension PersonContext {
  /// Keeps the offers of other arms from the person, and words those of this arm as it does.
  mutating func divide(_ entry: RunningExperiments.Entry, arm: Int) {
    for (offer, arms) in entry.arms {
      let isOther = arms & (1 << UInt8(arm)) == 0
      if isOther || history[offer]?.otherArm == true { history[offer, default: OfferHistory()].otherArm = isOther }
      wordings[offer] = entry.wordings[arm][offer]
    }
  }
}
