/// One row that two people changed: what it was, what they made of it, what you made of it, field by field. Only fields
/// that both changed differently have to be decided; those carry a mark.
package struct ThreeWay: Sendable {
  /// One field in its three versions.
  package struct Row: Equatable, Sendable {
    /// What the field is called.
    package let field: String

    /// What it was when you began.
    package let base: String

    /// What you made of it.
    package let yours: String

    /// What is saved now.
    package let theirs: String

    /// Which one is kept; `nil` while that is not decided.
    package let kept: Side?

    /// Whether both changed it, and not to the same.
    package var isConflict: Bool { yours != theirs && yours != base && theirs != base }

    /// A field in its three versions.
    package init(_ field: String, base: String, yours: String, theirs: String, kept: Side? = nil) {
      self.field = field
      self.base = base
      self.yours = yours
      self.theirs = theirs
      self.kept = kept
    }
  }

  /// One of the two that can be kept.
  package enum Side: Equatable, Sendable {
    case yours, theirs
  }

  /// The fields that differ in any way.
  package let rows: [Row]

  /// Who saved in the meantime and when: `Ana R., 17:42`.
  package let theirName: String

  /// The row the keyboard is on.
  package let selection: Int?

  /// Versions side by side.
  package init(_ rows: [Row], theirName: String, selection: Int? = nil) {
    self.rows = rows
    self.theirName = theirName
    self.selection = selection
  }

  /// Draws it as a table and returns where its rows are.
  @discardableResult
  package func draw(on canvas: inout Canvas, in area: Rect) -> TableLayout {
    let glyphs = canvas.glyphs
    let columns = [
      Column("field", minimum: 8, ideal: 14, priority: 4),
      Column("before", minimum: 8, ideal: 16, isFlexible: true, priority: 1),
      Column("yours", minimum: 10, ideal: 18, isFlexible: true, priority: 3),
      Column("theirs \(theirName)", minimum: 10, ideal: 22, isFlexible: true, priority: 2),
    ]
    return Table(
      columns: columns, rowCount: rows.count, selection: selection, emptyText: "Both versions are the same."
    ) { index, column in
      let row = rows[index]
      switch column {
      case 0: return [Span(row.isConflict && row.kept == nil ? "! " : "  ", .warning), Span(row.field)]
      case 1: return StyledLine(row.base, .muted)
      case 2: return Self.version(row.yours, .yours, row, glyphs)
      default: return Self.version(row.theirs, .theirs, row, glyphs)
      }
    }.draw(on: &canvas, in: area)
  }

  private static func version(_ text: String, _ side: Side, _ row: Row, _ glyphs: Glyphs) -> StyledLine {
    let tick = row.kept == side ? "\(glyphs.check) " : "  "
    let style: Style = text == row.base ? .muted : row.isConflict ? .warning : .text
    return [Span(tick, Style.positive.bold), Span(text, row.kept == side ? .positive : style)]
  }
}
