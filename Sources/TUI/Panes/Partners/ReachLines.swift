import Canvas
import Core

/// Whom an offer would reach, in words, beside its form or below it.
struct ReachLines {
  private let watch: ReachWatch

  init(_ watch: ReachWatch) {
    self.watch = watch
  }

  /// Beside the form, and in one line below it.
  var aside: FormAside { FormAside(column: column, line: line) }

  /// The rules that cost the most, each with what it costs and what it alone does.
  private var column: [StyledLine] {
    [StyledLine("Reach", .title), StyledLine("of the last 7 days' parked cars", .muted), .empty] + state
      + (watch.estimate.map { costs($0) } ?? [])
  }

  private var line: StyledLine {
    guard let estimate = watch.estimate else { return StyledLine("Reach  ", .muted) + (state.first ?? .empty) }
    let costs = estimate.costs.map { Span("  \($0.code.words) -\(Number.grouped($0.excluded))", .muted) }
    return [Span("Reach  ", .muted)] + share(estimate) + StyledLine(costs)
  }

  private var state: [StyledLine] {
    if let failure = watch.failure { return [StyledLine(failure, .negative)] }
    guard let estimate = watch.estimate else { return [StyledLine("being counted", .muted)] }
    guard estimate.sessions > 0 else { return [StyledLine("nobody has parked here in that time", .muted)] }
    let note = watch.isOld ? [StyledLine("before what is wrong was typed", .warning)] : []
    return [share(estimate)] + note + [.empty]
  }

  private func share(_ estimate: ReachEstimate) -> StyledLine {
    guard estimate.sessions > 0 else { return StyledLine("nobody has parked here in 7 days", .muted) }
    let share = Double(estimate.eligible) / Double(estimate.sessions)
    return [
      Span(Number.grouped(estimate.eligible), watch.isOld ? .muted : Style.text.bold),
      Span(" of \(Number.grouped(estimate.sessions)), \(Number.percent(share))", .muted),
    ]
  }

  private func costs(_ estimate: ReachEstimate) -> [StyledLine] {
    guard estimate.sessions > 0 else { return [] }
    guard !estimate.costs.isEmpty else { return [StyledLine("nothing keeps it from anybody", .positive)] }
    return estimate.costs.prefix(8).flatMap { cost -> [StyledLine] in
      let count = "-\(Number.grouped(cost.excluded))"
      let room = FormAside.usualColumns - count.utf8.count - 1
      let words = TextWidth.pad(TextWidth.clip(cost.code.words, to: room), to: room)
      let line: StyledLine = [Span(words + " "), Span(count, .warning)]
      guard cost.only > 0 else { return [line] }
      return [line, StyledLine("  \(Number.grouped(cost.only)) more without it", .muted)]
    }
  }
}
