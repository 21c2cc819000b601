import Canvas
import Core

/// A list in its border, with its filter below it.
struct ListPane<Row: ListRow> {
  let state: State
  let isFocused: Bool
  /// Whether there is anything to count yet.
  let isRead: Bool
  let title: String
  let table: TableState<Row>
  let columns: [ListColumn<Row>]
  /// What the rows are, as in "12 offers", and how many of them there are.
  let noun: String
  var total: Int?
  /// What the list says where it has no rows.
  let emptyText: String

  /// Draws the list; returns where the filter is being typed.
  /// - Parameter head: rows below the upper border that something else has.
  func draw(on canvas: inout Canvas, in area: Rect, below head: Int = 0) -> Point? {
    let shown = clickable(in: area, below: head).columns.map { columns[$0.index].id }
    let border = BorderText(table, noun, of: total, columns: shown)
      .fitted(beside: title, in: area.width, glyphs: canvas.glyphs)
    let panel = Panel(title, detail: isRead ? border : "", isFocused: isFocused)
    let (line, list) = FilterLine.split(panel.draw(on: &canvas, in: area).inset(top: head), table)
    let cursor = FilterLine(table)?.draw(on: &canvas, in: line)
    let drawn = drawing(canvas.glyphs)
    drawn.draw(on: &canvas, in: drawn.area(in: list))
    return cursor
  }

  /// The table and where it stands, for clicks.
  func clickable(in area: Rect, below head: Int = 0) -> TableLayout {
    let drawn = drawing(.unicode)
    return drawn.layout(in: drawn.area(in: FilterLine.split(area.inset(by: 1).inset(top: head), table).list))
  }

  /// The column whose header is at a point of the screen, by its id.
  func column(at point: Point, in area: Rect, below head: Int = 0) -> String? {
    clickable(in: area, below: head).headerColumn(at: point).map { columns[$0].id }
  }

  private func drawing(_ glyphs: Glyphs) -> Table {
    table.table(
      columns, isFocused: isFocused, emptyText: table.isFiltered ? FilterLine.nothing : emptyText,
      state.cellContext(glyphs))
  }
}
