/// Two rankings side by side, row by row: where each thing stood, where it stands, and which way it went.
///
/// ```
///   old  new         offer              score
///     1    3  ▼ 2    Sunset dinner     79 → 64
///     4    1  ▲ 3    +30 min parking   58 → 71
///     -    2  new    Free dessert       - → 66  no rain any more
/// ```
package struct Comparison: Sendable {
  /// One thing that is ranked.
  package struct Row: Equatable, Sendable {
    /// What it is called.
    package let title: String

    /// Its rank before, from one; `nil` when it was not ranked.
    package let before: Int?

    /// Its rank now; `nil` when it is no longer ranked.
    package let after: Int?

    /// Its score before, as it is to be read; may be empty.
    package let oldValue: String

    /// Its score now; may be empty.
    package let newValue: String

    /// Why it came, went or moved; may be empty.
    package let note: String

    /// A row.
    package init(
      _ title: String, before: Int?, after: Int?, oldValue: String = "", newValue: String = "", note: String = ""
    ) {
      self.title = title
      self.before = before
      self.after = after
      self.oldValue = oldValue
      self.newValue = newValue
      self.note = note
    }
  }

  /// In the order they are to be shown, usually that of the new ranks.
  package var rows: [Row]

  /// What the rows are: `offer`.
  package var subject: String

  /// What the values are: `score`.
  package var measure: String

  /// The row the keyboard is on.
  package var selection: Int?

  /// The first row in sight, if that keeps the selection in sight.
  package var offset: Int

  /// Whether it has the keyboard; without it the selection is only marked.
  package var isFocused: Bool

  /// What to say when there are no rows.
  package var emptyText: String

  /// A comparison of these rows.
  package init(
    _ rows: [Row], subject: String, measure: String = "score", selection: Int? = nil, offset: Int = 0,
    isFocused: Bool = true, emptyText: String = "Nothing is ranked, before or now."
  ) {
    self.rows = rows
    self.subject = subject
    self.measure = measure
    self.selection = selection
    self.offset = offset
    self.isFocused = isFocused
    self.emptyText = emptyText
  }

  /// Draws it as a table and returns where its rows are.
  @discardableResult
  package func draw(on canvas: inout Canvas, in area: Rect) -> TableLayout {
    table(canvas.glyphs).draw(on: &canvas, in: area)
  }

  /// How it went in a sign and a word or number: `▲ 3`, `▼ 2`, `=`, `new`, `gone`; empty for what was never ranked.
  package static func change(_ row: Row, glyphs: Glyphs) -> StyledLine {
    switch (row.before, row.after) {
    case (nil, nil): .empty
    case (nil, _?): StyledLine("new", .positive)
    case (_?, nil): StyledLine("gone", .negative)
    case (let old?, let new?) where old == new: StyledLine("=", .muted)
    case (let old?, let new?):
      // Ranks come from anywhere: their distance must not overflow.
      new < old
        ? StyledLine("\(glyphs.up) \(Number.grouped(old.subtractingReportingOverflow(new).partialValue))", .positive)
        : StyledLine("\(glyphs.down) \(Number.grouped(new.subtractingReportingOverflow(old).partialValue))", .warning)
    }
  }

  private func table(_ glyphs: Glyphs) -> Table {
    let values = rows.map { TextWidth.columns($0.oldValue, glyphs: glyphs) }.max() ?? 0
    let newValues = rows.map { TextWidth.columns($0.newValue, glyphs: glyphs) }.max() ?? 0
    let valueColumns = max(TextWidth.columns(measure, glyphs: glyphs), values + newValues + 3)
    let note = rows.map { TextWidth.columns($0.note, glyphs: glyphs) }.max() ?? 0
    let title = rows.map { TextWidth.columns($0.title, glyphs: glyphs) }.max() ?? 0
    let columns = [
      Column("old", align: .right, minimum: 3, ideal: 4, priority: 4),
      Column("new", align: .right, minimum: 3, ideal: 4, priority: 5),
      Column("", minimum: 5, ideal: 6, priority: 3),
      Column(subject, minimum: 10, ideal: max(10, min(title, 32)), isFlexible: true, priority: 6),
      Column(measure, align: .right, minimum: valueColumns, priority: 2),
      Column("why", minimum: max(3, min(note, 12)), ideal: max(3, min(note, 40)), isFlexible: note > 40, priority: 1),
    ].prefix(note > 0 ? 6 : 5)
    return Table(
      columns: Array(columns), rowCount: rows.count, selection: selection, offset: offset, isFocused: isFocused,
      emptyText: emptyText
    ) { row, column in Self.cell(rows[row], column, newValues, glyphs) }
  }

  private static func cell(_ row: Row, _ column: Int, _ newValues: Int, _ glyphs: Glyphs) -> StyledLine {
    switch column {
    case 0: StyledLine(row.before.map(Number.grouped) ?? "-", .muted)
    case 1: StyledLine(row.after.map(Number.grouped) ?? "-", row.after == nil ? .muted : .text)
    case 2: change(row, glyphs: glyphs)
    case 3: StyledLine(row.title, row.after == nil ? .muted : .text)
    case 4: values(row, newValues, glyphs)
    default: StyledLine(row.note, .muted)
    }
  }

  private static func values(_ row: Row, _ newValues: Int, _ glyphs: Glyphs) -> StyledLine {
    guard !row.oldValue.isEmpty || !row.newValue.isEmpty else { return .empty }
    let new = row.newValue.isEmpty ? "-" : row.newValue
    return [
      Span(row.oldValue.isEmpty ? "-" : row.oldValue, .muted), Span(" \(glyphs.right) ", .muted),
      Span(TextWidth.pad(new, to: newValues, align: .right, glyphs: glyphs)),
    ]
  }
}
