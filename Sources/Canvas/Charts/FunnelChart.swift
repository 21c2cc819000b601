/// How many remain after each step, one row a step: the count, a bar, the share of the step before with how many that
/// were, and how many were lost.
///
/// ```
/// shown     4,212 ████████████████████
/// viewed    1,930 █████████▏           45.8 % of 4,212   -2,282
/// accepted    611 ██▉                  31.7 % of 1,930   -1,319
/// ```
package struct FunnelChart: Sendable {
  /// From first to last.
  package var stages: [FunnelStrip.Stage]

  /// The step that is marked.
  package var cursor: Int?

  /// What to say where there is nothing to draw.
  package var emptyText: String

  /// A funnel of these steps.
  package init(_ stages: [FunnelStrip.Stage], cursor: Int? = nil, emptyText: String = "Nothing was shown yet.") {
    self.stages = stages
    self.cursor = cursor
    self.emptyText = emptyText
  }

  private static let shortestBar = 6

  /// Draws as many steps as fit. Where there is no room, first the losses go, then the shares, then the bars.
  /// Takes time in proportion to the steps and the cells of the area.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.plot(in: area) { canvas, area in
      guard stages.contains(where: { $0.count > 0 }) else {
        canvas.putEmpty(emptyText, in: area)
        return
      }
      let most = stages.map(\.count).max() ?? 1
      let glyphs = canvas.glyphs
      let columns = Columns(stages, width: area.width, glyphs: glyphs)
      for (index, stage) in stages.prefix(area.height).enumerated() {
        let y = area.y + index
        let style: Style = cursor == index ? Style.accent.bold : .text
        canvas.put(stage.name, at: Point(x: area.x, y: y), style: style, width: columns.name)
        var x = area.x + columns.name + 1
        canvas.put(
          Number.grouped(stage.count), at: Point(x: x, y: y), width: columns.count, align: .right)
        x += columns.count + 1
        if columns.bar > 0 {
          let bar = Bar(Double(stage.count) / Double(max(1, most)), width: columns.bar, role: .series1)
          canvas.put(bar.line(glyphs: glyphs), at: Point(x: x, y: y))
          x += columns.bar + 1
        }
        guard index > 0 else { continue }
        let before = stages[index - 1].count
        canvas.put(
          Number.rate(stage.count, of: before), at: Point(x: x, y: y), style: .muted, width: columns.rate)
        x += columns.rate + 1
        canvas.put(
          Self.loss(from: before, to: stage.count), at: Point(x: x, y: y),
          style: index == worst ? Style.warning : .muted, width: columns.loss, align: .right)
      }
    }
  }

  /// The step that loses the largest share of the one before; `nil` where none loses.
  var worst: Int? {
    let losing = stages.indices.dropFirst().filter { stages[$0].count < stages[$0 - 1].count }
    return losing.min { share($0) < share($1) }
  }

  private func share(_ index: Int) -> Double {
    Double(stages[index].count) / Double(max(1, stages[index - 1].count))
  }

  /// `-2,282`, `+12`, `0`.
  static func loss(from before: Int, to after: Int) -> String {
    let (change, overflow) = after.subtractingReportingOverflow(before)
    return overflow ? "--" : (change > 0 ? "+" : "") + Number.grouped(change)
  }

  /// How wide each part is.
  private struct Columns {
    var name = 0
    var count = 0
    var bar = 0
    var rate = 0
    var loss = 0

    init(_ stages: [FunnelStrip.Stage], width: Int, glyphs: Glyphs) {
      count = min(width, stages.map { Number.grouped($0.count).utf8.count }.max() ?? 0)
      name = min(stages.map { TextWidth.columns($0.name, glyphs: glyphs) }.max() ?? 0, max(0, width - count - 1), 18)
      let pairs = zip(stages, stages.dropFirst())
      let rates = pairs.map { Number.rate($1.count, of: $0.count).utf8.count }.max() ?? 0
      let losses = pairs.map { FunnelChart.loss(from: $0.count, to: $1.count).utf8.count }.max() ?? 0
      let free = width - name - count - 2
      for (rate, loss) in [(rates, losses), (rates, 0), (0, 0)] {
        let room = free - (rate > 0 ? rate + 1 : 0) - (loss > 0 ? loss + 1 : 0)
        guard room >= shortestBar || (rate == 0 && loss == 0) else { continue }
        (self.rate, self.loss, bar) = (rate, loss, room >= shortestBar ? room : 0)
        return
      }
    }
  }
}
