import Canvas
import Core

/// The page that says whether the result can be trusted: every check with what was found.
struct HealthPage {
  private let context: ExperimentPageContext

  /// What a check found.
  private enum Finding {
    case good, waiting, bad

    func sign(_ glyphs: Glyphs) -> Span {
      switch self {
      case .good: Span("\(glyphs.tick) ", .positive)
      case .waiting: Span("\(glyphs.dot) ", .muted)
      case .bad: Span("! ", Style.negative.bold)
      }
    }
  }

  private static let labelColumns = 18

  init(_ context: ExperimentPageContext) {
    self.context = context
  }

  private var analysis: ExperimentAnalysis { context.analysis }

  /// The split and who may be counted, and beside it whether there is enough and what must not get worse.
  var columns: [[PageSection]] {
    [[summary, split], [enough] + guardrails]
  }

  private var summary: PageSection {
    guard analysis.experiment.state != .draft else {
      return context.text("", [StyledLine("Not started yet: there is nothing to check.", .muted)])
    }
    let health = analysis.health
    guard !health.isHealthy else {
      return context.text(
        "", [[Finding.good.sign(context.glyphs), Span("Healthy: the arms can be compared.", .positive)]])
    }
    return context.text(
      "", health.problems.map { [Finding.bad.sign(context.glyphs), Span($0, .negative)] })
  }

  private var split: PageSection {
    let health = analysis.health
    let total = analysis.arms.reduce(0) { $0 + $1.counts.exposures }
    var lines = analysis.arms.enumerated().map { index, arm -> StyledLine in
      let expected = Double(total) * arm.weight
      return [
        Span(TextWidth.pad(context.name(of: index), to: Self.labelColumns) + " "),
        Span("\(Number.grouped(Int(clamping: arm.counts.exposures)))"),
        Span(
          "  expected \(Number.grouped(Int(expected.rounded()))), \(Number.percent(arm.weight, decimals: 1))", .muted),
      ]
    }
    lines.append(
      check(
        "split", health.sampleRatioP.map { $0.value < 0.001 ? .bad : .good } ?? .waiting,
        health.sampleRatioP == nil
          ? "nobody yet" : "p \(ExperimentCells.p(health.sampleRatioP)); an alarm below 0.001"))
    lines.append(
      check(
        "split, daily", total == 0 ? .waiting : health.sampleRatioRunning.value < 0.001 ? .bad : .good,
        "p \(ExperimentCells.p(health.sampleRatioRunning)), the smallest of the monitor"))
    lines.append(
      check("in one arm only", health.inTwoArms == 0 ? .good : .bad, people(health.inTwoArms, "in two arms")))
    lines.append(
      check(
        "in no closed arm", health.inZeroWeightArms == 0 ? .good : .bad,
        people(health.inZeroWeightArms, "in an arm without weight")))
    return context.text("Who is compared", lines)
  }

  private var enough: PageSection {
    let design = context.design
    let progress = analysis.progress
    var lines = [
      check(
        "days", analysis.day >= design.minimumDays ? .good : .waiting,
        "\(analysis.day) of at least \(design.minimumDays)"),
      check(
        "people", progress.share >= 1 ? .good : .waiting,
        "\(Number.percent(min(1, progress.share), decimals: 0)) of \(Number.grouped(Int(clamping: design.plannedPerArm))) an arm"
      ),
    ]
    if let perDay = progress.perDay {
      let left = progress.daysLeft.map { $0 > 0 ? ", \(Quantity.count($0, "day")) left" : "" } ?? ""
      lines.append(check("a day", .good, "\(Number.grouped(Int(perDay.rounded()))) people\(left)"))
    }
    if context.metric.isRate {
      for (index, arm) in analysis.arms.enumerated() {
        let yes = context.metric.conversions(of: arm.counts) ?? 0
        let no = max(0, arm.counts.exposures - yes)
        lines.append(
          check(
            "conversions \(ExperimentWords.letter(index))", min(yes, no) >= 5 ? .good : .waiting,
            "\(Number.grouped(Int(clamping: yes))) and \(Number.grouped(Int(clamping: no))) without; at least 5 each"))
      }
    }
    return context.text("Whether there is enough", lines)
  }

  private var guardrails: [PageSection] {
    guard !context.design.guardrails.isEmpty else {
      return [context.text("Guardrails", [StyledLine("None: nothing else has to stay as good.", .muted)])]
    }
    let lines = analysis.guardrails.map { result -> StyledLine in
      let metric = result.guardrail.metric
      let finding: Finding =
        switch result.state {
        case .ok: .good
        case .unclear: .waiting
        case .significantlyWorse: .bad
        }
      let margin = ExperimentCells.differenceWithUnit(result.guardrail.margin, metric, context.formats)
      let harm =
        result.harm.map {
          "worse by \(ExperimentCells.differenceWithUnit($0, metric, context.formats)) "
            + "\(ExperimentCells.interval(result.interval, metric, context.formats)), allowed \(margin)"
        } ?? "nobody yet, allowed \(margin)"
      return check(
        "\(metric.rawValue) \(ExperimentWords.letter(result.arm))", finding, "\(result.state.words): \(harm)")
    }
    return [context.text("Guardrails", lines)]
  }

  private func check(_ label: String, _ finding: Finding, _ words: String) -> StyledLine {
    [
      finding.sign(context.glyphs), Span(TextWidth.pad(label, to: Self.labelColumns - 2) + " ", .muted),
      Span(words, finding == .bad ? .negative : .text),
    ]
  }

  private func people(_ count: Int64, _ what: String) -> String {
    count == 0 ? "nobody \(what)" : "\(Quantity.count(Int(clamping: count), "person", "people")) \(what)"
  }
}

extension GuardrailResult.State {
  /// As on the page.
  fileprivate var words: String {
    switch self {
    case .ok: "no harm"
    case .unclear: "unclear"
    case .significantlyWorse: "significantly worse"
    }
  }
}
