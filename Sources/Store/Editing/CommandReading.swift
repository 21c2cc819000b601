import Core

extension Store {
  /// One row of the command log.
  package func command(_ id: LoggedCommand.ID) throws(StoreError) -> LoggedCommand {
    let command = try connection.row(
      """
      SELECT command_log.id, command_log.at, command_log.actor, command_log.verb, command_log.subject_kind,
             command_log.subject_id, command_log.partner_id, command_log.version_before, command_log.version_after,
             command_log.note, command_log.undoes, back.id
        FROM command_log
        LEFT JOIN command_log AS back ON back.undoes = command_log.id
       WHERE command_log.id = :id
      """,
      [":id": .id(id)], as: LoggedCommand.init)
    guard let command else { throw .notFound("command", id) }
    return command
  }

  /// A command that an actor did and that still stands.
  func ownCommand(_ id: LoggedCommand.ID, of actor: Actor) throws(StoreError) -> LoggedCommand {
    let command = try command(id)
    if let partner = actor.partnerID, command.partnerID != partner { throw .notFound("command", id) }
    guard command.actor == actor.description else {
      throw .refused(
        code: "not_allowed", sentence: "command \(id) was \(command.actor)'s; everybody undoes their own")
    }
    guard command.verb != "undo" else {
      throw .conflict(code: "undo.none", sentence: "command \(id) is an undo; 'opportune redo' takes the last one back")
    }
    if let back = command.undoneBy {
      throw .conflict(code: "undo.none", sentence: "command \(id) was undone by command \(back) already")
    }
    return command
  }

  /// The last command of an actor that was not undone. Plan: index `command_log_actor`, backwards.
  func lastStanding(of actor: Actor) throws(StoreError) -> LoggedCommand {
    let id = try connection.row(
      """
      SELECT id
        FROM command_log
       WHERE actor = :actor
         AND verb <> 'undo'
         AND NOT EXISTS (SELECT 1 FROM command_log AS back WHERE back.undoes = command_log.id)
       ORDER BY id DESC
       LIMIT 1
      """,
      [":actor": .text(actor.description)]
    ) { row throws(StoreError) in row.id(0, of: LoggedCommand.self) }
    guard let id else {
      throw .conflict(code: "undo.none", sentence: "there is nothing that \(actor) did and could undo")
    }
    return try command(id)
  }

  /// The last undo of an actor that was not taken back, if nothing but undo and redo came after it. Plan: index
  /// `command_log_actor`, backwards.
  func lastUndo(of actor: Actor) throws(StoreError) -> LoggedCommand {
    let id = try connection.row(
      """
      SELECT id
        FROM command_log
       WHERE actor = :actor
         AND verb = 'undo'
         AND NOT EXISTS (SELECT 1 FROM command_log AS back WHERE back.undoes = command_log.id)
         AND id > (
           SELECT ifnull(max(id), 0)
             FROM command_log AS new
            WHERE new.actor = :actor
              AND new.verb NOT IN ('undo', 'redo'))
       ORDER BY id DESC
       LIMIT 1
      """,
      [":actor": .text(actor.description)]
    ) { row throws(StoreError) in row.id(0, of: LoggedCommand.self) }
    guard let id else {
      throw .conflict(
        code: "redo.none", sentence: "there is nothing that \(actor) undid last and could do again")
    }
    return try command(id)
  }

  /// The subject as JSON before and after a command, where the log keeps it.
  func facts(of id: LoggedCommand.ID) throws(StoreError) -> (before: JSON?, after: JSON?) {
    let texts = try connection.row(
      """
      SELECT before, after
        FROM command_log
       WHERE id = :id
      """,
      [":id": .id(id)]
    ) { row throws(StoreError) in (row.optional(0) { row.text($0) }, row.optional(1) { row.text($0) }) }
    func parsed(_ text: String?) throws(StoreError) -> JSON? {
      guard let text else { return nil }
      do {
        return try JSON(parsing: text)
      } catch {
        throw .corrupt(detail: "command \(id) of the log \(error)")
      }
    }
    return (try parsed(texts?.0), try parsed(texts?.1))
  }

  /// The highest version a subject ever had. Plan: index `command_log_subject`.
  func lastVersion(of subject: CommandSubject, atLeast current: Int) throws(StoreError) -> Int {
    max(
      current,
      Int(
        try connection.integer(
          """
          SELECT max(version_after)
            FROM command_log
           WHERE subject_kind = :kind
             AND subject_id = :subject
          """,
          [":kind": .choice(subject.kind), ":subject": .integer(subject.id)])))
  }
}

extension LoggedCommand {
  /// Reads the columns in the order of ``Store/command(_:)``.
  init(_ row: Row) throws(StoreError) {
    self.init(
      id: row.id(0), at: row.instant(1), actor: row.text(2), verb: row.text(3),
      subject: CommandSubject(try row.choice(4), id: row.integer(5)), partnerID: row.optional(6) { row.id($0) },
      versionBefore: row.optional(7) { row.count($0) }, versionAfter: row.optional(8) { row.count($0) },
      note: row.optional(9) { row.text($0) }, undoes: row.optional(10) { row.id($0) },
      undoneBy: row.optional(11) { row.id($0) })
  }
}
