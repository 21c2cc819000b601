import Core

extension Store {
  /// Writes one row of the command log, in the transaction of what it tells.
  /// - Parameters:
  ///   - verb: what was done, by the command's name: `offer edit`, `partner key create`.
  ///   - partner: whose thing it is, for the partner's own trail; nil for what is no partner's.
  ///   - change: what undo goes by; none for what is never undone.
  ///   - note: a few words for people: the reason of a rejection, the amount of a refund.
  /// - Throws: ``StoreError/misuse(_:)`` outside a write.
  @discardableResult
  package func record(
    _ verb: String, _ subject: CommandSubject, by actor: Actor, partner: Partner.ID? = nil,
    change: CommandChange = .none, note: String? = nil, now: Timestamp
  ) throws(StoreError) -> LoggedCommand.ID {
    guard case .write = transaction else { throw .misuse("an audit row outside the transaction of what it tells") }
    try connection.run(
      """
      INSERT INTO command_log (
        at, actor, verb, subject_kind, subject_id, partner_id, version_before, version_after, facts_of, before, after,
        note, undoes)
      VALUES (
        :at, :actor, :verb, :kind, :subject, :partner, :version_before, :version_after, :facts_of, :before, :after,
        :note, :undoes)
      """,
      [
        ":at": .instant(now), ":actor": .text(actor.description), ":verb": .text(verb), ":kind": .choice(subject.kind),
        ":subject": .integer(subject.id), ":partner": .id(partner), ":version_before": .count(change.versionBefore),
        ":version_after": .count(change.versionAfter), ":facts_of": .count(change.factsOf),
        ":before": .optional(change.before?.text()), ":after": .optional(change.after?.text()),
        ":note": .optional(note), ":undoes": .id(change.undoes),
      ])
    touch(.commands)
    return LoggedCommand.ID(connection.lastInsertedID)
  }

  /// Who edited something last; nil if nobody did. Plan: index `command_log_subject`.
  package func lastEditor(of subject: CommandSubject) throws(StoreError) -> String? {
    try connection.row(
      """
      SELECT actor
        FROM command_log
       WHERE subject_kind = :kind
         AND subject_id = :subject
       ORDER BY id DESC
       LIMIT 1
      """,
      [":kind": .choice(subject.kind), ":subject": .integer(subject.id)]
    ) { row throws(StoreError) in row.text(0) }
  }
}

/// What undo and redo go by: versions where they are kept in a table of their own, else the thing itself as JSON.
package struct CommandChange: Sendable {
  var versionBefore: Int?
  var versionAfter: Int?
  /// The version whose facts the new one has, where an undo or a redo brought them back.
  var factsOf: Int?
  var before: JSON?
  var after: JSON?
  var undoes: LoggedCommand.ID?

  /// Nothing that could be undone.
  package static let none = CommandChange()
}
