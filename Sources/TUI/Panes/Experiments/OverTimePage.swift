import Canvas
import Core

/// The page that shows the difference day by day, with the interval that holds on every one of them, and the always-valid
/// p below it.
struct OverTimePage {
  private let context: ExperimentPageContext

  /// The least rows of a chart that can be read.
  private static let leastRows = 7
  /// Of what is left, the chart of p takes this share.
  private static let shareOfP = 0.36

  init(_ context: ExperimentPageContext) {
    self.context = context
  }

  private var looks: [ExperimentLook] { context.analysis.looks }

  /// The chart, p, and how many looks there were.
  var sections: [PageSection] {
    guard context.analysis.verdict.showsLift else {
      return [context.text("", [StyledLine("The difference is hidden while the test is unhealthy.", .muted)])]
    }
    guard !looks.isEmpty else { return [context.text("", [StyledLine("Not started yet: no day to show.", .muted)])] }
    let room = context.size.height - words.rows(context.size.width) - 4
    let p = max(Self.leastRows, Int(Double(room) * Self.shareOfP))
    return [
      PageSection(heading, height: max(Self.leastRows, room - p)) { differences.draw(on: &$0, in: $1) },
      PageSection(pHeading, height: p) { probabilities.draw(on: &$0, in: $1) }, words,
    ]
  }

  private var heading: String {
    let unit = context.metric.isRate ? "points" : "money"
    return "Difference to A, \(unit), with the always-valid interval"
  }

  private var level: Double { DecisionLevels(confidence: context.design.confidence).look }

  private var pHeading: String {
    "Always-valid p, the smallest so far; it decides below \(ExperimentCells.level(level))"
  }

  /// The variant whose interval is drawn: the one to ship, else the one that is farthest from the control.
  private var shown: Int {
    if let arm = context.analysis.verdict.arm, arm > 0 { return arm - 1 }
    let differences = context.analysis.comparisons.map { abs($0.difference ?? 0) }
    return differences.indices.max { differences[$0] < differences[$1] } ?? 0
  }

  private var scale: Double { context.metric.isRate ? 100 : 0.01 }

  private var differences: LineChart {
    let order = [shown] + context.analysis.comparisons.indices.filter { $0 != shown }
    let series = order.map { variant in
      LineChart.Series(
        context.name(of: variant + 1), xs: places,
        values: looks.map { $0.variants[safe: variant]?.difference.map { $0 * scale } })
    }
    let intervals = looks.map { $0.variants[safe: shown]?.interval }
    // The first days' intervals are so wide that they would press all later ones flat.
    let reach = self.reach
    let band = LineChart.Band(
      "always valid", xs: places, lows: intervals.map { $0.map { max(-reach, $0.low * scale) } },
      highs: intervals.map { $0.map { min(reach, $0.high * scale) } })
    return LineChart(
      series, band: band, thresholds: [.init(0, "no difference")], unit: context.metric.isRate ? "points" : "$",
      xSteps: .days, xLabels: days, emptyText: "Too few people on every day so far.")
  }

  /// How far the chart goes to either side: four times the last interval, or what the differences need.
  private var reach: Double {
    let last = looks.last { $0.variants[safe: shown]?.interval != nil }?.variants[safe: shown]?.interval
    let width = last.map { max(abs($0.low), abs($0.high)) * scale } ?? 0
    let farthest = looks.flatMap(\.variants).compactMap(\.difference).map { abs($0) * scale }.max() ?? 0
    return max(width * 2, min(farthest, width * 4), 1e-9)
  }

  private var probabilities: LineChart {
    let series = context.analysis.comparisons.indices.map { variant in
      LineChart.Series(
        context.analysis.comparisons.count > 1 ? context.name(of: variant + 1) : "", xs: places,
        values: looks.map { $0.variants[safe: variant].map(\.running.value) })
    }
    return LineChart(
      series, thresholds: [.init(level, "decides")], xSteps: .days, xLabels: days,
      yLabels: AxisLabels { value, _ in Number.fixed(value, decimals: 2) })
  }

  private var words: PageSection {
    let count = looks.count
    let last = looks.last?.variants[safe: shown]
    var line: StyledLine = [
      Span("\(Quantity.count(count, "look"))", Style.text.bold),
      Span(" so far, one a day; today p \(ExperimentCells.p(last?.p ?? nil)), smallest "),
      Span(ExperimentCells.p(last?.running), Style.text.bold),
    ]
    line += StyledLine(". Looking does no harm here.", .muted)
    return context.text("", [line])
  }

  private var places: [Double] { looks.map { Double($0.day) } }

  private var days: AxisLabels {
    AxisLabels { value, _ in
      guard let day = Int(exactly: value.rounded()) else { return "" }
      return String(CivilDate(dayNumber: day).description.suffix(5))
    }
  }
}
