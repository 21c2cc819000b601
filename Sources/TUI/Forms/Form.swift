import Core

/// Some fields that are filled in together: a plain value, drawn over the screen and changed by keys.
///
/// ```swift
/// Form(
///   "Jump to a time", purpose: .jump, saveTitle: "Jump",
///   fields: [
///     .choice("day", "Day", [FieldOption("today"), FieldOption("tomorrow")]),
///     .clockTime("at", "Time", "17:42", help: "The town's own time, 00:00 to 23:59."),
///   ])
/// ```
///
/// What is wrong with a field is found by the field itself (a number, its range) and then by the purpose, which asks the
/// same validator as the command line; both answer ``InvalidInput`` with a field's id.
package struct Form: Equatable, Sendable {
  package let title: String
  /// Who acts and what saving means; may be empty.
  package let lines: [String]
  package let purpose: FormPurpose
  /// What saving is called: "Save", "Jump", "Export".
  package let saveTitle: String
  package internal(set) var fields: [Field]
  /// The field with the keyboard.
  package internal(set) var focus = 0
  /// The first row in sight where the fields do not all fit.
  package internal(set) var offset = 0
  /// What is wrong with the form as a whole, in words.
  package internal(set) var problem: String?
  /// The work that saves it, until that is answered; nothing is changed meanwhile.
  package internal(set) var saving: Job?
  /// What somebody else saved while this was filled in.
  package internal(set) var conflict: FormConflict?

  /// What is told beside the fields while they are filled in.
  package internal(set) var aside: ReachWatch?
  package internal(set) var preview: PreviewWatch?
  /// What else is to be known while they are filled in, a sentence each.
  package internal(set) var notes: [String] = []

  /// The fields as they were when the form was opened.
  private(set) var base: [FieldValue]

  package init(
    _ title: String, purpose: FormPurpose, lines: [String] = [], saveTitle: String = "Save", fields: [Field]
  ) {
    self.title = title
    self.lines = lines
    self.purpose = purpose
    self.saveTitle = saveTitle
    self.fields = fields
    base = fields.map(\.value)
    focus = fields.firstIndex { $0.disabledBecause == nil } ?? 0
  }

  /// Whether anything differs from what it was when the form was opened.
  package var isDirty: Bool { fields.indices.contains { isChanged($0) } }

  /// Whether a field differs from what it was when the form was opened.
  package func isChanged(_ index: Int) -> Bool {
    fields[index].value.shown != base[index].shown
  }

  /// What a field was when the form was opened, in words.
  package func baseShown(_ index: Int) -> String { base[index].shown }

  /// What a field was when the form was opened, or what somebody else saved since and this form has taken note of; nil
  /// if there is no such field.
  package func base(_ id: String) -> FieldValue? {
    fields.firstIndex { $0.id == id }.map { base[$0] }
  }

  /// Lets what stands in the fields now count as what the form began with.
  mutating func takeAsBase() { base = fields.map(\.value) }

  /// Takes what was decided about another's changes: theirs becomes what the form began with.
  mutating func settle(_ conflict: FormConflict) {
    for row in conflict.rows {
      guard let index = fields.firstIndex(where: { $0.id == row.id }) else { continue }
      base[index] = row.theirValue
      if row.keepsYours == false { fields[index].value = row.theirValue }
    }
    self.conflict = nil
  }

  /// What a field was when the form was opened, or what somebody else saved since; nil if there is no such field.
  func baseValue(_ id: String) -> FieldValue? { fields.firstIndex { $0.id == id }.map { base[$0] } }

  /// The field with the keyboard; nil in a form without fields.
  package var focused: Field? { fields.indices.contains(focus) ? fields[focus] : nil }

  /// What stands in a field; nil if there is no such field.
  package func value(_ id: String) -> FieldValue? { fields.first { $0.id == id }?.value }

  /// The text of a field as it was typed; empty if there is none.
  package func text(_ id: String) -> String { value(id)?.entry?.text ?? "" }

  /// The number in a field; nil while it is none.
  package func number(_ id: String) -> Double? { value(id)?.number }

  /// The id of the chosen option.
  package func choice(_ id: String) -> String? { value(id)?.chosen.first }

  /// The ids of all chosen options, in their order.
  package func choices(_ id: String) -> [String] { value(id)?.chosen ?? [] }

  /// Whether a toggle is on.
  package func isOn(_ id: String) -> Bool { value(id) == .toggle(true) }

  /// The time of day in a field; nil while it is none.
  package func clockTime(_ id: String) -> ClockTime? { ClockTime(parsing: text(id)) }

  /// The moment in a field; nil while it is none.
  package func instant(_ id: String) -> Timestamp? { value(id)?.instant }

  /// The position in a field; nil while it is none.
  package func position(_ id: String) -> Coordinate? { value(id)?.position }

  /// The amount in a field in minor units; nil while it is none.
  package func cents(_ id: String) -> Int64? { value(id)?.cents }

  /// Puts what was found wrong under the fields it concerns; what concerns none is said of the whole form.
  mutating func show(_ objections: [InvalidInput], onlyTouched: Bool) {
    problem = nil
    for index in fields.indices {
      let objection = objections.first { $0.field == fields[index].id }
      let isSilent = onlyTouched && !fields[index].isTouched
      fields[index].error = isSilent ? nil : objection.map { FormSentence.sentence(of: $0) }
    }
    let ids = Set(fields.map(\.id))
    if !onlyTouched, let other = objections.first(where: { !ids.contains($0.field) }) {
      problem = FormSentence.sentence(of: other, namesField: true)
    }
  }

  /// Gives the keyboard to the first field that is wrong.
  mutating func focusFirstError() {
    if let index = fields.firstIndex(where: { $0.error != nil }) { focus = index }
  }
}
