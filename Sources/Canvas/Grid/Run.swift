/// Cells of one row in one style that are to be written: what a terminal needs to catch up.
package struct Run: Equatable, Sendable {
  /// The row.
  package let row: Int

  /// The leftmost column.
  package let column: Int

  /// What to write; safe, and exactly `width` columns.
  package let text: String

  /// How it looks.
  package let style: Style

  /// Columns.
  package let width: Int

  /// Text to be written at a place.
  package init(row: Int, column: Int, text: String, style: Style, width: Int) {
    self.row = row
    self.column = column
    self.text = text
    self.style = style
    self.width = width
  }
}
