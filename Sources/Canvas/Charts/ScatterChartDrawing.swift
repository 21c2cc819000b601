extension ScatterChart {
  private static let longestName = 20

  /// Draws the legend, the axes, whiskers, names and dots. Takes time in proportion to the items times the width of their
  /// names and whiskers, and to the cells of the area.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.plot(in: area) { canvas, area in
      let shown = items.indices.filter { items[$0].x.isFinite && items[$0].y.isFinite }
      guard !shown.isEmpty else {
        canvas.putEmpty(emptyText, in: area)
        return
      }
      let sizes = Axis.range(of: shown.compactMap { items[$0].size }, includingZero: true)
      let hasLegend = area.height >= 4
      if hasLegend { legend(sizes, width: area.width, canvas.glyphs).draw(on: &canvas, in: area) }
      let frame = PlotFrame(
        in: area.inset(top: hasLegend ? 1 : 0),
        x: .init(range: range(shown, \.x, \.xInterval, and: startsAtZero ? [0] : []), labels: xLabels),
        y: .init(range: range(shown, \.y, \.yInterval, and: reference.map { [$0.value] } ?? []), labels: yLabels),
        glyphs: canvas.glyphs)
      frame.draw(on: &canvas)
      canvas.clipped(to: frame.plot) { canvas in
        if let reference { frame.drawReference(reference.value, on: &canvas) }
        let whiskers = shown.map { Whiskers(items[$0], frame) }
        for lines in whiskers.reversed() { lines?.draw(on: &canvas) }
        let cells = cells(of: shown, frame)
        drawDots(shown, cells, sizes, on: &canvas)
        let label = reference.flatMap { frame.drawReferenceLabel($0.value, $0.label, on: &canvas) }
        let taken = whiskers.flatMap { $0?.lines ?? [] } + [label].compactMap(\.self)
        drawNames(shown, cells, around: taken, on: &canvas, frame)
        // A name that has to be there may lie on other dots.
        drawDots(shown, cells, sizes, on: &canvas)
      }
    }
  }

  private func range(
    _ shown: [Int], _ value: KeyPath<Item, Double>, _ interval: KeyPath<Item, ClosedRange<Double>?>, and more: [Double]
  ) -> ClosedRange<Double>? {
    let values = shown.flatMap { index in
      let item = items[index]
      return [item[keyPath: value]] + (item[keyPath: interval].map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
    return Axis.range(of: values + more)
  }

  private func legend(_ sizes: ClosedRange<Double>?, width: Int, _ glyphs: Glyphs) -> Legend {
    let titles = [yTitle, xTitle.isEmpty ? "" : "by \(xTitle)"].filter { !$0.isEmpty }.joined(separator: " ")
    var entries: [Legend.Entry] = []
    if let sizes, !sizeTitle.isEmpty {
      let signs = (0...3).map { String(glyphs.point($0)) }.joined()
      let scale = "\(sizeTitle) \(sizeLabels.text(sizes.lowerBound, 0)) to \(sizeLabels.text(sizes.upperBound, 0))"
      entries.append(Legend.Entry(sign: signs, style: Style(.series1), name: scale))
    }
    if let cursor, items.indices.contains(cursor) {
      let told = [(true, true), (false, true), (true, false), (false, false)].map { words($0, titled: $1, cursor) }
      // In full, else as much as there is room for.
      let fitting = told.first { TextWidth.columns($0, glyphs: glyphs) <= width } ?? items[cursor].name
      return Legend(unit: "", place: fitting, entries: [])
    }
    let shown = items.count { $0.x.isFinite && $0.y.isFinite }
    entries.append(Legend.Entry(sign: "n", style: .muted, name: Number.grouped(shown)))
    return Legend(unit: titles, entries: entries)
  }

  /// `Free parking  return 2.42 [2.10, 2.80]  spend $5,900  revenue $14.28k`.
  private func words(_ hasIntervals: Bool, titled: Bool, _ index: Int) -> String {
    let item = items[index]
    func part(_ title: String, _ value: Double, _ interval: ClosedRange<Double>?, _ labels: AxisLabels) -> String {
      (titled && !title.isEmpty ? title + " " : "") + Self.text(value, hasIntervals ? interval : nil, labels)
    }
    var parts = [
      item.name, part(yTitle, item.y, item.yInterval, yLabels), part(xTitle, item.x, item.xInterval, xLabels),
    ]
    if let size = item.size, !sizeTitle.isEmpty { parts.append(part(sizeTitle, size, nil, sizeLabels)) }
    return parts.joined(separator: "  ")
  }

  /// `2.42 [1.90, 3.10]`.
  private static func text(_ value: Double, _ interval: ClosedRange<Double>?, _ labels: AxisLabels) -> String {
    func one(_ value: Double) -> String { labels.text(value, value == value.rounded() || abs(value) >= 1_000 ? 0 : 2) }
    return one(value) + (interval.map { " [\(one($0.lowerBound)), \(one($0.upperBound))]" } ?? "")
  }

  /// Between which values an item lies, as lines.
  private struct Whiskers {
    private let column: Int
    private let upright: Rect?
    private let level: Rect?

    /// The cells they take.
    var lines: [Rect] { [upright, level].compactMap(\.self) }

    init?(_ item: Item, _ frame: PlotFrame) {
      guard let column = frame.visibleColumn(item.x), let row = frame.visibleRow(item.y) else { return nil }
      self.column = column
      upright = item.yInterval.flatMap { interval in
        guard let top = frame.row(interval.upperBound), let bottom = frame.row(interval.lowerBound), bottom > top else {
          return nil
        }
        return Rect(x: column, y: top, width: 1, height: bottom - top + 1)
      }
      level = item.xInterval.flatMap { interval in
        guard let left = frame.column(interval.lowerBound), let right = frame.column(interval.upperBound), right > left
        else { return nil }
        return Rect(x: left, y: row, width: right - left + 1, height: 1)
      }
    }

    func draw(on canvas: inout Canvas) {
      if let upright { canvas.fill(upright, with: canvas.glyphs.vertical, style: .border) }
      guard let level else { return }
      canvas.fill(level, with: canvas.glyphs.horizontal, style: .border)
      if level.x < column { canvas.put(canvas.glyphs.teeLeft, at: level.origin, style: .border) }
      if level.right - 1 > column {
        canvas.put(canvas.glyphs.teeRight, at: Point(x: level.right - 1, y: level.y), style: .border)
      }
    }
  }

  /// Where the dots are; nil for those out of sight.
  private func cells(of shown: [Int], _ frame: PlotFrame) -> [Point?] {
    shown.map { index in
      guard let column = frame.visibleColumn(items[index].x), let row = frame.visibleRow(items[index].y) else {
        return nil
      }
      return Point(x: column, y: row)
    }
  }

  private func drawNames(
    _ shown: [Int], _ cells: [Point?], around taken: [Rect], on canvas: inout Canvas, _ frame: PlotFrame
  ) {
    let labels = zip(shown, cells).map { index, cell in
      LabelPlacer.Item(
        cell: cell,
        width: min(Self.longestName, TextWidth.columns(items[index].name, glyphs: canvas.glyphs)),
        isNeeded: index == cursor)
    }
    for (place, index) in zip(LabelPlacer(labels, in: frame.plot, around: taken).places, shown) {
      guard let place else { continue }
      canvas.put(
        items[index].name, at: place.origin, style: index == cursor ? Style.accent.bold : .muted, width: place.width)
    }
  }

  private func drawDots(_ shown: [Int], _ cells: [Point?], _ sizes: ClosedRange<Double>?, on canvas: inout Canvas) {
    for (index, cell) in zip(shown, cells).reversed() {
      guard let cell else { continue }
      let size = items[index].size.flatMap { size in sizes.map { Self.size(size, in: $0) } } ?? 2
      let style = index == cursor ? Style.accent.bold.reverse : Style(.series1).bold
      canvas.put(canvas.glyphs.point(size), at: cell, style: style)
    }
  }

  /// Which of four dots: the larger half of the scale gets the two large ones, in equal steps.
  static func size(_ value: Double, in range: ClosedRange<Double>) -> Int {
    let length = range.upperBound / 2 - range.lowerBound / 2
    guard length > 0, value.isFinite else { return 2 }
    return min(3, max(0, Int((value / 2 - range.lowerBound / 2) / length * 4)))
  }
}
