extension Table {
  /// Draws header, rows in sight, selection and scrollbar, and returns where they are.
  @discardableResult
  package func draw(on canvas: inout Canvas, in area: Rect) -> TableLayout {
    let layout = layout(in: area)
    canvas.clipped(to: area) { canvas in
      canvas.fill(area)
      drawHeader(on: &canvas, layout)
      if rowCount == 0 {
        let text = Paragraph([StyledLine(emptyText, .muted)])
        text.draw(on: &canvas, in: layout.body.inset(left: 1, top: layout.body.height > 2 ? 1 : 0))
      }
      for row in layout.rows { draw(row: row, on: &canvas, layout) }
      if let bar = layout.scrollbar { Scrollbar(rows: layout.rows, count: rowCount).draw(on: &canvas, in: bar) }
    }
    return layout
  }

  private func drawHeader(on canvas: inout Canvas, _ layout: TableLayout) {
    for (index, span) in layout.columns {
      let cell = layout.header.inset(left: span.lowerBound - layout.header.x)
      let isAscending = sort.flatMap { $0.column == index ? $0.isAscending : nil }
      columns[index].drawTitle(on: &canvas, in: cell, width: span.count, isAscending: isAscending)
    }
  }

  private func draw(row: Int, on canvas: inout Canvas, _ layout: TableLayout) {
    let y = layout.body.y + row - layout.rows.lowerBound
    for (index, span) in layout.columns {
      let point = Point(x: span.lowerBound, y: y)
      canvas.put(content(row, index), at: point, width: span.count, align: columns[index].align)
    }
    if let x = layout.markColumn, isMarked?(row) == true {
      canvas.put(canvas.glyphs.mark, at: Point(x: x, y: y), style: .accent)
    }
    guard row == selection else { return }
    canvas.put(canvas.glyphs.selection, at: Point(x: layout.body.x, y: y), style: Style.accent.bold)
    guard isFocused else { return }
    canvas.showSelected(Rect(x: layout.body.x, y: y, width: layout.body.width, height: 1))
  }
}
