/// One row of the command log: what somebody did, to what, and when.
package struct LoggedCommand: Hashable, Sendable {
  package typealias ID = Core.ID<LoggedCommand>

  package let id: ID
  package let at: Timestamp
  /// As in `operator:ana`.
  package let actor: String
  /// What was done, by the command's name: offer edit, partner add, undo.
  package let verb: String
  package let subject: CommandSubject
  /// Whose thing it is; nil for what is no partner's.
  package let partnerID: Partner.ID?
  /// The subject's version before and after; nil where there was none.
  package let versionBefore: Int?
  package let versionAfter: Int?
  /// A few words for people: what an edit changed, why an offer was rejected.
  package let note: String?
  /// The command this one takes back; a redo takes back an undo.
  package let undoes: ID?
  /// The command that took this one back.
  package let undoneBy: ID?

  package init(
    id: ID, at: Timestamp, actor: String, verb: String, subject: CommandSubject, partnerID: Partner.ID? = nil,
    versionBefore: Int? = nil, versionAfter: Int? = nil, note: String? = nil, undoes: ID? = nil, undoneBy: ID? = nil
  ) {
    self.id = id
    self.at = at
    self.actor = actor
    self.verb = verb
    self.subject = subject
    self.partnerID = partnerID
    self.versionBefore = versionBefore
    self.versionAfter = versionAfter
    self.note = note
    self.undoes = undoes
    self.undoneBy = undoneBy
  }
}
