/// Rows under a header. Only the rows in sight are asked for, so a table of a million rows costs what a screen does.
///
/// ```swift
/// let table = Table(columns: columns, rowCount: offers.count, selection: 3) { row, column in
///   column == 0 ? StyledLine(offers[row].title) : StyledLine(offers[row].state, .muted)
/// }
/// let layout = table.draw(on: &canvas, in: area)
/// ```
package struct Table {
  /// From left to right.
  package var columns: [Column]

  /// How many rows there are.
  package var rowCount: Int

  /// The row the keyboard is on; drawn with a mark and in reverse.
  package var selection: Int?

  /// The first row in sight, if that keeps the selection in sight; else the nearest that does.
  package var offset: Int

  /// The column it is sorted by, marked in the header.
  package var sort: (column: Int, isAscending: Bool)?

  /// Whether it has the keyboard; without it the selection is only marked.
  package var isFocused: Bool

  /// What to say and what to do next when there are no rows.
  package var emptyText: String

  /// The rows that carry a mark; `nil` for a table without marks.
  package var isMarked: ((_ row: Int) -> Bool)?

  /// What stands in a row's column.
  package var content: (_ row: Int, _ column: Int) -> StyledLine

  /// A table whose cells are asked for when drawn.
  package init(
    columns: [Column], rowCount: Int, selection: Int? = nil, offset: Int = 0,
    sort: (column: Int, isAscending: Bool)? = nil, isFocused: Bool = true, emptyText: String = "Nothing here yet.",
    isMarked: ((_ row: Int) -> Bool)? = nil, content: @escaping (_ row: Int, _ column: Int) -> StyledLine
  ) {
    self.columns = columns
    self.rowCount = max(0, rowCount)
    self.selection = selection
    self.offset = offset
    self.sort = sort
    self.isFocused = isFocused
    self.emptyText = emptyText
    self.isMarked = isMarked
    self.content = content
  }

  /// A table of rows that are already there; missing cells are empty.
  package init(
    columns: [Column], rows: [[StyledLine]], selection: Int? = nil, offset: Int = 0,
    sort: (column: Int, isAscending: Bool)? = nil, isFocused: Bool = true, emptyText: String = "Nothing here yet."
  ) {
    self.init(
      columns: columns, rowCount: rows.count, selection: selection, offset: offset, sort: sort, isFocused: isFocused,
      emptyText: emptyText
    ) { row, column in
      column < rows[row].count ? rows[row][column] : .empty
    }
  }

  /// Where everything is, without drawing it.
  package func layout(in area: Rect) -> TableLayout { TableLayout(self, in: area) }
}
