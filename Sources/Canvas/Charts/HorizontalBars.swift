/// The bars of a chart that grow to the right, each on a row of its own, its value at its end.
struct HorizontalBars {
  private let chart: BarChart
  private let low: Double
  private let high: Double

  init(_ chart: BarChart, _ range: ClosedRange<Double>) {
    self.chart = chart
    low = range.lowerBound
    high = range.upperBound
  }

  /// Draws as many categories as fit, those around the cursor, and says how many more there are.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let glyphs = canvas.glyphs
    let groups = chart.groupCount
    let names = chart.categories.map { TextWidth.columns($0.name, glyphs: glyphs) }.max() ?? 0
    let values = chart.categories.flatMap(\.values).map { TextWidth.columns(chart.text($0), glyphs: glyphs) }
    let nameColumns = min(names, 20, max(0, area.width / 3))
    let valueColumns = min(values.max() ?? 0, max(0, area.width - nameColumns - 4))
    let sides = low < 0 && high > 0 ? 2 : 1
    let track = Rect(
      x: area.x + nameColumns + 1 + (low < 0 ? valueColumns + 1 : 0), y: area.y,
      width: area.width - nameColumns - 1 - (valueColumns + 1) * sides, height: area.height)
    // A row of air between groups where there is room for all of it.
    let pitch = groups > 1 && (groups + 1) * chart.categories.count - 1 <= area.height ? groups + 1 : groups
    let fitting = max(1, (area.height + pitch - groups) / pitch)
    let overflows = chart.categories.count > fitting
    let shown = overflows ? max(1, (area.height - 1) / pitch) : fitting
    let first = Scrolling.offset(0, keeping: chart.cursor, height: shown, count: chart.categories.count)
    for (row, index) in (first..<min(chart.categories.count, first + shown)).enumerated() {
      let category = chart.categories[index]
      let y = area.y + row * pitch
      let style: Style = chart.cursor == index ? Style.accent.bold : .text
      canvas.put(category.name, at: Point(x: area.x, y: y), style: style, width: nameColumns)
      for group in 0..<groups {
        let value = group < category.values.count ? category.values[group] : nil
        draw(value, group, on: &canvas, in: track, y: y + group, valueColumns)
      }
    }
    if overflows, area.height > 1 {
      let hidden = chart.categories.count - shown
      canvas.put(
        "and \(Number.grouped(hidden)) more", at: Point(x: area.x, y: area.bottom - 1), style: .muted,
        width: area.width)
    }
  }

  private func draw(
    _ value: Double?, _ group: Int, on canvas: inout Canvas, in track: Rect, y: Int, _ valueColumns: Int
  ) {
    let glyphs = canvas.glyphs
    let text = chart.text(value)
    let length = high / 2 - low / 2
    guard track.width > 0, length > 0 else {
      canvas.put(text, at: Point(x: track.x, y: y), style: value == nil ? .muted : .text, width: valueColumns)
      return
    }
    // Where there are bars of both signs, a line at zero has a column of its own between them.
    let hasLine = low < 0
    let room = Double(track.width - (hasLine ? 1 : 0))
    let line = track.x + Int((-low / 2 / length * room).rounded())
    if hasLine { canvas.put(glyphs.vertical, at: Point(x: line, y: y), style: .border) }
    let zero = hasLine ? line + 1 : line
    guard let value else {
      canvas.put(text, at: Point(x: zero + 1, y: y), style: .muted)
      return
    }
    let style = Style(.series(group))
    let cells = abs(value) / 2 / length * room
    if value >= 0 {
      var end = zero + Int(cells.rounded(.down))
      if group == 0 {
        let bar = Bar(cells / Double(track.width), width: track.width, role: .series(group)).line(glyphs: glyphs)
        end = zero + canvas.put(bar, at: Point(x: zero, y: y))
      } else {
        end = max(end, zero + (value > 0 ? 1 : 0))
        canvas.fill(Rect(x: zero, y: y, width: end - zero, height: 1), with: glyphs.barSign(group), style: style)
      }
      canvas.put(text, at: Point(x: end + 1, y: y))
    } else {
      let start = line - max(1, Int(cells.rounded()))
      canvas.fill(Rect(x: start, y: y, width: line - start, height: 1), with: glyphs.barSign(group), style: style)
      canvas.put(text, at: Point(x: start - 1 - TextWidth.columns(text, glyphs: glyphs), y: y))
    }
  }
}
