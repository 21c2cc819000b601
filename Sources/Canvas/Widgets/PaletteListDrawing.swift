extension PaletteList {
  private static let keyColumns = 16
  private static let longestTitle = 34

  /// Draws the items in sight, a scrollbar where there are more, and the explanation of the selected one where rows
  /// have no room for it.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.clipped(to: area) { canvas in
      canvas.fill(area)
      guard count > 0 else {
        Paragraph(emptyText, .muted).draw(on: &canvas, in: area.inset(left: 2))
        return
      }
      let rows = rows(in: area)
      let explainsBelow = explainsBelow(area.width)
      let list = Rect(x: area.x, y: area.y, width: area.width, height: rows.count)
      let overflows = rows.count < count && area.width > 4
      let body = overflows ? list.inset(right: 2) : list
      let items = rows.map(item)
      let columns = Columns(items, width: body.width, explains: !explainsBelow, glyphs: canvas.glyphs)
      for (row, index) in rows.enumerated() {
        let line = Rect(x: body.x, y: body.y + row, width: body.width, height: 1)
        draw(items[row], isSelected: index == selection, columns, on: &canvas, in: line)
      }
      if overflows { Scrollbar(rows: rows, count: count).draw(on: &canvas, in: list.splitRight(1).right) }
      guard explainsBelow, let selection, rows.contains(selection), area.height > rows.count + 1 else { return }
      let chosen = items[selection - rows.lowerBound]
      let below = Rect(x: area.x + 2, y: list.bottom + 1, width: area.width - 2, height: 1)
      canvas.put(Self.explanation(of: chosen), at: below.origin, width: below.width)
    }
  }

  /// The columns of the rows in sight, so that they line up.
  private struct Columns {
    var title = 0
    var keys = 0
    var explanation = 0

    init(_ items: [Item], width: Int, explains: Bool, glyphs: Glyphs) {
      let room = max(0, width - 2)
      keys = min(keyColumns, items.map { TextWidth.columns($0.keys, glyphs: glyphs) }.max() ?? 0)
      if keys > room / 2 { keys = 0 }
      let beside = room - (keys > 0 ? keys + 2 : 0)
      guard explains else {
        title = beside
        return
      }
      let longest = items.map { TextWidth.columns($0.title, glyphs: glyphs) }.max() ?? 0
      title = min(longest, longestTitle, beside)
      explanation = beside - title - 2
      if explanation < 12 { (title, explanation) = (beside, 0) }
    }
  }

  private func draw(
    _ item: Item, isSelected: Bool, _ columns: Columns, on canvas: inout Canvas, in area: Rect
  ) {
    var x = area.x + 2
    let line = Self.title(of: item)
    var title = line
    // A reason is worth more than blank cells behind a title.
    if columns.explanation == 0, let reason = item.unavailable, !reason.isEmpty {
      title += StyledLine("  not now: \(reason)", .muted)
    }
    canvas.put(title, at: Point(x: x, y: area.y), width: columns.title)
    x += columns.title + 2
    if columns.explanation > 0 {
      canvas.put(Self.explanation(of: item), at: Point(x: x, y: area.y), width: columns.explanation)
    }
    if columns.keys > 0 {
      let point = Point(x: area.right - columns.keys, y: area.y)
      canvas.put(
        item.keys, at: point, style: item.unavailable == nil ? .key : .muted, width: columns.keys, align: .right)
    }
    guard isSelected else { return }
    canvas.put(canvas.glyphs.selection, at: area.origin, style: Style.accent.bold)
    canvas.showSelected(area)
  }

  private static func explanation(of item: Item) -> StyledLine {
    guard let reason = item.unavailable else { return StyledLine(item.explanation, .muted) }
    return StyledLine(reason.isEmpty ? "not now" : "not now: \(reason)", .muted)
  }

  /// The title with what was searched for marked.
  private static func title(of item: Item) -> StyledLine {
    let plain: Style = item.unavailable == nil ? .text : .muted
    guard !item.matched.isEmpty else { return StyledLine(item.title, plain) }
    let marked: Style = item.unavailable == nil ? Style.accent.bold.underline : plain.underline
    let matched = Set(item.matched)
    var spans: [Span] = []
    var run = ""
    var isMarked = false
    for (place, character) in item.title.enumerated() {
      if matched.contains(place) != isMarked {
        if !run.isEmpty { spans.append(Span(run, isMarked ? marked : plain)) }
        run = ""
        isMarked.toggle()
      }
      run.append(character)
    }
    if !run.isEmpty { spans.append(Span(run, isMarked ? marked : plain)) }
    return StyledLine(spans)
  }
}
