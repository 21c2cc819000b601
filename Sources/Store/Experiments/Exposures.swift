import Core

extension Store {
  /// Where a person stands in every running experiment, in their order; nobody takes part without a name.
  /// Plan: index `assignment_person`.
  func arms(of person: Person.ID?) throws(StoreError) -> [PersonArm] {
    let running = try runningExperiments()
    guard !running.isEmpty else { return [] }
    guard let person else { return running.entries.map { _ in .control } }
    var written: [Experiment.ID: [Int: Int]] = [:]
    try connection.each(
      """
      SELECT experiment_id, phase, arm
        FROM assignment
       WHERE unit = :person
         AND decision_id IS NOT NULL
      """,
      [":person": .text("\(person)")]
    ) { row throws(StoreError) in written[row.id(0), default: [:]][row.count(1)] = row.count(2) }
    return running.entries.map { entry in
      if let arm = written[entry.id]?[entry.phase.number] {
        return PersonArm(arm: arm, isCounted: true, isExposed: true)
      }
      guard let arm = entry.phase.arm(of: "\(person)", in: entry.namespace) else { return .control }
      return PersonArm(arm: arm, isCounted: true, isExposed: false)
    }
  }

  /// An interaction of somebody who may take part in an experiment: answers after the exposure convert. Costs a look into
  /// a table where no experiment has the offer.
  func countInExperiment(_ entry: LogEntry, _ id: Interaction.ID) throws(StoreError) {
    let running = try runningExperiments()
    guard let place = running.places[entry.offerID], let person = entry.session.personID else { return }
    switch entry.type {
    case .impression: try noteOtherArm(of: person, shown: entry.offerID, in: running.entries[place])
    case .acceptance, .redemption, .dismissal:
      try recount(person, in: running.entries[place]) { $0.without(id) }
    case .view, .expiry: return
    }
  }

  /// Money was given back: what the person paid in all is less.
  /// - Parameter entry: the ledger's.
  func countRefund(of claim: ClaimRecord, entry: Int64) throws(StoreError) {
    let running = try runningExperiments()
    guard let place = running.places[claim.offerID], let person = claim.personID else { return }
    try recount(person, in: running.entries[place]) { $0.without(refund: entry) }
  }

  /// A person of one arm who was shown an offer of another is counted in neither from here on.
  private func noteOtherArm(
    of person: Person.ID, shown offer: Offer.ID, in experiment: RunningExperiments.Entry
  ) throws(StoreError) {
    guard
      let assignment = try assignment(of: "\(person)", in: experiment.id, phase: experiment.phase.number),
      assignment.otherArm == nil, !experiment.shows(offer, in: assignment.arm.arm),
      let other = experiment.phase.weights.indices.first(where: { experiment.shows(offer, in: $0) })
    else { return }
    let zone = try zone(world.zone)
    exposures.exclude(try conversions(of: assignment).counts(in: zone), of: assignment.arm, assignment.segment)
    try note(otherArm: other, of: assignment)
  }

  /// Counts a person anew whose log has one entry more: the difference to what was counted without it is added, on
  /// whatever days it lies, so that an entry that comes late moves what it must.
  private func recount(
    _ person: Person.ID, in experiment: RunningExperiments.Entry, without: (PersonConversions) -> PersonConversions
  ) throws(StoreError) {
    guard
      let assignment = try assignment(of: "\(person)", in: experiment.id, phase: experiment.phase.number),
      assignment.otherArm == nil
    else { return }
    let zone = try zone(world.zone)
    let now = try conversions(of: assignment)
    let before = without(now).counts(in: zone)
    var change = now.counts(in: zone)
    for (day, counts) in before { change[day] = (change[day] ?? ArmCounts()) - counts }
    exposures.add(change, of: assignment.arm, assignment.segment)
  }
}

extension PersonArm {
  /// Sees what the control sees, and is not counted.
  static let control = PersonArm(arm: 0, isCounted: false, isExposed: false)
}
