/// A form laid out in rows for one width: which rows each field takes, and what is drawn there.
struct FormPlan {
  /// The rows of one field.
  struct Block {
    /// The first row, the heading's if there is one.
    let start: Int
    /// Rows of the heading with the blank row over it.
    let heading: Int
    /// Rows of the content, and of the label over it where labels have no column.
    let content: Int
    /// What is wrong, as lines.
    let error: [String]
    /// The first row after it.
    var end: Int { start + heading + content + error.count }
  }

  private let glyphs: Glyphs
  private let width: Int

  /// Columns before the content: mark, label, gap; zero where labels stand over their fields.
  let labelColumns: Int
  private(set) var blocks: [Block] = []

  /// Rows in all.
  var rowCount: Int { blocks.last?.end ?? 0 }

  /// With less room than this beside the labels they stand over the fields.
  private static let shortestContent = 22
  private static let longestLabel = 24

  init(_ form: FormView, width: Int, glyphs: Glyphs) {
    self.glyphs = glyphs
    self.width = width
    let longest = form.fields.map { TextWidth.columns($0.label, glyphs: glyphs) }.max() ?? 0
    let columns = min(longest, Self.longestLabel) + 5
    labelColumns = width - columns >= Self.shortestContent ? columns : 0
    var row = 0
    for field in form.fields {
      let heading = field.section.isEmpty ? 0 : row == 0 ? 1 : 2
      let content = (isStacked ? 1 : 0) + FormContent(field, glyphs: glyphs).height(width: contentWidth)
      let error = field.error.map { TextWidth.wrap($0, width: max(1, contentWidth - 2), glyphs: glyphs) } ?? []
      let block = Block(start: row, heading: heading, content: content, error: error)
      blocks.append(block)
      row = block.end
    }
  }

  private var isStacked: Bool { labelColumns == 0 }
  private var indent: Int { isStacked ? min(2, max(0, width - 1)) : labelColumns }
  private var contentWidth: Int { max(1, width - indent) }

  /// The first row in sight, so that the block of `focus` is, its content before its heading where not both fit.
  func firstRow(_ offset: Int, keeping focus: Int?, height: Int) -> Int {
    var first = Scrolling.offset(offset, keeping: nil, height: height, count: rowCount)
    guard let focus, blocks.indices.contains(focus), height > 0 else { return first }
    let block = blocks[focus]
    if block.end > first + height { first = block.end - height }
    let top = block.end - block.start <= height ? block.start : block.start + block.heading
    return min(first, top)
  }

  /// Draws the rows from `first` on that fit.
  func draw(_ form: FormView, on canvas: inout Canvas, in area: Rect, from first: Int) -> FormLayout {
    var layout = FormLayout()
    layout.offset = first
    for (index, block) in blocks.enumerated() where block.end > first && block.start < first + area.height {
      let field = form.fields[index]
      let top = area.y + block.start - first
      if block.heading > 0 {
        let y = top + block.heading - 1
        canvas.put(field.section, at: Point(x: area.x + 1, y: y), style: .title, width: max(0, area.width - 1))
      }
      let y = top + block.heading
      let isFocused = form.focus == index
      drawLabel(field, isFocused: isFocused, on: &canvas, at: Point(x: area.x, y: y), width: area.width)
      let content = Rect(
        x: area.x + indent, y: isStacked ? y + 1 : y, width: contentWidth, height: block.content - (isStacked ? 1 : 0))
      let whole = Rect(x: area.x, y: y, width: area.width, height: block.content).intersection(area)
      layout.targets.append(.init(field: index, option: nil, area: whole))
      let drawn = FormContent(field, glyphs: glyphs, isFocused: isFocused).draw(on: &canvas, in: content)
      for (option, place) in drawn.options.enumerated() {
        layout.targets.append(.init(field: index, option: option, area: place.intersection(area)))
      }
      if let cursor = drawn.cursor, area.contains(cursor) { layout.cursor = cursor }
      for (row, line) in block.error.enumerated() {
        let point = Point(x: area.x + indent, y: y + block.content + row)
        if row == 0 { canvas.put(glyphs.failed, at: point, style: Style.negative.bold) }
        canvas.put(line, at: Point(x: point.x + 2, y: point.y), style: .negative, width: max(0, contentWidth - 2))
      }
    }
    return layout
  }

  private func drawLabel(
    _ field: FormField, isFocused: Bool, on canvas: inout Canvas, at point: Point, width: Int
  ) {
    if isFocused { canvas.put(glyphs.selection, at: point, style: Style.accent.bold) }
    let style: Style = field.disabledBecause != nil ? .muted : isFocused ? Style.accent.bold : .text
    let room = isStacked ? max(0, width - 4) : labelColumns - 5
    let used = min(room, TextWidth.columns(field.label, glyphs: glyphs))
    canvas.put(field.label, at: Point(x: point.x + 2, y: point.y), style: style, width: used)
    if field.isChanged {
      canvas.put(glyphs.changed, at: Point(x: point.x + 2 + used, y: point.y), style: Style.accent.bold)
    }
  }
}
