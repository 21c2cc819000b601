/// What somebody else saved while a form was filled in: each field in its three versions.
package struct FormConflict: Equatable, Sendable {
  /// One field that is no longer what it was when the form was opened.
  package struct Row: Equatable, Sendable {
    package let id: String
    package let label: String
    /// In words: when the form was opened, in the form, and as it is saved now.
    package let base, yours, theirs: String
    /// What to put into the field to take theirs.
    package let theirValue: FieldValue
    /// Nil until it is decided which one is kept.
    package var keepsYours: Bool?

    /// Whether both changed it, and not to the same.
    package var isContested: Bool { yours != base && theirs != base && yours != theirs }
  }

  /// Who saved: "Ana R., 17:42".
  package let author: String
  package var rows: [Row]
  package var selection = 0

  /// - Parameter theirs: what is saved now, by the ids of the fields.
  package init(_ form: Form, author: String, theirs: [String: FieldValue]) {
    self.author = author
    rows = form.fields.enumerated().compactMap { index, field in
      guard let saved = theirs[field.id] else { return nil }
      let base = form.baseShown(index)
      guard saved.shown != base || field.value.shown != base else { return nil }
      return Row(
        id: field.id, label: field.label, base: base, yours: field.value.shown, theirs: saved.shown, theirValue: saved)
    }
  }

  /// Whether something has to be chosen before this can be saved.
  package var isOpen: Bool { rows.contains { $0.isContested && $0.keepsYours == nil } }
}
