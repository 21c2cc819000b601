import Core

extension Store {
  /// Stores a new draft: nobody is divided and nothing is counted before it is started.
  /// - Throws: ``StoreError/invalid(_:)`` unless the design passes ``ExperimentDesign/check()``,
  ///   ``StoreError/notFound(what:name:)`` for a campaign or an offer that is not there,
  ///   ``StoreError/conflict(code:sentence:)`` for a name that is taken.
  @discardableResult
  package func createExperiment(
    _ design: ExperimentDesign, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> Experiment {
    let checked = try Self.checked(design)
    return try write { () throws(StoreError) in
      try permitStaff(actor, to: "create experiments")
      try refuseTaken(checked.name, except: nil)
      try refuseUnknownContents(of: checked)
      let id = try insert(checked, number: nil, version: 1, createdAt: now)
      experimentsChanged()
      try record(
        "experiment create", .experiment(id), by: actor,
        change: CommandChange(versionAfter: 1, after: .object(checked.facts)), note: checked.name, now: now)
      return try experiment(id)
    }
  }

  /// Changes a draft; what was started stays as it was planned, so that nobody plans after having looked.
  /// - Parameter version: the one that was read, where a change meanwhile matters; nil for whatever is there.
  /// - Returns: the experiment, also where nothing differs and nothing was written.
  /// - Throws: as ``createExperiment(_:by:now:)``, and ``StoreError/conflict(code:sentence:)`` for what is no draft or was
  ///   changed meanwhile.
  @discardableResult
  package func editExperiment(
    _ id: Experiment.ID, _ design: ExperimentDesign, version: Int? = nil, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> Experiment {
    let checked = try Self.checked(design)
    return try write { () throws(StoreError) in
      try permitStaff(actor, to: "edit experiments")
      let current = try experiment(id)
      guard current.state == .draft else { throw .experiment(current, cannotBe: "edited", "only a draft is edited") }
      if let version { try refuseStale(version, current) }
      let differences = checked.differences(from: current.design)
      guard !differences.isEmpty else { return current }
      try refuseTaken(checked.name, except: id)
      try refuseUnknownContents(of: checked)
      try write(checked, of: id, version: current.version + 1)
      experimentsChanged()
      try record(
        "experiment edit", .experiment(id), by: actor,
        change: CommandChange(
          versionBefore: current.version, versionAfter: current.version + 1, before: .object(current.design.facts),
          after: .object(checked.facts)),
        note: differences.joined(separator: ", "), now: now)
      return try experiment(id)
    }
  }

  /// Brings back the design a draft had before a command. Where there was none before, the draft goes again.
  func revertExperiment(_ target: LoggedCommand, by actor: Actor) throws(StoreError) -> CommandChange {
    try permitStaff(actor, to: "edit experiments")
    let id = Experiment.ID(target.subject.id)
    let current = try experimentIfAny(id)
    if let current, current.state != .draft {
      throw .experiment(
        current, cannotBe: "taken back",
        "what was started has shown people something; end it without a winner, or create another")
    }
    let (before, after) = try facts(of: target.id)
    guard try stands(target, at: current?.version) else {
      let left = try after.map { json throws(StoreError) in try ExperimentDesign.stored(json) }
      let names = left.flatMap { left in current?.design.differences(from: left) } ?? []
      throw .changedSince(target, by: try lastEditor(of: target.subject), names)
    }
    let version = try lastVersion(of: target.subject, atLeast: current?.version ?? 0) + 1
    experimentsChanged()
    let was = current.map { JSON.object($0.design.facts) }
    guard let before else {
      try connection.run("DELETE FROM experiment WHERE id = :id", [":id": .id(id)])
      return CommandChange(versionBefore: current?.version, before: was, undoes: target.id)
    }
    let design = try ExperimentDesign.stored(before)
    try refuseTaken(design.name, except: id)
    if current == nil {
      _ = try insert(design, number: id, version: version, createdAt: target.at)
    } else {
      try write(design, of: id, version: version)
    }
    return CommandChange(
      versionBefore: current?.version, versionAfter: version,
      factsOf: try factsVersion(target.versionBefore, of: target.subject), before: was, after: before,
      undoes: target.id)
  }

  /// Copies and caches follow an edit: what people see depends on what runs.
  func experimentsChanged() {
    touch(.experiments)
    memory.running = nil
    memory.openImport = nil
    memory.people = PersonMemories()
  }

  /// - Throws: ``StoreError/conflict(code:sentence:)`` naming who edited the version that is there.
  func refuseStale(_ seen: Int, _ current: Experiment) throws(StoreError) {
    guard current.version != seen else { return }
    let author = try lastEditor(of: .experiment(current.id))
    throw .conflict(
      code: "version",
      sentence: "experiment \(current.id) was changed meanwhile\(author.map { " by \($0)" } ?? "")"
        + " (version \(current.version)); look at it again")
  }

  private func experimentIfAny(_ id: Experiment.ID) throws(StoreError) -> Experiment? {
    guard try connection.exists("SELECT id FROM experiment WHERE id = :id", [":id": .id(id)]) else { return nil }
    return try experiment(id)
  }

  /// What a person typed, in the form it is stored, or the reason why it cannot be.
  private static func checked(_ draft: ExperimentDesign) throws(StoreError) -> ExperimentDesign {
    try StoreError.checking { () throws(InvalidInput) in
      try draft.check()
      var design = draft
      design.name = try PlainText.checked(draft.name, field: "name", limit: 80)
      design.hypothesis = try PlainText.checked(draft.hypothesis, field: "hypothesis", limit: 2000, allowEmpty: true)
      return design
    }
  }

  private func refuseTaken(_ name: String, except id: Experiment.ID?) throws(StoreError) {
    guard let other = try experiment(named: name), other != id else { return }
    throw .conflict(
      code: "duplicate", sentence: "experiment \(other) is called '\(name)' already; give this one another name")
  }

  private func refuseUnknownContents(of design: ExperimentDesign) throws(StoreError) {
    for arm in design.arms {
      if let id = arm.content.campaign { _ = try campaign(id) }
      if let id = arm.content.offer { _ = try offer(id) }
    }
  }
}

extension ExperimentDesign {
  /// Reads facts of the command log.
  fileprivate static func stored(_ json: JSON) throws(StoreError) -> ExperimentDesign {
    do {
      return try ExperimentDesign(facts: json)
    } catch {
      throw .corrupt(detail: "the command log holds an experiment whose \(error)")
    }
  }
}

extension StoreError {
  /// A step that the state of an experiment does not allow.
  /// - Parameter done: as in "started".
  static func experiment(_ experiment: Experiment, cannotBe done: String, _ way: String) -> StoreError {
    let state = experiment.state == .draft ? "a draft" : experiment.state.rawValue
    return .conflict(
      code: "experiment.state", sentence: "experiment \(experiment.id) is \(state) and cannot be \(done); \(way)")
  }
}
