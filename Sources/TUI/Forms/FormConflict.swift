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
  package internal(set) var rows: [Row]
  /// The row with the keyboard.
  package internal(set) var selection = 0

  /// What only one of the two changed is decided at once: that change is kept.
  /// - Parameter theirs: what is saved now, by the ids of the fields.
  package init(_ form: Form, author: String, theirs: [String: FieldValue]) {
    self.author = author
    rows = form.fields.enumerated().compactMap { index, field in
      guard let saved = theirs[field.id] else { return nil }
      let base = form.baseShown(index)
      guard saved.shown != base || field.value.shown != base else { return nil }
      var row = Row(
        id: field.id, label: field.label, base: base, yours: field.value.shown, theirs: saved.shown, theirValue: saved)
      if !row.isContested { row.keepsYours = row.theirs == base }
      return row
    }
    selection = rows.firstIndex { $0.keepsYours == nil } ?? 0
  }

  /// The next row from the selected one on that has to be decided, around the end; nil if everything is.
  var nextOpen: Int? {
    let order = Array(rows.indices.drop { $0 < selection }) + Array(rows.indices.prefix(selection))
    return order.first { rows[$0].keepsYours == nil }
  }

  /// Moves the keyboard as far as there are rows.
  mutating func move(by step: Int) {
    selection = min(max(0, selection + step), max(0, rows.count - 1))
  }

  /// Decides for the selected row; nil turns to the other side.
  mutating func keepYours(_ yours: Bool?) {
    guard rows.indices.contains(selection) else { return }
    rows[selection].keepsYours = yours ?? !(rows[selection].keepsYours ?? false)
  }
}
