import Core

/// Which rows of the command log somebody wants to see; what is nil lets all pass.
package struct AuditFilter: Sendable {
  /// As in `operator:ana`.
  package var actor: String?
  package var subject: CommandSubject?
  package var partner: Partner.ID?
  /// Only rows before this one: where the page before ended.
  package var before: LoggedCommand.ID?
  package var limit: Int

  package init(
    actor: String? = nil, subject: CommandSubject? = nil, partner: Partner.ID? = nil,
    before: LoggedCommand.ID? = nil, limit: Int = 50
  ) {
    self.actor = actor
    self.subject = subject
    self.partner = partner
    self.before = before
    self.limit = limit
  }
}

extension Store {
  /// A page of the command log, the latest first. A partner sees what was done to its own things, by whomever.
  /// - Throws: ``StoreError/notFound(what:name:)`` to a partner that asks for another's.
  package func audit(_ filter: AuditFilter, for actor: Actor) throws(StoreError) -> [LoggedCommand] {
    var filter = filter
    if let own = actor.partnerID {
      if let other = filter.partner, other != own { throw .notFound("partner", other) }
      filter.partner = own
    }
    let parameters: Value.Parameters = [
      ":kind": .choice(filter.subject?.kind), ":subject": .optional(filter.subject?.id),
      ":partner": .id(filter.partner), ":actor": .optional(filter.actor),
      ":before": .integer(filter.before?.value ?? .max), ":limit": .integer(Int64(filter.limit)),
    ]
    if filter.subject != nil { return try auditOfSubject(parameters) }
    if filter.partner != nil { return try auditOfPartner(parameters) }
    if filter.actor != nil { return try auditOfActor(parameters) }
    return try auditOfAll(parameters)
  }

  /// Plan: index `command_log_subject`.
  private func auditOfSubject(_ parameters: Value.Parameters) throws(StoreError) -> [LoggedCommand] {
    try connection.rows(
      """
      SELECT command_log.id, command_log.at, command_log.actor, command_log.verb, command_log.subject_kind,
             command_log.subject_id, command_log.partner_id, command_log.version_before, command_log.version_after,
             command_log.note, command_log.undoes, back.id
        FROM command_log
        LEFT JOIN command_log AS back ON back.undoes = command_log.id
       WHERE command_log.subject_kind = :kind
         AND command_log.subject_id = :subject
         AND (:partner IS NULL OR command_log.partner_id = :partner)
         AND (:actor IS NULL OR command_log.actor = :actor)
         AND command_log.id < :before
       ORDER BY command_log.id DESC
       LIMIT :limit
      """,
      parameters, as: LoggedCommand.init)
  }

  /// Plan: index `command_log_partner`.
  private func auditOfPartner(_ parameters: Value.Parameters) throws(StoreError) -> [LoggedCommand] {
    try connection.rows(
      """
      SELECT command_log.id, command_log.at, command_log.actor, command_log.verb, command_log.subject_kind,
             command_log.subject_id, command_log.partner_id, command_log.version_before, command_log.version_after,
             command_log.note, command_log.undoes, back.id
        FROM command_log
        LEFT JOIN command_log AS back ON back.undoes = command_log.id
       WHERE command_log.partner_id = :partner
         AND (:kind IS NULL OR command_log.subject_kind = :kind AND command_log.subject_id = :subject)
         AND (:actor IS NULL OR command_log.actor = :actor)
         AND command_log.id < :before
       ORDER BY command_log.id DESC
       LIMIT :limit
      """,
      parameters, as: LoggedCommand.init)
  }

  /// Plan: index `command_log_actor`.
  private func auditOfActor(_ parameters: Value.Parameters) throws(StoreError) -> [LoggedCommand] {
    try connection.rows(
      """
      SELECT command_log.id, command_log.at, command_log.actor, command_log.verb, command_log.subject_kind,
             command_log.subject_id, command_log.partner_id, command_log.version_before, command_log.version_after,
             command_log.note, command_log.undoes, back.id
        FROM command_log
        LEFT JOIN command_log AS back ON back.undoes = command_log.id
       WHERE command_log.actor = :actor
         AND (:kind IS NULL OR command_log.subject_kind = :kind AND command_log.subject_id = :subject)
         AND (:partner IS NULL OR command_log.partner_id = :partner)
         AND command_log.id < :before
       ORDER BY command_log.id DESC
       LIMIT :limit
      """,
      parameters, as: LoggedCommand.init)
  }

  /// Plan: the key, backwards.
  private func auditOfAll(_ parameters: Value.Parameters) throws(StoreError) -> [LoggedCommand] {
    try connection.rows(
      """
      SELECT command_log.id, command_log.at, command_log.actor, command_log.verb, command_log.subject_kind,
             command_log.subject_id, command_log.partner_id, command_log.version_before, command_log.version_after,
             command_log.note, command_log.undoes, back.id
        FROM command_log
        LEFT JOIN command_log AS back ON back.undoes = command_log.id
       WHERE (:kind IS NULL OR command_log.subject_kind = :kind AND command_log.subject_id = :subject)
         AND (:partner IS NULL OR command_log.partner_id = :partner)
         AND (:actor IS NULL OR command_log.actor = :actor)
         AND command_log.id < :before
       ORDER BY command_log.id DESC
       LIMIT :limit
      """,
      parameters, as: LoggedCommand.init)
  }
}
