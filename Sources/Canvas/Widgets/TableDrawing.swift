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

  /// The sort mark stands behind the title; where the title takes the whole column, in the gap to the next.
  private func drawHeader(on canvas: inout Canvas, _ layout: TableLayout) {
    for (index, span) in layout.columns {
      let column = columns[index]
      let point = Point(x: span.lowerBound, y: layout.header.y)
      guard let sort, sort.column == index else {
        canvas.put(column.title, at: point, style: .header, width: span.count, align: column.align)
        continue
      }
      let sign = sort.isAscending ? canvas.glyphs.up : canvas.glyphs.down
      let needed = TextWidth.columns(column.title, glyphs: canvas.glyphs)
      if needed >= span.count, span.upperBound < layout.header.right {
        canvas.put(column.title, at: point, style: .header, width: span.count, align: column.align)
        canvas.put(sign, at: Point(x: span.upperBound, y: point.y), style: .header)
      } else {
        let title = TextWidth.clip(column.title, to: span.count - 1, glyphs: canvas.glyphs) + String(sign)
        canvas.put(title, at: point, style: .header, width: span.count, align: column.align)
      }
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
    canvas.restyle(Rect(x: layout.body.x, y: y, width: layout.body.width, height: 1)) {
      Style(.selection, $0.attributes.subtracting([.dim, .reverse]))
    }
  }
}
