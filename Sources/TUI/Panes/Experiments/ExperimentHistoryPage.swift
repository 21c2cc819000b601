import Canvas
import Core

/// The page that says what was asked, how people were divided, and who did what.
struct ExperimentHistoryPage {
  private let context: ExperimentPageContext

  private static let labelColumns = 16

  init(_ context: ExperimentPageContext) {
    self.context = context
  }

  /// What was done, and beside it what it is.
  var columns: [[PageSection]] { [[events], [facts, phases]] }

  private var events: PageSection {
    let history = context.sheet.history
    guard !history.isEmpty else { return context.text("What was done", [StyledLine("Nothing yet.", .muted)]) }
    return context.text(
      "What was done",
      history.map { event in
        [
          Span(moment(event.at) + "  ", .muted), Span(event.what), Span("  \(event.author)", .muted),
        ]
      })
  }

  private var facts: PageSection {
    let design = context.design
    var lines: [StyledLine] = []
    if !design.hypothesis.isEmpty { lines.append(StyledLine(design.hypothesis)) }
    lines.append(fact("decides", design.metric.title))
    for arm in design.arms.indices {
      let words = context.sheet.contents[safe: arm] ?? ""
      lines.append(fact(context.name(of: arm), words))
    }
    if let namespace = design.namespace {
      lines.append(
        fact(
          "namespace",
          "\(namespace.name), \(Number.percent(namespace.from, decimals: 0)) to \(Number.percent(namespace.to, decimals: 0))"
        ))
    }
    lines.append(
      fact("number", "experiment \(context.sheet.experiment.id), version \(context.sheet.experiment.version)"))
    return context.text("What it is", lines)
  }

  private var phases: PageSection {
    let phases = context.sheet.experiment.phases
    guard !phases.isEmpty else { return context.text("How people are divided", [StyledLine("Not yet.", .muted)]) }
    return context.text(
      "How people are divided",
      phases.reversed().map { phase in
        let weights = phase.weights.map { Number.percent($0, decimals: 1) }.joined(separator: " : ")
        return [
          Span("\(moment(phase.startedAt))  ", .muted),
          Span("phase \(phase.number), \(weights), \(Number.percent(phase.coverage, decimals: 0)) take part"),
        ]
      })
  }

  private func fact(_ label: String, _ words: String) -> StyledLine {
    [Span(TextWidth.pad(label, to: Self.labelColumns) + " ", .muted), Span(words)]
  }

  private func moment(_ instant: Timestamp) -> String { context.formats.moment(instant, in: context.state.zone) }
}
