/// One field of a form as it is drawn: what it is called, what is in it, and what is to be said about it.
package struct FormField: Equatable, Sendable {
  /// What is in a field.
  package enum Content: Equatable, Sendable {
    /// One line of text.
    case text(FieldText)
    /// A number as it is typed, and what it counts: `800 metres`.
    case number(FieldText, unit: String)
    /// A text of a known length as it is typed, and what is said of it: `2026-12-24 17:30 Thu`.
    case annotated(FieldText, columns: Int, note: String)
    /// One of several; all of them are shown where they fit. A selection that is none of them shows that nothing is
    /// chosen yet.
    case choice([String], selection: Int)
    /// Yes or no, and what yes means: `[x] only while it rains`.
    case toggle(Bool, String)
    /// Any number of several; the keyboard is on option `cursor`.
    case multiple([Option], cursor: Int)
    /// Text of several lines, `rows` high.
    case longText(FieldText, rows: Int)
    /// Something that is only told, never changed.
    case fact(String)
  }

  /// One of several that can be chosen together.
  package struct Option: Equatable, Sendable {
    /// Its name.
    package let title: String

    /// Whether it is chosen.
    package let isChosen: Bool

    /// An option.
    package init(_ title: String, isChosen: Bool = false) {
      self.title = title
      self.isChosen = isChosen
    }
  }

  /// What it is called.
  package let label: String

  /// What is in it.
  package let content: Content

  /// What is wrong with it, in a sentence that says what would be right; shown under the field.
  package var error: String?

  /// What it is for and which values it takes; shown below the form while it has the keyboard.
  package var help: String

  /// Why it cannot be changed now; `nil` when it can.
  package var disabledBecause: String?

  /// Whether it differs from what is saved; shown by a mark behind the label.
  package var isChanged: Bool

  /// A heading over it and those that follow; may be empty.
  package var section: String

  /// A field.
  package init(
    _ label: String, _ content: Content, error: String? = nil, help: String = "", disabledBecause: String? = nil,
    isChanged: Bool = false, section: String = ""
  ) {
    self.label = label
    self.content = content
    self.error = error
    self.help = help
    self.disabledBecause = disabledBecause
    self.isChanged = isChanged
    self.section = section
  }
}
