import Testing

@testable import Core

/// From daily counts to what is shown, over days of a town's own calendar.
@Suite struct ExperimentAnalysisTests {
  /// 2026-06-01T15:00Z, ten in the morning in a zone of UTC-5: local day 20605.
  private let start = Timestamp(milliseconds: 20_605 * 86_400_000 + 15 * 3_600_000)
  private let zone = ZoneTable(name: "America/Cayman", initialOffsetSeconds: -5 * 3600)
  private let firstDay = 20_605

  private func record(
    _ days: [[(Int64, Int64)]], planned: Int64 = 3841, minimumDays: Int = 7, weights: [Double] = [0.5, 0.5],
    metric: ExperimentMetric = .acceptance, guardrails: [Guardrail] = [], state: ExperimentState = .running,
    endedAfter: Int? = nil, inTwoArms: Int64 = 0, alwaysValid: Bool = true
  ) -> ExperimentRecord {
    let arms = weights.enumerated().map { arm, weight in
      ExperimentArm(name: ["A", "B", "C"][arm], content: .campaign(Campaign.ID(Int64(arm + 1))), weight: weight)
    }
    let design = ExperimentDesign(
      name: "spring-offer", metric: metric, guardrails: guardrails, arms: arms, baseline: 0.1, effect: 0.02,
      plannedPerArm: planned, minimumDays: minimumDays, alwaysValid: alwaysValid)
    let phase = ExperimentPhase(number: 1, seed: "s", weights: weights, coverage: 1, startedAt: start)
    return ExperimentRecord(
      experiment: Experiment(
        id: Experiment.ID(1), version: 1, design: design, state: state, phases: state == .draft ? [] : [phase],
        createdAt: start, endedAt: endedAfter.map { after($0) }),
      days: days.enumerated().map { day, arms in
        ExperimentDay(day: firstDay + day, arms: arms.map { ArmCounts(exposures: $0.1, acceptances: $0.0) })
      }, inTwoArms: inTwoArms)
  }

  private func after(_ days: Int) -> Timestamp { start + TimeSpan(milliseconds: Int64(days) * 86_400_000) }

  private func analysis(_ record: ExperimentRecord, after days: Int) -> ExperimentAnalysis {
    ExperimentAnalysis(record: record, now: after(days), zone: zone)
  }

  @Test func aDayIsALookAndDaysWithoutPeopleAreLooksToo() {
    let record = record([[(10, 100), (12, 100)], [(0, 0), (0, 0)], [(10, 100), (12, 100)]])
    let shown = analysis(record, after: 4)
    // The start, three whole days and today.
    #expect(shown.looks.map(\.day) == Array(firstDay...firstDay + 4))
    #expect(shown.looks.map { $0.arms[0].exposures } == [100, 100, 200, 200, 200])
    #expect(shown.day == 4)
  }

  @Test func daysAreThoseOfTheTownsClock() {
    let record = record([[(10, 100), (12, 100)]])
    // Eleven in the evening of the same day there is four in the morning of the next in UTC.
    let evening = ExperimentAnalysis(
      record: record, now: start + TimeSpan(milliseconds: 13 * 3_600_000), zone: zone)
    #expect(evening.looks.count == 1 && evening.day == 0)
    // A whole day counts from the hour of the start.
    let morning = ExperimentAnalysis(record: record, now: start + TimeSpan(milliseconds: 23 * 3_600_000), zone: zone)
    #expect(morning.looks.count == 2 && morning.day == 0)
  }

  @Test func daysLeftFollowFromTheLastSevenFullDays() {
    // 100 per arm a day on ten days, today none yet: 2,841 more per arm take 29 days.
    let shown = analysis(record((0..<10).map { _ in [(10, 100), (11, 100)] }), after: 10)
    #expect(shown.progress.perDay == 200 && shown.progress.daysLeft == 29)
    #expect(shown.progress.exposures == 2000 && shown.progress.planned == 7682 && !shown.progress.canEnd)
    #expect(shown.verdict.kind == .keepRunning && shown.verdict.reason == "29 days left")
  }

