import Core

extension Store {
  /// Takes back the last thing an actor did that still stands, or one of them that is named, also if another process did
  /// it long ago.
  ///
  /// It is undone only if its subject still has the facts that it gave it, or has them again: whatever was done since
  /// must have been taken back before.
  /// - Returns: the command that was taken back.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` if there is none, or naming who changed what since;
  ///   ``StoreError/refused(code:sentence:)`` for what is never undone.
  @discardableResult
  package func undo(
    _ named: LoggedCommand.ID? = nil, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> LoggedCommand {
    try write { () throws(StoreError) in
      let target: LoggedCommand
      if let named { target = try ownCommand(named, of: actor) } else { target = try lastStanding(of: actor) }
      try revert(target, as: "undo", by: actor, now: now)
      return try origin(of: target)
    }
  }

  /// Does again what the actor undid last, as long as they have done nothing new since.
  /// - Returns: the command that is in force again.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` if there is none, or naming who changed what since.
  @discardableResult
  package func redo(by actor: Actor, now: Timestamp) throws(StoreError) -> LoggedCommand {
    try write { () throws(StoreError) in
      let target = try lastUndo(of: actor)
      try revert(target, as: "redo", by: actor, now: now)
      return try origin(of: target)
    }
  }

  /// Gives the subject of a command the facts it had before, as a new version.
  private func revert(_ target: LoggedCommand, as verb: String, by actor: Actor, now: Timestamp) throws(StoreError) {
    guard target.versionBefore != nil || target.versionAfter != nil else { throw .neverUndone(target) }
    let change: CommandChange
    switch target.subject.kind {
    case .offer: change = try revertOffer(target, by: actor, now: now)
    case .partner: change = try revertPartner(target, by: actor, now: now)
    case .preferences: change = try revertPreferences(target, by: actor, now: now)
    case .experiment: change = try revertExperiment(target, by: actor)
    case .campaign: change = try revertCampaign(target, by: actor, now: now)
    case .rule: change = try revertRule(target, by: actor, now: now)
    case .watch: change = try revertWatch(target, by: actor, now: now)
    case .claim, .key, .settlement, .file: throw .neverUndone(target)
    }
    let origin = try origin(of: target)
    try record(
      verb, target.subject, by: actor, partner: target.partnerID, change: change,
      note: [origin.verb, origin.note].compactMap(\.self).joined(separator: ": "), now: now)
  }

  /// The command that a chain of undo and redo began with. O(times it was undone and done again).
  private func origin(of command: LoggedCommand) throws(StoreError) -> LoggedCommand {
    var origin = command
    while let earlier = origin.undoes { origin = try self.command(earlier) }
    return origin
  }

  /// The version in which a subject got the facts it has in `version`: that one, unless an undo or a redo brought them
  /// back. Plan: index `command_log_subject`.
  func factsVersion(_ version: Int?, of subject: CommandSubject) throws(StoreError) -> Int? {
    guard let version else { return nil }
    let earlier = try connection.row(
      """
      SELECT facts_of
        FROM command_log
       WHERE subject_kind = :kind
         AND subject_id = :subject
         AND version_after = :version
         AND undoes IS NOT NULL
      """,
      [
        ":kind": .choice(subject.kind), ":subject": .integer(subject.id), ":version": .integer(Int64(version)),
      ]
    ) { row throws(StoreError) in row.optional(0) { row.count($0) } }
    return earlier ?? version
  }

  /// - Parameter version: what the subject has now; nil where it is not there.
  func stands(_ target: LoggedCommand, at version: Int?) throws(StoreError) -> Bool {
    try factsVersion(version, of: target.subject) == factsVersion(target.versionAfter, of: target.subject)
  }
}

extension StoreError {
  /// Somebody changed the subject since.
  /// - Parameter differences: the names of the facts that are others now.
  static func changedSince(_ target: LoggedCommand, by author: String?, _ differences: [String]) -> StoreError {
    let who = author.map { $0.isEmpty ? "" : " by \($0)" } ?? ""
    let what = differences.isEmpty ? "" : " (\(differences.joined(separator: ", ")))"
    return .conflict(
      code: "undo.changed",
      sentence:
        "\(target.subject) was changed\(who) since \(target.verb) \(target.id)\(what); look at it and edit it instead"
    )
  }

  fileprivate static func neverUndone(_ target: LoggedCommand) -> StoreError {
    let reason =
      switch target.subject.kind {
      case .claim: "claims and money are never undone; a redemption is refunded instead"
      case .key: "keys are never undone; revoke or rotate it instead"
      case .settlement: "a settled period is never undone"
      case .file: "a file is never undone; import it as it should be"
      case .campaign: "a campaign is paused, resumed and ended by its own commands"
      case .experiment:
        "what was started or ended has shown people something; end it without a winner, or create another"
      case .offer, .partner, .preferences, .rule, .watch: "that is never undone"
      }
    return .refused(
      code: "undo.never",
      sentence:
        "the last was \(target.verb) (\(target.subject)), and \(reason); 'opportune audit' shows the numbers of "
        + "earlier commands, which 'opportune undo COMMAND' takes back")
  }
}
