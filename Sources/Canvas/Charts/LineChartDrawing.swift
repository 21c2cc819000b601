extension LineChart {
  /// Which dots of a line are set, series by series: solid, dashed, dotted, dash and dot.
  private static let patterns: [UInt8] = [0xFF, 0b0001_1111, 0b0101_0101, 0b0010_0111]
  private static let brailleSigns = ["⠤⠤⠤⠤", "⠤⠄⠤⠄", "⠄⠄⠄⠄", "⠤⠄⠄⠤"]

  /// Draws the legend, the axes, the lines and the cursor. Takes time in proportion to the number of values, and to the
  /// cells of the area for each line.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.plot(in: area) { canvas, area in
      guard series.contains(where: { $0.values.contains { $0 != nil } }) else {
        canvas.putEmpty(emptyText, in: area)
        return
      }
      let nearest = cursor.flatMap(nearestPlace)
      let hasLegend = area.height >= 4 && (nearest != nil || !legend(at: nil, nil, canvas.glyphs).isEmpty)
      let frame = frame(in: area.inset(top: hasLegend ? 1 : 0), canvas.glyphs)
      if hasLegend { legend(at: nearest, frame, canvas.glyphs).draw(on: &canvas, in: area) }
      frame.draw(on: &canvas)
      guard !frame.plot.isEmpty else { return }
      canvas.clipped(to: frame.plot) { canvas in
        if let nearest, let column = frame.visibleColumn(nearest) {
          let line = Rect(x: column, y: frame.plot.y, width: 1, height: frame.plot.height)
          canvas.fill(line, with: canvas.glyphs.dashUpright, style: .muted)
        }
        if canvas.glyphs == .unicode { drawDots(on: &canvas, frame) } else { drawSigns(on: &canvas, frame) }
        drawSinglePoints(on: &canvas, frame)
        if let nearest { drawCursor(at: nearest, on: &canvas, frame) }
        for threshold in thresholds { frame.drawReferenceLabel(threshold.value, threshold.label, on: &canvas) }
      }
    }
  }

  private func frame(in area: Rect, _ glyphs: Glyphs) -> PlotFrame {
    let edges = band.map { $0.low.values + $0.high.values } ?? []
    let values = (series.flatMap(\.values) + edges).compactMap(\.self) + thresholds.map(\.value)
    let places = series.flatMap(\.xs) + (band?.low.xs ?? [])
    return PlotFrame(
      in: area,
      x: .init(range: Axis.range(of: places), steps: xSteps, labels: xLabels, isRounded: false),
      y: .init(range: Axis.range(of: values, includingZero: includesZero), labels: yLabels), glyphs: glyphs)
  }

  /// The place of a known value that is nearest to a place.
  private func nearestPlace(_ wanted: Double) -> Double? {
    guard !wanted.isNaN else { return nil }
    var best: Double?
    for series in series {
      for (x, value) in zip(series.xs, series.values) where value != nil {
        if best.map({ abs(x - wanted) < abs($0 - wanted) }) ?? true { best = x }
      }
    }
    return best
  }

  private func legend(at place: Double?, _ frame: PlotFrame?, _ glyphs: Glyphs) -> Legend {
    func text(_ value: Double) -> String { yLabels.text(value, frame?.y.readingDecimals(value) ?? 0) }
    var entries = series.enumerated().map { index, series in
      let sign =
        glyphs == .unicode ? Self.brailleSigns[index % 4] : String(repeating: String(glyphs.series(index)), count: 3)
      var entry = Legend.Entry(sign: sign, style: Style(.series(index)), name: series.name)
      if let place { entry.value = value(of: series, at: place).map(text) ?? "--" }
      return entry
    }
    if let band {
      var entry = Legend.Entry(sign: glyphs == .unicode ? "⠢⠢" : "::", style: .border, name: band.name)
      if let place, let low = value(of: band.low, at: place), let high = value(of: band.high, at: place) {
        entry.value = "[\(text(low)), \(text(high))]"
      }
      entries.append(entry)
    }
    let told = place.map { xLabels.text($0, $0 == $0.rounded() ? 0 : 2) } ?? ""
    return Legend(unit: unit, place: told, entries: entries)
  }

  private func value(of series: Series, at place: Double) -> Double? {
    series.xs.firstIndex(of: place).flatMap { series.values[$0] }
  }

  /// The band, over it the thresholds, over them the lines: a cell shows the dots of the uppermost only, so that each
  /// keeps its colour and its pattern.
  private func drawDots(on canvas: inout Canvas, _ frame: PlotFrame) {
    var band = BrailleField(size: frame.plot.size)
    shadeBand(&band, frame)
    band.draw(on: &canvas, at: frame.plot.origin)
    var marks = BrailleField(size: frame.plot.size)
    for threshold in thresholds where (frame.y.low...frame.y.high).contains(threshold.value) {
      guard let from = frame.place(x: frame.x.low, y: threshold.value),
        let to = frame.place(x: frame.x.high, y: threshold.value)
      else { continue }
      marks.line(from: from, to: to, role: .warning, pattern: 0b0011_0011)
    }
    marks.draw(on: &canvas, at: frame.plot.origin)
    var field = BrailleField(size: frame.plot.size)
    for (index, series) in series.enumerated() {
      var previous: BrailleField.Place?
      let places = zip(series.xs, series.values).lazy.map { x, value in value.flatMap { frame.place(x: x, y: $0) } }
      for place in BrailleField.outline(of: places) {
        if let previous, let place {
          field.line(
            from: previous, to: place, role: .series(index), priority: Int8(clamping: -index),
            pattern: Self.patterns[index % 4])
        }
        previous = place
      }
    }
    field.draw(on: &canvas, at: frame.plot.origin)
  }

  /// The lines of ASCII: in each column the sign of the series in the row it passes, and in the rows it climbs through.
  private func drawSigns(on canvas: inout Canvas, _ frame: PlotFrame) {
    var field = BrailleField(size: frame.plot.size)
    shadeBand(&field, frame)
    field.forEachCell { canvas.put(":", at: $0.moved(by: frame.plot.origin), style: .border) }
    for threshold in thresholds { frame.drawReference(threshold.value, on: &canvas) }
    for (index, series) in series.enumerated().reversed() {
      for place in 1..<max(1, series.xs.count) {
        guard let before = series.values[place - 1], let after = series.values[place],
          let from = frame.column(series.xs[place - 1]), let to = frame.column(series.xs[place]),
          let start = frame.row(before), let end = frame.row(after)
        else { continue }
        var last = start
        for column in from...max(from, to) where frame.plot.columns.contains(column) {
          let share = to > from ? Double(column - from) / Double(to - from) : 1
          let row = Int((Double(start) + share * Double(end - start)).rounded())
          let joined = row == last ? row : last + (row > last ? 1 : -1)
          for y in min(row, joined)...max(row, joined) {
            canvas.put(canvas.glyphs.series(index), at: Point(x: column, y: y), style: Style(.series(index)))
          }
          last = row
        }
      }
    }
  }

  /// Values without a neighbour, which no line would show.
  private func drawSinglePoints(on canvas: inout Canvas, _ frame: PlotFrame) {
    for (index, series) in series.enumerated().reversed() {
      for (place, value) in series.values.enumerated() {
        guard let value, place == 0 || series.values[place - 1] == nil,
          place + 1 == series.values.count || series.values[place + 1] == nil,
          let column = frame.visibleColumn(series.xs[place]), let row = frame.visibleRow(value)
        else { continue }
        let sign = canvas.glyphs == .unicode ? canvas.glyphs.point(1) : canvas.glyphs.series(index)
        canvas.put(sign, at: Point(x: column, y: row), style: Style(.series(index)))
      }
    }
  }

  private func drawCursor(at place: Double, on canvas: inout Canvas, _ frame: PlotFrame) {
    guard let column = frame.visibleColumn(place) else { return }
    // In ASCII the mark is the first series' sign.
    let mark = canvas.glyphs == .unicode ? canvas.glyphs.mark : canvas.glyphs.point(3)
    for (index, series) in series.enumerated().reversed() {
      guard let value = value(of: series, at: place), let row = frame.visibleRow(value) else { continue }
      canvas.put(mark, at: Point(x: column, y: row), style: Style(.series(index)).bold)
    }
  }

  /// A light pattern of dots between the edges, and a dotted line along them.
  private func shadeBand(_ field: inout BrailleField, _ frame: PlotFrame) {
    guard let band, band.low.xs.count > 1 else { return }
    for place in 1..<band.low.xs.count {
      guard let lowBefore = band.low.values[place - 1], let lowAfter = band.low.values[place],
        let highBefore = band.high.values[place - 1], let highAfter = band.high.values[place],
        let low = frame.place(x: band.low.xs[place - 1], y: lowBefore),
        let lowEnd = frame.place(x: band.low.xs[place], y: lowAfter),
        let high = frame.place(x: band.low.xs[place - 1], y: highBefore),
        let highEnd = frame.place(x: band.low.xs[place], y: highAfter)
      else { continue }
      for (edge, end) in [(low, lowEnd), (high, highEnd)] {
        field.line(from: edge, to: end, role: .border, pattern: 0b0101_0101)
      }
      let (from, to) = (Int(max(0, low.x).rounded(.up)), Int(min(Double(field.width - 1), lowEnd.x).rounded(.down)))
      for x in from..<max(from, to + 1) {
        let share = lowEnd.x > low.x ? (Double(x) - low.x) / (lowEnd.x - low.x) : 0
        let (bottom, top) = (low.y + share * (lowEnd.y - low.y), high.y + share * (highEnd.y - high.y))
        let first = Int(max(0, min(bottom, top)).rounded(.up))
        let last = Int(min(Double(field.height - 1), max(bottom, top)).rounded(.down))
        for y in first..<max(first, last + 1) where (x + y * 2) % 4 == 0 { field.dot(x: x, y: y, role: .border) }
      }
    }
  }
}