  @Test func whatWasDecidedStaysDecided() throws {
    // On the third day the difference is large, later it melts away.
    let melting: [[(Int64, Int64)]] =
      [[(60, 400), (60, 400)], [(50, 400), (90, 400)], [(20, 400), (95, 400)]]
      + (0..<5).map { _ in [(70, 400), (50, 400)] }
    let shown = analysis(record(melting), after: 8)
    let comparison = shown.comparisons[0]
    #expect(comparison.decision == ComparisonDecision(isBetter: true, read: .look(2)))
    #expect(shown.verdict.kind == .ship && shown.verdict.arm == 1 && shown.progress.canEnd)
    // The look of today by itself would decide nothing, and no interval says otherwise than the verdict.
    #expect(try #require(shown.looks.last?.variants[0].interval).excludesZero == false)
    #expect(try #require(comparison.differenceInterval).low == 0)
    #expect(try #require(comparison.liftInterval).low == 0)
  }

  @Test func intervalsExcludeZeroExactlyWhereAVariantIsDecided() throws {
    for conversions in stride(from: Int64(330), through: 480, by: 3) {
      for planned in [3841, 8000] as [Int64] {
        let shown = analysis(record([[(384, 3841), (conversions, 3841)]], planned: planned, minimumDays: 0), after: 1)
        let comparison = shown.comparisons[0]
        for interval in [try #require(comparison.differenceInterval), try #require(comparison.liftInterval)] {
          switch comparison.decision?.isBetter {
          case nil: #expect(interval.low <= 0 && interval.high >= 0)
          case true?: #expect(interval.low >= 0)
          case false?: #expect(interval.high <= 0)
          }
        }
        let expected: ExperimentVerdict.Kind =
          switch comparison.decision?.isBetter {
          case nil: planned == 3841 ? .inconclusive : .keepRunning
          case true?: .ship
          case false?: .rollBack
          }
        #expect(shown.verdict.kind == expected)
      }
    }
  }

  @Test func theLiftsIntervalEndsWhereTheDecisionSays() throws {
    // 8 and 40 of 300 with 10,000 planned: the difference is decided (by mpmath its bound lies 0.0007 above zero), while
    // the same bound on the logarithm of the ratio would reach from -21 % on.
    let shown = analysis(record([[(8, 300), (40, 300)]], planned: 5000, minimumDays: 0), after: 1)
    let comparison = shown.comparisons[0]
    #expect(comparison.decision?.isBetter == true)
    #expect(abs(try #require(comparison.differenceInterval).low - 0.0006989801906937404) < 1e-9)
    #expect(try #require(comparison.liftInterval).low == 0)
    #expect(try #require(shown.looks[0].variants[0].liftInterval).low < -0.2)
  }

