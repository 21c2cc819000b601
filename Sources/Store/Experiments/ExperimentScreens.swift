import Core

extension Store {
  /// The list of all experiments with their verdicts.
  package func experimentsBoard(now: Timestamp) throws(StoreError) -> ExperimentsBoard {
    ExperimentsBoard(try experiments(), now: now, zone: try zone(world.zone))
  }

  /// All of one experiment.
  package func experimentSheet(_ id: Experiment.ID, now: Timestamp) throws(StoreError) -> ExperimentSheet {
    try read { () throws(StoreError) in
      let record = try experimentRecord(id)
      return ExperimentSheet(
        record: record, segments: try experimentSegments(id), history: try experimentHistory(id),
        contents: try record.experiment.design.arms.map { arm throws(StoreError) in try words(for: arm.content) },
        now: now, zone: try zone(world.zone))
    }
  }

  /// What was done to an experiment, the latest first. Plan: index `command_log_subject`.
  package func experimentHistory(_ id: Experiment.ID) throws(StoreError) -> [ExperimentEvent] {
    try audit(AuditFilter(subject: .experiment(id), limit: 1000), for: Actor.simulator).map { command in
      ExperimentEvent(at: command.at, author: command.actor, what: Self.words(for: command))
    }
  }

  /// A campaign's name, an offer's title, what a variant changes of it.
  private func words(for content: ExperimentArm.Content) throws(StoreError) -> String {
    switch content {
    case .campaign(let id):
      let campaign = try campaign(id)
      return "campaign '\(campaign.name)', \(Words.count(campaign.offers.count, "offer"))"
    case .offer(let id): return "'\(try offer(id).title)'"
    case .variant(let id, let wording):
      let title = try offer(id).title
      return "'\(title)' with another \(Words.all(wording.facts.map(\.name)))"
    case .imported: return "counted elsewhere"
    }
  }

  private static func words(for command: LoggedCommand) -> String {
    let (done, note) = (command.verb, command.note.map { ": \($0)" } ?? "")
    return switch done {
    case "experiment create": "created"
    case "experiment edit": "edited\(note)"
    case "experiment start": "started"
    case "experiment ramp": "ramped\(note)"
    case "experiment end": "ended \(command.note ?? "")"
    case "experiment deploy": "winner deployed\(note)"
    case "import exposures": "people imported\(note)"
    case "undo": "taken back\(note)"
    case "redo": "made again\(note)"
    default: done + note
    }
  }
}
