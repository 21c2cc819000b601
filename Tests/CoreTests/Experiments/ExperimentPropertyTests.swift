import Testing

@testable import Core

/// What holds of every experiment, whatever was counted: shown on 500 made at random, with a fixed seed.
@Suite struct ExperimentPropertyTests {
  private let start = Timestamp(milliseconds: 20_605 * 86_400_000)

  private func record(_ random: inout SeededGenerator) -> ExperimentRecord {
    let count = Int.random(in: 2...4, using: &random)
    let metric: ExperimentMetric = [.acceptance, .redemption, .revenue].randomElement(using: &random) ?? .acceptance
    let scale: Int64 = [1, 10, 300, 5000].randomElement(using: &random) ?? 1
    let rates = (0..<count).map { _ in Double.random(in: 0...0.3, using: &random) }
    let days = (0..<Int.random(in: 0...20, using: &random)).map { day in
      ExperimentDay(
        day: 20_605 + day,
        arms: rates.map { rate in
          let people = Int64.random(in: scale / 2...scale, using: &random)
          let wanted = Int64((Double(people) * rate * .random(in: 0.5...1.5, using: &random)).rounded())
          let done = min(people, wanted)
          return ArmCounts(
            exposures: people, acceptances: done, redemptions: done / 2, dismissals: (people - done) / 3,
            revenueCents: done * 900, revenueSquares: Double(done) * 810_000)
        })
    }
    let design = ExperimentDesign(
      name: "any", metric: metric, guardrails: [Guardrail(.dismissal, margin: 0.02), Guardrail(.revenue, margin: 5)],
      arms: (0..<count).map {
        ExperimentArm(name: ExperimentWords.letter($0), content: .imported, weight: 1 / Double(count))
      },
      confidence: [0.9, 0.95, 0.99].randomElement(using: &random) ?? 0.95, baseline: 0.1, effect: 0.02,
      plannedPerArm: Int64.random(in: 1...20_000, using: &random), minimumDays: Int.random(in: 0...10, using: &random),
      alwaysValid: Bool.random(using: &random))
    let phase = ExperimentPhase(
      number: 1, seed: "s", weights: design.weights, coverage: 1, startedAt: start)
    let state: ExperimentState = Bool.random(using: &random) ? .running : .ended
    return ExperimentRecord(
      experiment: Experiment(
        id: Experiment.ID(1), version: 1, design: design, state: state, phases: [phase], createdAt: start,
        endedAt: state == .ended ? start + .days(25) : nil), days: days)
  }

  @Test func noIntervalContradictsAVerdictAndNothingIsNoNumber() {
    var random = SeededGenerator(seed: 2026)
    var kinds: Set<ExperimentVerdict.Kind> = []
    for _ in 0..<500 {
      let record = record(&random)
      let shown = ExperimentAnalysis(record: record, now: start + .days(25), zone: .utc)
      kinds.insert(shown.verdict.kind)
      for comparison in shown.comparisons where shown.verdict.kind != .tooEarly {
        for interval in [comparison.differenceInterval, comparison.liftInterval].compactMap(\.self) {
          #expect(interval.low <= interval.high && interval.low.isFinite && interval.high.isFinite)
          // Where it excludes zero the variant is decided, that way; where nothing is decided it does not.
          if interval.excludesZero { #expect(comparison.decision?.isBetter == (interval.low > 0)) }
          if comparison.decision == nil { #expect(!interval.excludesZero) }
        }
      }
      let named = [ExperimentVerdict.Kind.unhealthy, .tooEarly, .noData].contains(shown.verdict.kind)
      if named { #expect(shown.verdict.arm == nil && shown.comparisons.allSatisfy { $0.decision == nil }) }
      if let arm = shown.verdict.arm {
        #expect(shown.comparisons.contains { $0.arm == arm && $0.decision?.isBetter == true })
      }
      let words = shown.verdict.text + shown.verdict.reason
      #expect(
        !words.isEmpty && !words.contains("nan") && !words.contains("inf ") && !words.contains("-0.0 "), "\(words)")
      let line = ExperimentSummary(record, now: start + .days(25), zone: .utc)
      #expect(line.verdict == shown.verdict)
      for look in shown.looks {
        for number in look.variants.flatMap({ [$0.difference, $0.p?.ln, $0.running.ln, $0.fixed?.ln] }) {
          if let number { #expect(!number.isNaN) }
        }
      }
    }
    // The tests were of every kind but a rare one.
    #expect(kinds.isSuperset(of: [.noData, .unhealthy, .tooEarly, .ship, .rollBack, .inconclusive, .keepRunning]))
  }

  /// The smallest p of all looks never grows, so that a decision is there at every later look too.
  @Test func aDecisionIsNeverTakenBack() {
    var random = SeededGenerator(seed: 4)
    var decided = 0
    for _ in 0..<200 {
      let whole = record(&random)
      var before: [ComparisonDecision?] = []
      for days in 1...max(1, whole.days.count) {
        let part = ExperimentRecord(experiment: whole.experiment, days: Array(whole.days.prefix(days)))
        let reading = ExperimentReading(part, now: start + .days(25), zone: .utc)
        let now = reading.rule.decisions
        for (earlier, later) in zip(before, now) where earlier != nil {
          #expect(earlier == later)
          decided += 1
        }
        before = now
      }
    }
    #expect(decided > 50)
  }
}
