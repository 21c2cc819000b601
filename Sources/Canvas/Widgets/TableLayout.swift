/// Where a table's parts stand: for drawing it, and for knowing what a click was on.
package struct TableLayout: Sendable {
  /// The header's row.
  package let header: Rect

  /// Where rows are drawn.
  package let body: Rect

  /// The rows in sight.
  package let rows: Range<Int>

  /// The shown columns and the screen columns each takes, from left to right.
  package let columns: [(index: Int, span: Range<Int>)]

  /// Where the scrollbar stands; `nil` when all rows are in sight.
  package let scrollbar: Rect?

  /// The screen column of the marks; `nil` for a table without marks.
  let markColumn: Int?

  init(_ table: Table, in area: Rect) {
    let (header, below) = area.splitTop(1)
    let overflows = table.rowCount > below.height && area.width > 4
    let (bar, body) = overflows ? below.splitRight(1) : (below.splitRight(0).right, below)
    self.header = header
    self.body = body
    scrollbar = overflows && !bar.isEmpty ? bar : nil
    let first = Scrolling.offset(
      table.offset, keeping: table.selection, height: body.height, count: table.rowCount)
    rows = first..<min(table.rowCount, first + body.height)
    markColumn = table.isMarked == nil ? nil : area.x + 1
    let gutter = table.isMarked == nil ? 1 : 2
    let room = area.width - gutter - (overflows ? 2 : 0)
    var x = area.x + gutter
    columns = Column.fit(table.columns, in: room).map { fitted in
      defer { x += fitted.width + 1 }
      return (index: fitted.index, span: x..<x + fitted.width)
    }
  }

  /// The row at a point of the screen; `nil` where there is none.
  package func row(at point: Point) -> Int? {
    guard body.contains(point) else { return nil }
    let row = rows.lowerBound + point.y - body.y
    return rows.contains(row) ? row : nil
  }

  /// The column whose header is at a point of the screen; `nil` where there is none.
  package func headerColumn(at point: Point) -> Int? {
    guard header.contains(point) else { return nil }
    return columns.first { $0.span.contains(point.x) || $0.span.upperBound == point.x }?.index
  }
}

/// Which part of a long list is in sight.
package enum Scrolling {
  /// The first item in sight: `offset` if it may stay, else the nearest that shows the selection and leaves no blank
  /// rows at the end.
  package static func offset(_ offset: Int, keeping selection: Int?, height: Int, count: Int) -> Int {
    guard height > 0, count > 0 else { return 0 }
    var first = min(max(0, offset), max(0, count - height))
    if let selection, (0..<count).contains(selection) {
      first = min(first, selection)
      first = max(first, selection - height + 1)
    }
    return first
  }

  /// The rows of a scrollbar of `height` rows that its thumb takes: at least one, at the very ends only when the list is.
  package static func thumb(height: Int, rows: Range<Int>, count: Int) -> Range<Int> {
    guard height > 0, count > rows.count else { return 0..<max(0, height) }
    let length = min(height, max(1, height * rows.count / count))
    let free = height - length
    let last = count - rows.count
    var start = (rows.lowerBound * free + last / 2) / max(1, last)
    if free > 1 {
      if rows.lowerBound > 0 { start = max(1, start) }
      if rows.lowerBound < last { start = min(free - 1, start) }
    }
    return start..<start + length
  }
}
