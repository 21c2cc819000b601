import Canvas
import Core

/// The page that says what is known: the verdict in plain words, the arms, each variant against the control, and what the
/// fixed tests would say.
struct ResultPage {
  private let context: ExperimentPageContext

  private static let stripColumns = 18

  init(_ context: ExperimentPageContext) {
    self.context = context
  }

  private var analysis: ExperimentAnalysis { context.analysis }
  private var showsLift: Bool { analysis.verdict.showsLift }

  /// What is known, and beside it where that comes from.
  var columns: [[PageSection]] {
    guard analysis.experiment.state != .draft else { return [[draft]] }
    return [[words, arms], showsLift ? [comparisons] + fixedTests : [hidden]]
  }

  private var draft: PageSection {
    context.text(
      "Nothing was counted yet",
      [StyledLine("It is a draft: nobody is divided and nothing is counted before it is started (a).", .muted)]
        + analysis.arms.indices.map { arm in
          [Span(context.name(of: arm)), Span("  \(context.sheet.contents[safe: arm] ?? "")", .muted)]
        })
  }

  private var words: PageSection {
    let verdict = analysis.verdict
    let arm = verdict.arm.map { " " + ExperimentWords.letter($0) } ?? ""
    let reason = verdict.reason.isEmpty ? "" : "  " + verdict.reason
    var lines: [StyledLine] = [[Span(verdict.kind.title + arm, verdict.kind.style), Span(reason, .muted)]]
    if analysis.experiment.state == .ended {
      let winner = analysis.experiment.winner.map { "for \(context.name(of: $0))" } ?? "without a winner"
      lines.append([
        Span("Ended ", Style.text.bold), Span(winner), Span("; this result does not change any more", .muted),
      ])
    }
    lines.append(StyledLine(verdict.text))
    return context.text("", lines)
  }

  /// Each arm with its rate and Wilson's interval, all on one scale.
  private var arms: PageSection {
    let arms = analysis.arms
    let metric = context.metric
    let intervals = arms.compactMap(\.interval).map { $0.low...max($0.low, $0.high) }
    let strip = IntervalStrip(
      fitting: intervals, reference: showsLift ? arms.first?.estimate : nil)
    let columns = [
      Column("arm", minimum: 10, ideal: 20, isFlexible: true, priority: 9),
      Column("people", align: .right, minimum: 7, priority: 7),
      Column(metric.pastTense, align: .right, minimum: 9, priority: 4),
      Column(metric == .revenue ? "mean" : "rate", align: .right, minimum: 7, priority: 8),
      Column("interval", minimum: metric.isRate ? 14 : 18, priority: 5),
      Column("", minimum: Self.stripColumns, priority: 3),
      Column("P(best)", align: .right, minimum: 7, priority: 6),
      Column("loss", align: .right, minimum: 6, priority: 2),
    ]
    let context = context
    let showsLift = showsLift
    return context.table(
      "Arms, \(metric.title)", columns, rows: arms.count
    ) { row, column in
      let arm = arms[row]
      switch column {
      case 0: return StyledLine(context.name(of: row))
      case 1: return StyledLine(Number.grouped(Int(clamping: arm.counts.exposures)))
      case 2:
        guard let count = metric.conversions(of: arm.counts) else {
          return StyledLine(context.formats.money(Money(cents: arm.counts.revenueCents, .usd)))
        }
        return StyledLine(Number.grouped(Int(clamping: count)))
      case 3: return StyledLine(showsLift ? ExperimentCells.estimate(arm.estimate, metric, context.formats) : "--")
      case 4: return StyledLine(showsLift ? Self.interval(arm.interval, metric, context.formats) : "", .muted)
      case 5:
        guard showsLift else { return .empty }
        let interval = arm.interval.map { $0.low...max($0.low, $0.high) }
        return strip.line(arm.estimate, interval, width: Self.stripColumns, glyphs: context.glyphs)
      case 6: return StyledLine(showsLift ? ExperimentCells.chance(arm.chanceOfBest) : "--")
      default: return StyledLine(showsLift ? Self.loss(arm.expectedLoss, metric, context.formats) : "--", .muted)
      }
    }
  }

