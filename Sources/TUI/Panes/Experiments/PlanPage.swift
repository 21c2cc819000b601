import Canvas
import Core

/// The page about how many people the question needs: what was planned, how far that is, and what fewer or more people
/// could show.
struct PlanPage {
  private let context: ExperimentPageContext
  /// The plan with what follows from it; nil of money of which nothing was paid yet.
  private let plan: ExperimentPlan?

  private static let labelColumns = 12
  private static let chartRows = 10

  init(_ context: ExperimentPageContext) {
    self.context = context
    let question = PlanQuestion(
      context.design, daily: context.analysis.progress.perDay, deviation: Self.deviation(context.analysis))
    plan = question.flatMap { try? ExperimentPlan($0) }
  }

  private var design: ExperimentDesign { context.design }

  /// The plan in numbers, and beside it the curve.
  var columns: [[PageSection]] { plan.map { [[facts, ways($0)], [curve($0)]] } ?? [[facts]] }

  private var facts: PageSection {
    let metric = design.metric
    let progress = context.analysis.progress
    let left =
      progress.daysLeft.map { $0 == 0 ? "reached" : "\(Quantity.count($0, "day")) left" }
      ?? (context.analysis.experiment.state == .draft ? "not started" : "days not known yet")
    var lines = [
      fact(
        "people",
        "\(ExperimentWords.whole(design.plannedPerArm)) in the smallest arm, \(ExperimentWords.whole(progress.planned)) in all"
      ),
      fact("baseline", ExperimentCells.estimate(design.baseline, metric, context.formats)), fact("effect", effect),
      fact("power", "\(Number.percent(design.power, decimals: 0)) to find it if it is there"),
      fact("confidence", "\(Number.percent(design.confidence, decimals: 0)) to find nothing if nothing is there"),
      fact("looks", looks), fact("days", "at least \(design.minimumDays)"),
      fact("so far", "\(Number.percent(min(1, progress.share), decimals: 0)), \(left)"),
    ]
    if let perDay = progress.perDay { lines.append(fact("a day", "\(Number.grouped(Int(perDay.rounded()))) people")) }
    return context.text("Planned", lines)
  }

  private var effect: String {
    let words = ExperimentCells.differenceWithUnit(design.effect, design.metric, context.formats)
    guard design.baseline > 0 else { return words }
    return "\(words), a lift of \(ExperimentWords.lift(design.effect / design.baseline))"
  }

  private var looks: String {
    let levels = DecisionLevels(confidence: design.confidence, alwaysValid: design.alwaysValid)
    return design.alwaysValid
      ? "every day at \(ExperimentCells.level(levels.look)), once at the end at \(ExperimentCells.level(levels.planned))"
      : "once, at the planned people, at \(ExperimentCells.level(levels.planned))"
  }

  /// Any one of people, power and effect from the others, at what was planned and at what is there.
  private func ways(_ plan: ExperimentPlan) -> PageSection {
    var lines = [fact("power then", "\(Number.percent(plan.power)) to find \(effect)")]
    if let days = plan.days { lines.append(fact("in all", "\(Quantity.count(days, "day")) at this many people a day")) }
    if let found = detectable(people: design.plannedPerArm, plan) {
      lines.append(
        fact("effect then", "\(difference(found)) is found \(Number.percent(design.power, decimals: 0)) of the time"))
    }
    let people = context.analysis.arms.map(\.counts.exposures).min() ?? 0
    if people > 1, context.analysis.progress.share < 1, let found = detectable(people: people, plan) {
      lines.append(fact("effect now", "\(difference(found)) with \(ExperimentWords.whole(people)) an arm"))
    }
    return context.text("What it can show", lines)
  }

  private func detectable(people: Int64, _ plan: ExperimentPlan) -> Double? {
    var question = plan.question
    (question.effect, question.power, question.perArm) = (nil, design.power, people)
    return (try? ExperimentPlan(question))?.effect
  }

  private func curve(_ plan: ExperimentPlan) -> PageSection {
    let points = plan.curve(points: 61)
    let chart = LineChart(
      [LineChart.Series("power", xs: points.map { Double($0.perArm) }, values: points.map(\.power))],
      thresholds: [.init(design.power, "planned")], unit: "by people an arm", cursor: Double(design.plannedPerArm),
      yLabels: .percent)
    let height = max(Self.chartRows, min(context.size.height - 2, 20))
    return PageSection("The chance to find \(difference(design.effect))", height: height) {
      chart.draw(on: &$0, in: $1)
    }
  }

  /// How much payments vary from person to person, from what was paid so far; nil where nothing was.
  private static func deviation(_ analysis: ExperimentAnalysis) -> Double? {
    let all = analysis.arms.reduce(ArmCounts()) { $0 + $1.counts }
    let (n, sum) = (Double(all.exposures), Double(all.revenueCents))
    guard n > 1 else { return nil }
    let variance = (all.revenueSquares - sum * sum / n) / (n - 1)
    return variance > 0 ? variance.squareRoot() : nil
  }

  private func difference(_ effect: Double) -> String {
    ExperimentCells.differenceWithUnit(effect, design.metric, context.formats)
  }

  private func fact(_ label: String, _ words: String) -> StyledLine {
    [Span(TextWidth.pad(label, to: Self.labelColumns) + " ", .muted), Span(words)]
  }
}
