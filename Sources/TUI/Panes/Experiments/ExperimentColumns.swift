import Canvas
import Core

/// The list of experiments.
extension ExperimentRow: ListRow {
  package var id: Experiment.ID { summary.id }

  package static let listName = "experiments"

  private static let barColumns = 5
  private static let stripColumns = 13

  package static let columns: [ListColumn<Self>] = facts + numbers + outcome + files

  private static let facts: [ListColumn<Self>] = [
    ListColumn(
      "experiment", Column("experiment", minimum: 12, ideal: 16, isFlexible: true, priority: 12),
      key: { .text($0.summary.name) }, words: { $0.summary.name }, value: { row, _ in .string(row.summary.name) },
      cell: { row, context in
        let mark = context.changes.contains(.experiment(row.id)) ? String(context.glyphs.changed) : ""
        return [Span(row.summary.name), Span(mark, .accent)]
      }),
    ListColumn(
      "day", Column("day", align: .right, minimum: 6, priority: 5), key: { .number(Double($0.summary.day)) },
      startsDescending: true, value: { row, _ in .count(row.summary.day) },
      cell: { row, _ in StyledLine(row.days, row.state == .running ? .text : .muted) }),
    ListColumn(
      "people", Column("n / plan", align: .right, minimum: 13, priority: 4),
      key: { .integer($0.summary.progress.exposures) }, startsDescending: true,
      value: { row, _ in .integer(row.summary.progress.exposures) },
      cell: { row, _ in
        let progress = row.summary.progress
        return [
          Span(Self.count(progress.exposures)), Span("/\(Self.count(progress.planned))", .muted),
        ]
      }),
    ListColumn(
      "share", Column("", minimum: barColumns + 6, priority: 3), key: { .number($0.summary.progress.share) },
      startsDescending: true, value: nil,
      cell: { row, context in
        let share = min(max(row.summary.progress.share, 0), 1)
        let bar = Bar(share, width: barColumns, role: share >= 1 ? .positive : .accent, showsTrack: true)
        let percent = share > 0 && share < 0.01 ? "<1 %" : "\(Int((share * 100).rounded(.down))) %"
        return bar.line(glyphs: context.glyphs) + StyledLine(" " + percent, .muted)
      }),
  ]

  private static let numbers: [ListColumn<Self>] = [
    ListColumn(
      "control", Column("A", align: .right, minimum: 7, priority: 7), key: { .rate($0.estimate(0)) },
      startsDescending: true, width: { $0.moneyColumns(7) }, value: { row, _ in .optional(row.estimate(0)) },
      cell: { row, context in row.cell(0, context) }),
    ListColumn(
      "variant", Column("B", align: .right, minimum: 8, priority: 8),
      key: { .rate($0.estimate($0.summary.shown)) }, startsDescending: true, width: { $0.moneyColumns(8) },
      value: { row, _ in .optional(row.estimate(row.summary.shown)) },
      cell: { row, context in row.cell(row.summary.shown, context) }),
    ListColumn(
      "lift", Column("lift [always-valid]", minimum: 19, priority: 9),
      key: { row in row.showsLift ? .rate(row.summary.lift) : .missing }, startsDescending: true,
      value: { row, _ in .optional(row.showsLift ? row.summary.lift : nil) },
      cell: { row, _ in
        guard row.showsLift else { return StyledLine(row.summary.verdict.kind == .unhealthy ? "hidden" : "--", .muted) }
        return StyledLine(ExperimentCells.lift(row.summary.lift, row.summary.liftInterval))
      }),
    ListColumn(
      "picture", Column("", minimum: stripColumns, priority: 6), value: nil,
      cell: { row, context in
        let interval = row.showsLift ? row.summary.liftInterval : nil
        return row.strip.line(
          row.showsLift ? row.summary.lift : nil, interval.map { $0.low...max($0.low, $0.high) }, width: stripColumns,
          glyphs: context.glyphs)
      }),
    ListColumn(
      "chance", Column("P(B>A)", align: .right, minimum: 6, priority: 2), key: { .rate($0.summary.chance) },
      startsDescending: true, value: { row, _ in .optional(row.showsLift ? row.summary.chance : nil) },
      cell: { row, _ in
        StyledLine(row.showsLift ? ExperimentCells.chance(row.summary.chance) : ExperimentCells.nothing)
      }),
  ]

  private static let outcome: [ListColumn<Self>] = [
    ListColumn(
      "verdict", Column("verdict", minimum: 12, priority: 11),
      key: { .number(Double($0.place)) }, words: { "\($0.state.rawValue) \($0.verdict.text)" },
      value: { row, _ in .string(row.summary.verdict.kind.rawValue) }, cell: { row, _ in row.verdict }),
    ListColumn(
      "reason", Column("", minimum: 13, ideal: 32, isFlexible: true, priority: 10), words: { $0.reason },
      value: { row, _ in .string(row.summary.verdict.reason) }, cell: { row, _ in StyledLine(row.reason, .muted) }),
  ]

  private static let files: [ListColumn<Self>] = [
    ListColumn(file: "experiment_id") { row, _ in .id(row.id) },
    ListColumn(file: "state") { row, _ in .string(row.state.rawValue) },
    ListColumn(file: "metric") { row, _ in .string(row.summary.metric.rawValue) },
    ListColumn(file: "planned") { row, _ in .integer(row.summary.progress.planned) },
    ListColumn(file: "lift_low") { row, _ in .optional(row.showsLift ? row.summary.liftInterval?.low : nil) },
    ListColumn(file: "lift_high") { row, _ in .optional(row.showsLift ? row.summary.liftInterval?.high : nil) },
    ListColumn(file: "p_always_valid") { row, _ in .optional(row.showsLift ? row.summary.p?.value : nil) },
    ListColumn(file: "winner") { row, _ in
      row.winner.flatMap { row.summary.armNames.indices.contains($0) ? .string(row.summary.armNames[$0]) : nil }
        ?? .null
    },
  ]

  /// What needs somebody first, then what runs, drafts, and what is over.
  private var place: Int {
    switch state {
    case .running: summary.needsYou ? 0 : 1
    case .draft: 2
    case .ended: 3
    }
  }

  /// `3,841`, from a million on `1.2M`.
  private static func count(_ people: Int64) -> String {
    people < 1_000_000 ? Number.grouped(Int(people)) : Number.short(Double(people))
  }

  private func estimate(_ arm: Int) -> Double? {
    summary.estimates.indices.contains(arm) ? summary.estimates[arm] : nil
  }

  /// An arm's rate; of another variant than B with its letter.
  private func cell(_ arm: Int, _ context: CellContext) -> StyledLine {
    let text = ExperimentCells.estimate(estimate(arm), summary.metric, context.formats)
    guard arm > 1, showsLift else { return StyledLine(showsLift ? text : ExperimentCells.nothing) }
    return [Span("\(ExperimentWords.letter(arm)) ", .muted), Span(text)]
  }
}

extension SortKey {
  /// A number that may be missing.
  fileprivate static func rate(_ value: Double?) -> SortKey { value.map { .number($0) } ?? .missing }
}