  @Test func anUnhealthyTestHidesEveryResult() {
    for record in [
      record((0..<10).map { _ in [(50, 500), (90, 560)] }),
      record((0..<10).map { _ in [(50, 500), (90, 500)] }, inTwoArms: 1),
    ] {
      let shown = analysis(record, after: 10)
      #expect(shown.verdict.kind == .unhealthy && !shown.health.isHealthy && !shown.progress.canEnd)
      #expect(shown.arms.allSatisfy { $0.estimate == nil && $0.interval == nil && $0.chanceOfBest == nil })
      #expect(
        shown.comparisons.allSatisfy { $0.lift == nil && $0.difference == nil && $0.p == nil && $0.chance == nil })
      #expect(shown.comparisons.allSatisfy { $0.decision == nil && $0.liftInterval == nil && $0.fixed == nil })
      #expect(shown.looks.allSatisfy { $0.variants.isEmpty })
      let line = ExperimentSummary(record, now: after(10), zone: zone)
      #expect(line.lift == nil && line.liftInterval == nil && line.chance == nil && line.estimates == [nil, nil])
    }
  }

  @Test func whileItIsTooEarlyNobodyIsNamed() {
    let record = record((0..<3).map { _ in [(50, 500), (100, 500)] })
    let shown = analysis(record, after: 3)
    #expect(shown.verdict.kind == .tooEarly && shown.verdict.arm == nil && shown.comparisons[0].decision == nil)
    // A week later it is, by the same counts.
    #expect(analysis(record, after: 7).verdict.kind == .ship)
  }

  @Test func thePlannedSampleIsReadOnce() {
    // The read on the second day finds nothing; what comes after it is for the looks alone, which need more.
    let days: [[(Int64, Int64)]] = [[(50, 500), (55, 500)], [(50, 500), (55, 500)], [(50, 500), (80, 500)]]
    let shown = analysis(record(days, planned: 1000, minimumDays: 0), after: 3)
    #expect(shown.comparisons[0].decision == nil && shown.verdict.kind == .inconclusive)
    // The same 150 against 190 of 1,500 as the first look that reaches the plan: chi-squared's p is 0.0212, under 0.04.
    let once = analysis(record([[(150, 1500), (190, 1500)]], planned: 1000, minimumDays: 0), after: 3)
    #expect(once.comparisons[0].decision == ComparisonDecision(isBetter: true, read: .planned(0)))
    #expect(once.verdict.kind == .ship)
  }

  @Test func aListAndItsDetailSayTheSame() {
    for count in [1, 5, 9, 20] {
      for variant in [80, 100, 118, 140] as [Int64] {
        let days = [[(Int64, Int64)]](repeating: [(100, 1000), (variant, 1000)], count: count)
        let record = record(days, guardrails: [Guardrail(.redemption, margin: 0.01)])
        let line = ExperimentSummary(record, now: after(count), zone: zone)
        let shown = analysis(record, after: count)
        #expect(line.verdict == shown.verdict && line.progress == shown.progress && line.day == shown.day)
        #expect(line.liftInterval == shown.comparisons[0].liftInterval && line.p == shown.comparisons[0].p)
        #expect(line.estimates == shown.arms.map { $0.estimate } && line.chance == shown.comparisons[0].chance)
      }
    }
  }

  @Test func moneyIsComparedPerPerson() throws {
    // 1,000 people each; 100 paid $20 in A, 130 in B: means of 200 and 260 cents. scipy.stats.ttest_ind_from_stats
    // (unequal variances): t 2.1040, p 0.035503.
    let record = record([[(0, 0), (0, 0)]], planned: 1000, minimumDays: 0, metric: .revenue)
    let arms = [Int64(100), 130].map { payers in
      ArmCounts(
        exposures: 1000, redemptions: payers, revenueCents: payers * 2000, revenueSquares: Double(payers) * 4_000_000)
    }
    let paid = ExperimentRecord(
      experiment: record.experiment, days: [ExperimentDay(day: firstDay, arms: arms)], inTwoArms: 0)
    let shown = analysis(paid, after: 1)
    let fixed = try #require(shown.comparisons[0].fixed)
    #expect(abs(try #require(fixed.p).value - 0.035503335057858826) < 1e-9)
    #expect(shown.arms.map(\.estimate) == [200, 260] && shown.comparisons[0].difference == 60)
    #expect(shown.verdict.kind == .ship)
    #expect(shown.verdict.text.contains("$2.00 per person of 1,000"))
    #expect(abs((shown.arms[0].chanceOfBest ?? 0) + (shown.arms[1].chanceOfBest ?? 0) - 1) < 1e-9)
  }

  @Test func aGuardrailIsBrokenWhereItsWholeIntervalLiesBeyondTheMargin() {
    func state(_ dismissed: Int64, margin: Double) -> GuardrailResult.State {
      GuardrailResult(
        Guardrail(.dismissal, margin: margin), arm: 1, control: ArmCounts(exposures: 1000, dismissals: 100),
        variant: ArmCounts(exposures: 1000, dismissals: dismissed)
      ).state
    }
    // Newcombe's 90 % interval of 150 - 100 of 1,000 is 0.0257 to 0.0743 (Wilson's intervals by scipy).
    #expect(state(150, margin: 0.02) == .significantlyWorse)
    #expect(state(150, margin: 0.05) == .unclear)
    #expect(state(150, margin: 0.08) == .ok)
    #expect(state(100, margin: 0.01) == .unclear)
    // Fewer acceptances are worse, more dismissals are.
    let fewer = GuardrailResult(
      Guardrail(.acceptance, margin: 0.02), arm: 1, control: ArmCounts(exposures: 1000, acceptances: 150),
      variant: ArmCounts(exposures: 1000, acceptances: 100))
    #expect(fewer.state == .significantlyWorse && fewer.harm == 0.05)
    #expect(
      GuardrailResult(Guardrail(.revenue, margin: 1), arm: 1, control: .init(), variant: .init()).state == .unclear)
  }

  @Test func anEndedTestIsReadAtItsEnd() {
    let ended = record((0..<3).map { _ in [(50, 500), (60, 500)] }, minimumDays: 2, state: .ended, endedAfter: 3)
    let shown = analysis(ended, after: 100)
    #expect(shown.day == 3 && shown.looks.count == 4)
    #expect(shown.verdict.kind == .inconclusive && shown.verdict.reason == "ended before the planned sample")
    #expect(shown.progress.daysLeft == nil)
  }

  @Test func aDraftHasNoDataAndNoLooks() {
    let shown = analysis(record([], state: .draft), after: 5)
    #expect(
      shown.verdict.kind == .noData && shown.verdict.reason == "not started" && shown.looks.isEmpty && shown.day == 0)
  }

  @Test func segmentsAreAdjustedForHowManyThereAre() throws {
    let experiment = record([]).experiment
    func segment(_ value: String, _ variant: Int64) -> ExperimentSegment {
      ExperimentSegment(
        dimension: "weather", value: value,
        arms: [ArmCounts(exposures: 1000, acceptances: 100), ArmCounts(exposures: 1000, acceptances: variant)])
    }
    let results = SegmentResult.all([segment("clear", 140), segment("rain", 100), segment("hot", 120)], of: experiment)
    // scipy: 0.005916, 1 and 0.15292; by Holm 0.017748, 1 and 0.305836.
    let adjusted = try results.map { try #require($0.pAdjusted).value }
    #expect(abs(adjusted[0] - 0.017748) < 1e-6 && adjusted[1] == 1 && abs(adjusted[2] - 0.305836) < 1e-6)
  }

  @Test func theBoardPutsThoseThatNeedSomebodyFirst() {
    func numbered(_ id: Int64, _ record: ExperimentRecord) -> ExperimentRecord {
      let e = record.experiment
      return ExperimentRecord(
        experiment: Experiment(
          id: Experiment.ID(id), version: 1, design: e.design, state: e.state, phases: e.phases,
          createdAt: e.createdAt, endedAt: e.endedAt, winner: e.winner), days: record.days)
    }
    let quiet = record((0..<10).map { _ in [(10, 100), (11, 100)] })
    let won = record((0..<10).map { _ in [(50, 500), (100, 500)] })
    let board = ExperimentsBoard(
      [
        numbered(1, record([], state: .draft)), numbered(2, quiet),
        numbered(3, record([], state: .ended, endedAfter: 2)), numbered(4, won),
      ], now: after(10), zone: zone)
    #expect(board.experiments.map(\.id.value) == [4, 2, 1, 3])
    #expect(board.needingYou == 1 && board.count(.running) == 2 && board.outcomes == (0, 0, 1))
  }
}
