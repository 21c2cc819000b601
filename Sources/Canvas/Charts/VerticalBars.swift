/// The bars of a chart that grow upwards from the zero of an upright axis, their names below.
struct VerticalBars {
  private let chart: BarChart
  private let range: ClosedRange<Double>

  init(_ chart: BarChart, _ range: ClosedRange<Double>) {
    self.chart = chart
    self.range = range
  }

  /// Draws the axis, as many categories as fit, those around the cursor, and their names.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let rows = area.inset(bottom: area.height >= 4 ? 2 : 0)
    let axis = Axis(range, most: PlotFrame.mostTicks(rows: rows.height), labels: chart.labels)
    let labelColumns = min(axis.labelColumns(glyphs: canvas.glyphs), 12)
    let hasLabels = area.width >= labelColumns + 12
    let plot = rows.inset(left: hasLabels ? labelColumns + 2 : 0)
    guard !plot.isEmpty else { return }
    if hasLabels { draw(axis, on: &canvas, in: plot, from: area.x, labelColumns) }
    let groups = chart.groupCount
    let most = max(1, plot.width / (groups + 1))
    let shown = min(most, chart.categories.count)
    let first = Scrolling.offset(0, keeping: chart.cursor, height: shown, count: chart.categories.count)
    let names = chart.categories.map { TextWidth.columns($0.name, glyphs: canvas.glyphs) }.max() ?? 0
    let slot = max(groups + 1, min(plot.width / max(1, shown), max(groups * 6 + 2, names + 1)))
    // Air on both sides where there is room for it.
    let width = max(1, (slot > groups * 2 + 1 ? slot - 2 : slot - 1) / groups)
    for place in 0..<shown {
      let index = first + place
      let x = plot.x + place * slot + (slot - width * groups) / 2
      for (group, value) in chart.categories[index].values.enumerated() {
        let bar = Rect(x: x + group * width, y: plot.y, width: width, height: plot.height)
        draw(value, group, axis, on: &canvas, in: bar.intersection(plot))
      }
      guard rows.height < area.height else { continue }
      let style: Style = chart.cursor == index ? Style.accent.bold : .muted
      let start = plot.x + place * slot + 1
      canvas.put(
        chart.categories[index].name, at: Point(x: start, y: area.bottom - 1), style: style,
        width: min(slot - 1, area.right - start), align: .centre)
    }
  }

  private func draw(_ axis: Axis, on canvas: inout Canvas, in plot: Rect, from left: Int, _ columns: Int) {
    let glyphs = canvas.glyphs
    canvas.fill(Rect(x: plot.x - 1, y: plot.y, width: 1, height: plot.height), with: glyphs.vertical, style: .border)
    canvas.put(glyphs.horizontal, at: Point(x: plot.x, y: plot.bottom), style: .border, count: plot.width)
    canvas.put(glyphs.bottomLeft, at: Point(x: plot.x - 1, y: plot.bottom), style: .border)
    for tick in axis.ticks {
      // A value is the upper edge of its bar: a tick stands in the row its bar fills.
      let height = (axis.share(of: tick.value) ?? 0) * Double(plot.height)
      let row = tick.value == axis.low ? plot.bottom : plot.bottom - Int(height.rounded())
      guard row <= plot.bottom, row >= plot.y else { continue }
      canvas.put(tick.label, at: Point(x: left, y: row), style: .muted, width: columns, align: .right)
      canvas.put(
        row == plot.bottom ? glyphs.bottomLeft : glyphs.teeRight, at: Point(x: plot.x - 1, y: row), style: .border)
    }
  }

  private func draw(_ value: Double?, _ group: Int, _ axis: Axis, on canvas: inout Canvas, in area: Rect) {
    let height = Double(area.height)
    let zero = (axis.share(of: 0) ?? 0) * height
    guard let value else {
      let y = area.bottom - 1 - Int(zero.rounded())
      canvas.put(
        area.width < 2 ? "?" : "--", at: Point(x: area.x, y: y), style: .muted, width: area.width, align: .centre)
      return
    }
    let end = (axis.share(of: value) ?? 0) * height
    let style = Style(.series(group))
    let glyphs = canvas.glyphs
    let sign = glyphs.barSign(group)
    // Rows count from the bottom; the zero line lies between two of them.
    let base = Int(zero.rounded())
    if value >= 0 {
      let eighths = Int(((end - Double(base)) * 8).rounded())
      let (full, part) = (max(0, eighths) / 8, max(0, eighths) % 8)
      let whole = Rect(x: area.x, y: area.bottom - base - full, width: area.width, height: full)
      canvas.fill(whole, with: sign, style: style)
      if part > 0 || (value > 0 && full == 0) {
        let top = Rect(x: area.x, y: whole.y - 1, width: area.width, height: 1)
        canvas.fill(top, with: glyphs.spark(max(0, part - 1)), style: style)
      }
    } else {
      let halves = max(1, Int(((Double(base) - end) * 2).rounded()))
      let whole = Rect(x: area.x, y: area.bottom - base, width: area.width, height: halves / 2)
      canvas.fill(whole, with: sign, style: style)
      if halves % 2 == 1 {
        canvas.fill(
          Rect(x: area.x, y: whole.bottom, width: area.width, height: 1), with: glyphs.upperHalf, style: style)
      }
    }
  }
}
