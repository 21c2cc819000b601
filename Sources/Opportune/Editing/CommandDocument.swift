import Core

extension LoggedCommand {
  /// A row of the command log as in every document.
  var json: JSON {
    [
      "id": .id(id), "at": .instant(at), "actor": .string(actor), "verb": .string(verb),
      "subject": ["kind": .string(subject.kind.rawValue), "id": .integer(subject.id)], "partner_id": .id(partnerID),
      "version_before": .optional(versionBefore.map(Int64.init)),
      "version_after": .optional(versionAfter.map(Int64.init)), "note": .optional(note), "undoes": .id(undoes),
      "undone_by": .id(undoneBy),
    ]
  }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "id": .integer, "at": .instant, "actor": .string, "verb": .string,
    "subject": .fields(["kind": .choice(CommandSubject.Kind.allCases.map(\.rawValue)), "id": .integer]),
    "partner_id": .nullable(.integer), "version_before": .nullable(.integer), "version_after": .nullable(.integer),
    "note": .nullable(.string), "undoes": .nullable(.integer), "undone_by": .nullable(.integer),
  ])

  /// As in "offer edit of offer 17 (title, terms)".
  var words: String {
    "\(verb) of \(subject)" + (note.map { $0.isEmpty ? "" : " (\($0))" } ?? "")
  }
}