  /// Each variant against the control, by the interval that holds at every look.
  private var comparisons: PageSection {
    let comparisons = analysis.comparisons
    let (metric, context) = (context.metric, context)
    let intervals = comparisons.compactMap(\.differenceInterval).map { $0.low...max($0.low, $0.high) }
    let strip = IntervalStrip(fitting: intervals)
    let confidence = comparisons.first?.confidence ?? context.design.confidence
    let columns = [
      Column("against A", minimum: 10, ideal: 18, isFlexible: true, priority: 7),
      Column(metric.isRate ? "points" : "difference", align: .right, minimum: metric.isRate ? 6 : 10, priority: 9),
      Column("always valid", minimum: metric.isRate ? 14 : 20, priority: 8),
      Column("", minimum: Self.stripColumns, priority: 4),
      Column("lift", minimum: 17, priority: 6),
      Column(comparisons.count > 1 ? "p, Holm" : "p", align: .right, minimum: 7, priority: 5),
      Column("P(>A)", align: .right, minimum: 5, priority: 3),
    ]
    let heading = "Difference to A, valid at every look (\(Words.number(confidence * 100)) %)"
    return context.table(heading, columns, rows: comparisons.count) { row, column in
      let one = comparisons[row]
      switch column {
      case 0: return StyledLine(context.name(of: one.arm))
      case 1: return StyledLine(ExperimentCells.difference(one.difference, metric, context.formats))
      case 2: return StyledLine(ExperimentCells.interval(one.differenceInterval, metric, context.formats))
      case 3:
        let interval = one.differenceInterval.map { $0.low...max($0.low, $0.high) }
        return strip.line(one.difference, interval, width: Self.stripColumns, glyphs: context.glyphs)
      case 4: return StyledLine(ExperimentCells.lift(one.lift, one.liftInterval), .muted)
      case 5: return StyledLine(ExperimentCells.p(one.pAdjusted))
      default: return StyledLine(ExperimentCells.chance(one.chance))
      }
    }
  }

  /// What tests for one look say, which is no reason to stop before the planned sample.
  private var fixedTests: [PageSection] {
    let isReached = analysis.progress.share >= 1
    let style: Style = isReached ? .text : .muted
    let planned = ExperimentWords.whole(context.design.plannedPerArm)
    var lines: [StyledLine] =
      isReached
      ? [] : [StyledLine("Not to be acted on before \(planned) people an arm: looked at daily they err.", .warning)]
    for comparison in analysis.comparisons {
      guard let fixed = comparison.fixed else { continue }
      let letter = analysis.comparisons.count > 1 ? "\(ExperimentWords.letter(comparison.arm)): " : ""
      let parts = FixedTestWords(fixed, context.metric, context.formats).lines
      lines += parts.enumerated().map { StyledLine(($0 == 0 ? letter : "") + $1, style) }
    }
    guard analysis.comparisons.contains(where: { $0.fixed != nil }) else { return [] }
    return [context.text("Fixed tests, for one read at the planned sample", lines)]
  }

  private var hidden: PageSection {
    let problems = analysis.health.problems.map { StyledLine("! \($0)", .negative) }
    guard !problems.isEmpty else {
      return context.text("No difference yet", [StyledLine("Nobody was seen in some arm so far.", .muted)])
    }
    return context.text(
      "The difference is hidden",
      problems + [
        StyledLine(
          "Numbers of arms that are not alike by chance say nothing about the arms. Health tells more.", .muted)
      ])
  }

  /// `[8.3, 12.0]`, in percent or money, without signs.
  private static func interval(_ interval: Interval?, _ metric: ExperimentMetric, _ formats: Formats) -> String {
    guard let interval else { return ExperimentCells.nothing }
    guard metric.isRate else {
      return
        "[\(ExperimentCells.estimate(interval.low, metric, formats)), \(ExperimentCells.estimate(interval.high, metric, formats))]"
    }
    return "[\(Number.fixed(interval.low * 100, decimals: 1)), \(Number.fixed(interval.high * 100, decimals: 1))]"
  }

  /// What choosing an arm is expected to cost: points, or money.
  private static func loss(_ loss: Double?, _ metric: ExperimentMetric, _ formats: Formats) -> String {
    guard let loss else { return ExperimentCells.nothing }
    guard metric.isRate else { return ExperimentCells.estimate(loss, metric, formats) }
    let points = Number.fixed(loss * 100, decimals: 2)
    return loss > 0 && points == "0.00" ? "<0.01" : points
  }
}

extension Array {
  /// The element at a place; nil where there is none.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
