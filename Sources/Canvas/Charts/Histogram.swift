/// How often which values occur: upright bars without gaps over round bins, with the median marked. See
/// ``HistogramBins`` for the rule that sets the bins.
package struct Histogram: Sendable {
  /// The numbers themselves; those that are infinite or no numbers are left out.
  package let values: [Double]

  /// What the numbers are: `minutes parked`.
  package var unit: String

  /// The value whose bin is told.
  package var cursor: Double?

  /// How edges are written.
  package var labels: AxisLabels

  /// What to say where there is nothing to draw.
  package var emptyText: String

  /// A histogram of these numbers.
  package init(
    _ values: [Double], unit: String = "", cursor: Double? = nil, labels: AxisLabels = .numbers,
    emptyText: String = "No data yet."
  ) {
    self.values = values
    self.unit = unit
    self.cursor = cursor
    self.labels = labels
    self.emptyText = emptyText
  }

  /// Draws the legend, the bars and their edges. Sorts the values each time: O(n log n), and the cells of the area.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.plot(in: area) { canvas, area in
      let bins = HistogramBins(values, most: max(1, min(40, (area.width - 8) / 2)))
      guard let first = bins.edges.first, let last = bins.edges.last, let most = bins.counts.max() else {
        canvas.putEmpty(emptyText, in: area)
        return
      }
      let hasLegend = area.height >= 4
      if hasLegend { legend(bins).draw(on: &canvas, in: area) }
      func frame(in area: Rect) -> PlotFrame {
        PlotFrame(
          in: area, x: .init(range: first...max(first, last), labels: labels, isRounded: false),
          y: .init(range: 0...Double(most), steps: .whole), rows: .bars, glyphs: canvas.glyphs)
      }
      let body = area.inset(top: hasLegend ? 1 : 0)
      // What is left over at the right is left empty, so that all bins are as wide.
      let frame = frame(in: body.inset(right: frame(in: body).plot.width % bins.counts.count))
      frame.draw(on: &canvas)
      guard !frame.plot.isEmpty else { return }
      let chosen = cursor.flatMap { Self.bin(of: $0, in: bins) }
      for (index, count) in bins.counts.enumerated() {
        draw(count, index, of: bins.counts.count, isChosen: index == chosen, on: &canvas, frame)
      }
      if let median = bins.median, let column = frame.visibleColumn(median), frame.plot.height > 2 {
        let line = Rect(x: column, y: frame.plot.y, width: 1, height: frame.plot.height)
        for y in line.rows where canvas[Point(x: column, y: y)].glyph.isBlank {
          canvas.put(canvas.glyphs.dashUpright, at: Point(x: column, y: y), style: .warning)
        }
      }
    }
  }

  /// The bin a value lies in; `nil` where none does.
  static func bin(of value: Double, in bins: HistogramBins) -> Int? {
    guard let last = bins.edges.last, let first = bins.edges.first, value >= first, value <= last else { return nil }
    return min(bins.counts.count - 1, (bins.edges.firstIndex { $0 > value } ?? bins.edges.count) - 1)
  }

  private func draw(
    _ count: Int, _ index: Int, of bins: Int, isChosen: Bool, on canvas: inout Canvas, _ frame: PlotFrame
  ) {
    let plot = frame.plot
    let from = plot.x + index * plot.width / bins
    let to = plot.x + (index + 1) * plot.width / bins
    guard to > from, count > 0, let share = frame.y.share(of: Double(count)) else { return }
    // A column of air between bins where they are wide enough to spare it.
    let width = to - from > 3 ? to - from - 1 : to - from
    let eighths = max(1, Int((share * Double(plot.height) * 8).rounded()))
    let style = isChosen ? Style.accent.bold : Style(.series1)
    let bar = Rect(x: from, y: plot.bottom - eighths / 8, width: width, height: eighths / 8)
    canvas.fill(bar, with: isChosen ? canvas.glyphs.shade(3) : canvas.glyphs.full, style: style)
    guard eighths % 8 > 0 else { return }
    canvas.fill(
      Rect(x: from, y: bar.y - 1, width: width, height: 1), with: canvas.glyphs.spark(eighths % 8 - 1), style: style)
  }

  private func legend(_ bins: HistogramBins) -> Legend {
    func text(_ value: Double) -> String { labels.text(value, value == value.rounded() ? 0 : 2) }
    var place = ""
    if let cursor, let bin = Self.bin(of: cursor, in: bins) {
      let share = Number.percent(Double(bins.counts[bin]) / Double(max(1, bins.total)))
      place = "\(text(bins.edges[bin])) to \(text(bins.edges[bin + 1])): \(Number.grouped(bins.counts[bin])), \(share)"
    }
    let entries = [
      Legend.Entry(sign: "n", style: .muted, name: Number.grouped(bins.total)),
      Legend.Entry(sign: "median", style: .warning, name: bins.median.map(text) ?? "--"),
    ]
    return Legend(unit: unit, place: place, entries: entries)
  }
}
