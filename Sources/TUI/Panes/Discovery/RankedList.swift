import Canvas
import Core

/// Ranked offers, one a row; below the selected one the bars of its five factors.
struct RankedList {
  let table: TableState<RankedRow>
  let isFocused: Bool
  let context: CellContext

  private var rows: [RankedRow] { table.rows }
  private var selection: Int? { table.selectedRow }
  private var columns: [ListColumn<RankedRow>] { RankedRow.columns.filter(\.isDrawn) }

  /// Room before the first column: for the selection, and for marks where there are any.
  private var gutter: Int { table.markCount > 0 ? 2 : 1 }

  /// The rows in sight and how many lines of bars they have below them.
  private struct Window {
    let rows: Range<Int>
    let barLines: Int
    /// The one row with bars; nil when every row has room for its own.
    let expanded: Int?

    /// How many lines of bars a row has.
    func lines(below row: Int) -> Int { expanded == nil || expanded == row ? barLines : 0 }
  }

  /// Draws header, rows and bars, with a scrollbar where not all rows are in sight.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let (header, body) = area.splitTop(1)
    guard !header.isEmpty else { return }
    let window = window(body)
    let overflows = window.rows.count < rows.count
    let columns = fitted(in: area.width, overflows: overflows)
    drawHeader(columns, on: &canvas, in: header)
    var y = body.y
    for row in window.rows {
      draw(row, columns, on: &canvas, in: Rect(x: body.x, y: y, width: body.width, height: 1))
      y += 1
      let lines = Rect(x: body.x + 1, y: y, width: body.width - 3, height: window.lines(below: row))
      FactorBars(rows[row].offer).draw(on: &canvas, in: lines)
      y += lines.height
    }
    if overflows {
      Scrollbar(rows: window.rows, count: rows.count).draw(on: &canvas, in: body.splitRight(1).right)
    }
  }

  /// The row at a point of the screen.
  func row(at point: Point, in area: Rect) -> Int? {
    let body = area.splitTop(1).rest
    guard body.contains(point) else { return nil }
    let window = window(body)
    var y = body.y
    for row in window.rows {
      let height = 1 + window.lines(below: row)
      if point.y < y + height { return row }
      y += height
    }
    return nil
  }

  /// The column whose header is at a point of the screen, by its id.
  func headerColumn(at point: Point, in area: Rect) -> String? {
    let (header, body) = area.splitTop(1)
    guard header.contains(point) else { return nil }
    var x = header.x + gutter
    for (index, width) in fitted(in: area.width, overflows: window(body).rows.count < rows.count) {
      if (x...x + width).contains(point.x) { return columns[index].id }
      x += width + 1
    }
    return nil
  }

  private func fitted(in width: Int, overflows: Bool) -> [(index: Int, width: Int)] {
    Column.fit(columns.map { $0.column(context.formats) }, in: width - gutter - (overflows ? 2 : 0))
  }

  /// As many rows around the selection as fit, it and its bars always among them; on a high screen all have bars.
  private func window(_ body: Rect) -> Window {
    let wanted = selection == nil ? 0 : FactorBars.lines(width: body.width - 3)
    if rows.count * (1 + wanted) <= body.height {
      return Window(rows: rows.indices, barLines: wanted, expanded: nil)
    }
    let bars = body.height >= wanted + 2 ? wanted : 0
    let shown = max(0, min(rows.count, body.height - bars))
    let first = Scrolling.offset((selection ?? 0) - shown / 2, keeping: selection, height: shown, count: rows.count)
    return Window(rows: first..<min(rows.count, first + shown), barLines: bars, expanded: selection)
  }

  private func drawHeader(_ fitted: [(index: Int, width: Int)], on canvas: inout Canvas, in header: Rect) {
    var rest = header.inset(left: gutter)
    for (index, width) in fitted {
      let isAscending = table.sort.flatMap { $0.column == columns[index].id ? $0.isAscending : nil }
      columns[index].column.drawTitle(on: &canvas, in: rest, width: width, isAscending: isAscending)
      rest = rest.inset(left: width + 1)
    }
  }

  private func draw(_ row: Int, _ fitted: [(index: Int, width: Int)], on canvas: inout Canvas, in line: Rect) {
    var x = line.x + gutter
    for (index, width) in fitted {
      let column = columns[index]
      canvas.put(
        cell(rows[row], column, width: width, isSelected: row == selection), at: Point(x: x, y: line.y), width: width,
        align: column.column.align)
      x += width + 1
    }
    if table.marks.contains(rows[row].id) {
      canvas.put(canvas.glyphs.mark, at: Point(x: line.x + 1, y: line.y), style: .accent)
    }
    guard row == selection else { return }
    canvas.put(canvas.glyphs.selection, at: line.origin, style: Style.accent.bold)
    if isFocused { canvas.showSelected(line.inset(right: line.width - (x - 1 - line.x))) }
  }

  /// A cell's text; the bar of all parts takes the room there is, and plain text of the selected row is heavier.
  private func cell(_ row: RankedRow, _ column: ListColumn<RankedRow>, width: Int, isSelected: Bool) -> StyledLine {
    if column.id == "parts" { return FactorBars(row.offer).stacked(width: width, glyphs: context.glyphs) }
    let line = column.cell(row, context)
    guard isSelected, column.id == "score" || column.id == "offer" else { return line }
    return StyledLine(line.spans.map { Span($0.text, $0.style == .text ? Style.text.bold : $0.style) })
  }
}
