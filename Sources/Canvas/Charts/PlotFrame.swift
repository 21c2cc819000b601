/// The frame of a chart with two axes: labels at the left and below, and where values lie in between.
///
/// ```
/// 60 ┤
///    │
///  0 ┤
///    ╰┬────┬────
///     9    12
/// ```
struct PlotFrame {
  /// The upright scale.
  let y: Axis

  /// The level scale.
  let x: Axis

  /// Where values are drawn; without the axes.
  let plot: Rect

  /// What the row of a value is.
  enum Rows {
    /// The row a dot is in.
    case dots
    /// The row that a bar of that height fills last; that of the lowest value is the axis.
    case bars
  }

  private let area: Rect
  private let rows: Rows
  private let hasLabelsLeft: Bool
  private let hasLabelsBelow: Bool

  /// A scale that has yet to know how many ticks there is room for.
  struct Scale {
    var range: ClosedRange<Double>?
    var steps = Axis.Steps.decimal
    var labels = AxisLabels.numbers
    var isRounded = true

    /// The axis with at most so many ticks.
    func axis(most: Int) -> Axis { Axis(range, most: most, steps: steps, isRounded: isRounded, labels: labels) }
  }

  /// Areas too small for axes get none, so that the data still shows.
  init(in area: Rect, x: Scale, y: Scale, rows kind: Rows = .dots, glyphs: Glyphs) {
    self.area = area
    rows = kind
    hasLabelsBelow = area.height >= 5
    let upright = y.axis(most: Self.mostTicks(rows: area.height - (hasLabelsBelow ? 2 : 0)))
    self.y = upright
    let labelColumns = min(upright.labelColumns(glyphs: glyphs), 12)
    hasLabelsLeft = area.width >= labelColumns + 14 && area.height >= 3 && !upright.ticks.isEmpty
    let left = hasLabelsLeft ? labelColumns + 2 : 0
    plot = area.inset(left: left, bottom: hasLabelsBelow ? 2 : 0)
    self.x = Self.level(x, width: plot.width, glyphs: glyphs)
  }

  /// A tick every other row; three of them as soon as there is room.
  static func mostTicks(rows: Int) -> Int { max(2, min(3, rows), rows / 2 + 1) }

  /// As many ticks as have room for their labels with two blanks between.
  private static func level(_ scale: Scale, width: Int, glyphs: Glyphs) -> Axis {
    var most = min(64, max(2, width / 4))
    while true {
      let axis = scale.axis(most: most)
      let needed = axis.ticks.count * (axis.labelColumns(glyphs: glyphs) + 2)
      if needed <= width + 2 || most <= 2 { return axis }
      most = min(most - 1, max(2, most * width / max(1, needed)))
    }
  }

  /// The column of a value, perhaps beyond the plot; `nil` where it cannot be told.
  func column(_ value: Double) -> Int? { cell(x.share(of: value), length: plot.width).map { plot.x + $0 } }

  /// The row of a value.
  func row(_ value: Double) -> Int? {
    switch rows {
    case .dots: cell(y.share(of: value).map { 1 - $0 }, length: plot.height).map { plot.y + $0 }
    case .bars: cell(y.share(of: value).map { 1 - $0 }, length: plot.height + 1).map { plot.y + $0 }
    }
  }

  /// The column of a value that lies on the scale.
  func visibleColumn(_ value: Double) -> Int? { column(value).flatMap { plot.columns.contains($0) ? $0 : nil } }

  /// The row of a value that lies on the scale.
  func visibleRow(_ value: Double) -> Int? { row(value).flatMap { plot.rows.contains($0) ? $0 : nil } }

  /// The place of a point among the dots of a braille field over the plot.
  func place(x: Double, y: Double) -> BrailleField.Place? {
    guard let across = self.x.share(of: x), let up = self.y.share(of: y), abs(across) < 1e6, abs(up) < 1e6 else {
      return nil
    }
    return BrailleField.Place(
      x: across * Double(max(0, plot.width * 2 - 1)), y: (1 - up) * Double(max(0, plot.height * 4 - 1)))
  }

  private func cell(_ share: Double?, length: Int) -> Int? {
    guard let share, abs(share) < 1e6, length > 0 else { return nil }
    return Int((share * Double(length - 1)).rounded())
  }

  /// Draws the axes with their ticks and labels, and a light line at zero where the scale goes below it.
  func draw(on canvas: inout Canvas) {
    let glyphs = canvas.glyphs
    if y.low < 0, y.high > 0, let zero = visibleRow(0) {
      canvas.put(glyphs.dash, at: Point(x: plot.x, y: zero), style: .border, count: plot.width)
    }
    if hasLabelsLeft {
      canvas.fill(Rect(x: plot.x - 1, y: plot.y, width: 1, height: plot.height), with: glyphs.vertical, style: .border)
      var last = Int.max
      for tick in y.ticks {
        guard let row = row(tick.value), row >= plot.y, row < last else { continue }
        last = row
        canvas.put(
          tick.label, at: Point(x: area.x, y: row), style: .muted, width: plot.x - area.x - 2, align: .right)
        if row < plot.bottom { canvas.put(glyphs.teeRight, at: Point(x: plot.x - 1, y: row), style: .border) }
      }
    }
    if hasLabelsBelow { drawLevelAxis(on: &canvas) }
  }

  /// Draws a light line across the plot at a value that matters.
  func drawReference(_ value: Double, on canvas: inout Canvas) {
    guard let row = visibleRow(value) else { return }
    canvas.put(canvas.glyphs.dash, at: Point(x: plot.x, y: row), style: .warning, count: plot.width)
  }

  /// Says what the value means: at either end of its line, where nothing is covered; else at the right end above it.
  /// - Returns: the cells it takes; nil where it has no room.
  @discardableResult
  func drawReferenceLabel(_ value: Double, _ label: String, on canvas: inout Canvas) -> Rect? {
    let width = TextWidth.columns(label, glyphs: canvas.glyphs)
    guard let row = visibleRow(value), width > 0, width + 2 <= plot.width else { return nil }
    let (left, right) = (plot.x + 1, plot.right - width)
    let places = [(right, row - 1), (right, row + 1), (left, row - 1), (left, row + 1)]
      .map { Rect(x: $0.0, y: $0.1, width: width, height: 1) }
      .filter { plot.intersection($0) == $0 }
    let free = places.first { place in
      place.columns.allSatisfy { canvas[Point(x: $0, y: place.y)].glyph.isBlank }
    }
    guard let place = free ?? places.first else { return nil }
    canvas.put(label, at: place.origin, style: .warning)
    return place
  }

  private func drawLevelAxis(on canvas: inout Canvas) {
    let glyphs = canvas.glyphs
    let line = plot.bottom
    canvas.put(glyphs.horizontal, at: Point(x: plot.x, y: line), style: .border, count: plot.width)
    if hasLabelsLeft { canvas.put(glyphs.bottomLeft, at: Point(x: plot.x - 1, y: line), style: .border) }
    var free = area.x
    for tick in x.ticks {
      guard let column = visibleColumn(tick.value) else { continue }
      let width = TextWidth.columns(tick.label, glyphs: glyphs)
      guard width > 0 else { continue }
      let start = min(max(column - width / 2, area.x), area.right - width)
      guard start >= free else { continue }
      canvas.put(glyphs.teeBottom, at: Point(x: column, y: line), style: .border)
      canvas.put(tick.label, at: Point(x: start, y: line + 1), style: .muted)
      free = start + width + 1
    }
  }
}
