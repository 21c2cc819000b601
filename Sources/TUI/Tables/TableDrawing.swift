import Canvas

extension TableState {
  /// The list as a table of the canvas.
  /// - Parameters:
  ///   - columns: those to show, from left to right; nil is every one that has a place on screen.
  ///   - showsSelection: whether the selected row stands out also without the keyboard.
  package func table(
    _ columns: [ListColumn<Row>]? = nil, isFocused: Bool, showsSelection: Bool = true, emptyText: String,
    _ context: CellContext
  ) -> Table {
    let columns = columns ?? Row.columns.filter(\.isDrawn)
    let sorted = sort.flatMap { sort in columns.firstIndex { $0.id == sort.column }.map { ($0, sort.isAscending) } }
    let isShown = isFocused || showsSelection
    return Table(
      columns: columns.map { $0.column(context.formats) }, rowCount: rows.count,
      selection: isShown ? selectedRow : nil, offset: isShown ? offset : 0,
      sort: sorted.map { (column: $0.0, isAscending: $0.1) }, isFocused: isFocused, emptyText: emptyText,
      isMarked: marks.isEmpty ? nil : { marks.contains(rows[$0].id) }
    ) { row, column in
      columns[column].cell(rows[row], context)
    }
  }
}

/// The line above a list that says what it is narrowed to.
struct FilterLine {
  /// What a list says that the filter leaves empty.
  static let nothing = "No row has these words; esc takes the filter away."

  private let filter: TextEntry
  private let isTyping: Bool

  /// The line of a list; nil where it is not filtered.
  init?(_ table: any TableControl) {
    guard table.isFiltering || table.isFiltered else { return nil }
    filter = table.filter
    isTyping = table.isFiltering
  }

  /// Draws it over the first row of a list and returns where text is being typed.
  func draw(on canvas: inout Canvas, in area: Rect) -> Point? {
    canvas.put("/", at: area.origin, style: .key)
    let caret = filter.field.draw(on: &canvas, in: area.inset(left: 2))
    return isTyping ? caret : nil
  }

  /// The rows a list has left below its filter.
  static func split(_ inside: Rect, _ table: any TableControl) -> (line: Rect, list: Rect) {
    let (line, list) = inside.splitTop(table.isFiltering || table.isFiltered ? 1 : 0)
    return (line, list)
  }
}

extension TableControl {
  /// `131 parked`, or `12 of 131` where a filter hides some, and how many are marked.
  func countText(_ noun: String, of total: Int? = nil) -> String {
    let count =
      isFiltered
      ? "\(Number.grouped(count)) of \(Number.grouped(self.total))" : "\(Number.grouped(total ?? count)) \(noun)"
    return markCount > 0 ? "\(Number.grouped(markCount)) marked, \(count)" : count
  }
}
