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

  /// Draws it over its row and returns where text is being typed.
  func draw(on canvas: inout Canvas, in area: Rect) -> Point? {
    canvas.put("/", at: area.origin, style: .key)
    let caret = filter.field.draw(on: &canvas, in: area.inset(left: 2))
    return isTyping ? caret : nil
  }

  /// The rows a list has left above its filter: below it, so that the rows stay where they are when it comes and goes.
  static func split(_ inside: Rect, _ table: any TableControl) -> (line: Rect, list: Rect) {
    let (line, list) = inside.splitBottom(table.isFiltering || table.isFiltered ? 1 : 0)
    return (line, list)
  }
}

/// What a list says of itself on its border, at the right: how many rows are marked, what it is sorted by where no header
/// in sight says so, and how many rows there are. Where all of that has no room, the first that has.
struct BorderText {
  /// `131 parked`, or `12 of 131` where a filter hides some.
  private let count: String
  /// The number alone.
  private let bareCount: String
  private let marks: String
  /// The column in whose order the rows stand, if it is out of sight.
  private let sort: (title: String, isAscending: Bool)?

  /// - Parameters:
  ///   - noun: what the rows are; empty counts only what is filtered.
  ///   - total: how many there are, where not all of them are in the list.
  ///   - columns: the ids of those in sight.
  init(_ table: any TableControl, _ noun: String, of total: Int? = nil, columns: [String]) {
    let shown = Number.grouped(total ?? table.count)
    bareCount = noun.isEmpty ? "" : Number.grouped(table.count)
    count =
      table.isFiltered
      ? "\(Number.grouped(table.count)) of \(Number.grouped(table.total))" : noun.isEmpty ? "" : "\(shown) \(noun)"
    marks = table.markCount > 0 ? "\(Number.grouped(table.markCount)) marked" : ""
    let hidden = table.sort.flatMap { columns.contains($0.column) ? nil : $0 }
    sort = hidden.flatMap { sort in
      table.sortChoices.first { $0.column == sort.column }.map { ($0.title, sort.isAscending) }
    }
  }

  /// The text for the border of a panel so wide, with this title.
  func fitted(beside title: String, in width: Int, glyphs: Glyphs) -> String {
    let order = sort.map { "\($0.isAscending ? glyphs.up : glyphs.down) \($0.title)" } ?? ""
    let choices = [[marks, order, count], [marks, order], [marks, count], [marks], [order], [count], [bareCount]]
      .map { $0.filter { !$0.isEmpty }.joined(separator: ", ") }.filter { !$0.isEmpty }
    let room = width - TextWidth.columns(title, glyphs: glyphs) - 7
    return choices.first { TextWidth.columns($0, glyphs: glyphs) <= room } ?? ""
  }
}
