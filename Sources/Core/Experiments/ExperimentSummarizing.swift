extension ExperimentsBoard {
  /// Those that run and need somebody, then what runs, drafts, and what ended; of each the latest first.
  package init(_ records: [ExperimentRecord], now: Timestamp, zone: ZoneTable) {
    let lines = records.map { ExperimentSummary($0, now: now, zone: zone) }
    // Keys are sorted in place of the lines, which are large.
    let order = lines.indices.map { (lines[$0].rank, lines[$0].since, lines[$0].id.value, $0) }.sorted { $0 < $1 }
    self.init(experiments: order.map { lines[$0.3] })
  }

  /// How many are in a state.
  package func count(_ state: ExperimentState) -> Int { experiments.count { $0.state == state } }

  /// How many run and need somebody.
  package var needingYou: Int { experiments.count { $0.needsYou } }

  /// How those that ended came out: for a variant, for the control, and without a difference.
  package var outcomes: (won: Int, lost: Int, undecided: Int) {
    let ended = experiments.filter { $0.state == .ended }
    let won = ended.count { ($0.winner ?? 0) > 0 }
    let lost = ended.count { $0.winner == 0 || ($0.winner == nil && $0.verdict.kind == .rollBack) }
    return (won, lost, ended.count - won - lost)
  }
}

extension ExperimentSummary {
  /// The line of an experiment in the list. O(days x arms); takes microseconds, as a list has a thousand of them.
  package init(_ record: ExperimentRecord, now: Timestamp, zone: ZoneTable) {
    let reading = ExperimentReading(record, now: now, zone: zone)
    let (experiment, design) = (record.experiment, record.experiment.design)
    let isShown = reading.verdict.showsLift
    let variant = reading.shownVariant
    let comparison = variant.map { reading.comparisons[$0] }
    let bounds = variant.map { reading.bounds[$0] }
    self.init(
      id: experiment.id, version: experiment.version, name: design.name, state: experiment.state,
      metric: design.metric, startedAt: experiment.startedAt, endedAt: experiment.endedAt, winner: experiment.winner,
      day: reading.calendar.elapsedDays, minimumDays: design.minimumDays, armNames: design.arms.map(\.name),
      exposures: reading.totals.map(\.exposures),
      estimates: reading.totals.map {
        reading.health.isHealthy ? MetricSample($0, metric: design.metric).mean : nil
      },
      progress: reading.progress, shown: variant.map { reading.arms[$0 + 1] } ?? min(1, design.arms.count - 1),
      lift: isShown ? comparison?.lift : nil, liftInterval: isShown ? bounds?.lift : nil,
      chance: isShown ? comparison?.chance : nil, p: isShown ? variant.map { reading.rule.running[$0] } : nil,
      verdict: reading.verdict)
  }

  /// Whether it runs and somebody should act.
  package var needsYou: Bool { state == .running && verdict.needsYou }

  fileprivate var rank: Int {
    switch state {
    case .running: needsYou ? 0 : 1
    case .draft: 2
    case .ended: 3
    }
  }

  /// The later, the lower.
  fileprivate var since: Int64 { -(endedAt ?? startedAt ?? Timestamp(milliseconds: 0)).milliseconds }
}

extension ExperimentReading {
  /// The variant that stands for all in a list: the one to ship, else the one with the greatest estimate.
  fileprivate var shownVariant: Int? {
    if let ship = verdict.arm { return arms.firstIndex(of: ship).map { $0 - 1 } }
    return comparisons.indices.max {
      let one = comparisons[$0].variant.mean ?? -.infinity
      let other = comparisons[$1].variant.mean ?? -.infinity
      return (one, -$0) < (other, -$1)
    }
  }
}
