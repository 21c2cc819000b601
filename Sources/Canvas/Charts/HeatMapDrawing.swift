extension HeatMap {
  private static let widestCell = 6

  /// Draws the names, the cells and the legend. Takes time in proportion to the values, which all share one scale, and to
  /// the cells of the area.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.plot(in: area) { canvas, area in
      guard !rows.isEmpty, !columns.isEmpty, let range = layer.range else {
        canvas.putEmpty(emptyText, in: area)
        return
      }
      let glyphs = canvas.glyphs
      let hasLegend = area.height >= 4
      if hasLegend { drawLegend(range, on: &canvas, in: area.splitBottom(1).bottom) }
      let body = area.inset(bottom: hasLegend ? 1 : 0)
      let names = min(rows.map { TextWidth.columns($0, glyphs: glyphs) }.max() ?? 0, 14, max(0, area.width / 3))
      let grid = body.inset(left: names > 0 ? names + 1 : 0, top: body.height >= 3 ? 1 : 0)
      guard !grid.isEmpty else { return }
      let width = min(Self.widestCell, max(second == nil ? 1 : 2, grid.width / columns.count))
      let across = Self.window(columns.count, room: grid.width / width, keeping: cursor?.column)
      let down = Self.window(rows.count, room: grid.height, keeping: cursor?.row)
      drawColumnNames(across, width, on: &canvas, in: Rect(x: grid.x, y: grid.y - 1, width: grid.width, height: 1))
      for (y, row) in down.enumerated() {
        let style: Style = cursor?.row == row ? Style.accent.bold : .muted
        canvas.put(rows[row], at: Point(x: area.x, y: grid.y + y), style: style, width: names, align: .right)
        for (x, column) in across.enumerated() {
          let cell = Rect(x: grid.x + x * width, y: grid.y + y, width: width, height: 1)
          draw(Place(row: row, column: column), range, on: &canvas, in: cell.intersection(grid))
        }
      }
    }
  }

  /// The rows or columns in sight: all, or those around the cursor.
  private static func window(_ count: Int, room: Int, keeping cursor: Int?) -> Range<Int> {
    let first = Scrolling.offset(0, keeping: cursor, height: room, count: count)
    return first..<min(count, first + max(0, room))
  }

  private func draw(_ place: Place, _ range: ClosedRange<Double>, on canvas: inout Canvas, in cell: Rect) {
    // A column of air between cells that can spare it.
    let inside = cell.width > 2 ? cell.inset(right: 1) : cell
    if let second, let secondRange = second.range {
      let (left, right) = inside.splitLeft((inside.width + 1) / 2)
      fill(layer.value(place.row, place.column), range, .series1, on: &canvas, in: left)
      fill(second.value(place.row, place.column), secondRange, .series2, on: &canvas, in: right)
    } else {
      fill(layer.value(place.row, place.column), range, .series1, on: &canvas, in: inside)
    }
    guard place == cursor else { return }
    let middle = Point(x: inside.x + inside.width / 2, y: inside.y)
    canvas.put(canvas.glyphs.mark, at: middle, style: Style.accent.bold.reverse)
  }

  private func fill(
    _ value: Double?, _ range: ClosedRange<Double>, _ role: Role, on canvas: inout Canvas, in area: Rect
  ) {
    guard let value else { return }
    let level = Self.level(value, in: range)
    canvas.fill(area, with: canvas.glyphs.shade(level), style: level == 0 ? .border : Style(role))
  }

  private func drawColumnNames(_ shown: Range<Int>, _ width: Int, on canvas: inout Canvas, in area: Rect) {
    var free = area.x
    for (place, column) in shown.enumerated() {
      let x = area.x + place * width
      let needed = TextWidth.columns(columns[column], glyphs: canvas.glyphs)
      guard x >= free, x + needed <= area.right else { continue }
      canvas.put(
        columns[column], at: Point(x: x, y: area.y), style: cursor?.column == column ? Style.accent.bold : .muted)
      free = x + needed + 1
    }
  }

  /// What the cursor is on, and what the signs mean: `Fri 17  parked 42  · 0 ░▒▓█ 42`.
  private func drawLegend(_ range: ClosedRange<Double>, on canvas: inout Canvas, in area: Rect) {
    var line = StyledLine.empty
    let layers =
      [(layer, range, Role.series1)]
      + (second.flatMap { second in second.range.map { [(second, $0, Role.series2)] } } ?? [])
    if let cursor, rows.indices.contains(cursor.row), columns.indices.contains(cursor.column) {
      line += [Span("\(rows[cursor.row]) \(columns[cursor.column])", .title), Span("  ")]
    }
    for (number, (layer, range, role)) in layers.enumerated() {
      if number > 0 { line += "   " }
      if !layer.name.isEmpty { line += StyledLine(layer.name + " ") }
      if let cursor {
        line += StyledLine((layer.value(cursor.row, cursor.column).map(text) ?? "--") + " ", .title)
      }
      let signs = (1...4).map { String(canvas.glyphs.shade($0)) }.joined()
      line += [
        Span("\(text(range.lowerBound)) ", .muted), Span(String(canvas.glyphs.shade(0)), .border),
        Span(signs, Style(role)), Span(" \(text(range.upperBound))", .muted),
      ]
    }
    canvas.put(line, at: area.origin, width: area.width)
  }

  private func text(_ value: Double) -> String { labels.text(value, value == value.rounded() ? 0 : 2) }
}
