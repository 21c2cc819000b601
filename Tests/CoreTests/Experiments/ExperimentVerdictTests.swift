import Testing

@testable import Core

/// The order of the verdicts and what they say, from counts alone.
@Suite struct ExperimentVerdictTests {
  private func verdict(
    _ arms: [(Int64, Int64)], weights: [Double]? = nil, planned: Int64 = 3841, day: Int = 10, alwaysValid: Bool = true,
    guardrail: GuardrailResult.State = .ok
  ) -> ExperimentVerdict {
    VerdictQuestion(
      arms: arms.map { Conversions($0.0, of: $0.1) }, weights: weights ?? arms.map { _ in 1 }, plannedPerArm: planned,
      day: day, minimumDays: 7, isAlwaysValid: alwaysValid, guardrail: guardrail
    ).verdict
  }

  @Test func nobodyIsNoData() {
    #expect(verdict([(0, 0), (0, 0)]).kind == .noData)
    let one = verdict([(0, 3), (0, 0)])
    #expect(one.kind == .noData && one.reason == "nobody was exposed in B yet")
  }

  @Test func aWrongSplitIsUnhealthyBeforeAnythingElse() {
    let split = verdict([(500, 5000), (700, 5600)], planned: 5000)
    #expect(split.kind == .unhealthy && split.arm == nil)
    #expect(split.reason == "split 5000:5600, expected 1:1, p 6e-9")
    // Its text shows no rate.
    #expect(!split.text.contains("%"))
    #expect(verdict([(1, 20), (1, 20), (1, 1)], weights: [1, 1, 0]).kind == .unhealthy)
    #expect(verdict([(0, 0), (5, 100)]).kind == .unhealthy)
  }

  @Test func beforeTheMinimumOfDaysNobodyWins() {
    let early = verdict([(300, 5000), (600, 5000)], day: 6)
    #expect(early.kind == .tooEarly && early.arm == nil && early.reason == "day 6 of at least 7")
  }

  @Test func fewerThanFiveConversionsAreTooEarlyUntilThePlannedSample() {
    let few = verdict([(4, 1000), (60, 1000)])
    #expect(few.kind == .tooEarly && few.reason == "fewer than 5 of each kind in A")
    // At the planned sample Fisher's test decides: scipy.stats.fisher_exact gives 3e-14.
    let planned = verdict([(4, 1000), (60, 1000)], planned: 1000)
    #expect(planned.kind == .ship && planned.arm == 1)
  }

  @Test func aHundredUsersGiveAnAnswerAndNotAnError() {
    // Row A.20.
    #expect(verdict([(3, 50), (6, 50)], day: 1).kind == .tooEarly)
  }

  @Test func inBetweenItKeepsRunningAndSaysHowLong() {
    let running = verdict([(100, 1000), (120, 1000)])
    // 2,841 more at 100 a day and arm.
    #expect(running.kind == .keepRunning && running.reason == "29 days left")
    // p of 0.153 is 1 in 6.5; the interval is that of the level 0.01 with 7,682 planned: -0.0326 to 0.0726 by mpmath.
    #expect(
      running.text == """
        A: 100 of 1,000 converted (10.0 %), B: 120 of 1,000 converted (12.0 %). B is at +2.0 points (+20 %); the 99 % \
        interval that allows for looking every day is -3.3 to +7.3 points. A gap this size appears by chance about \
        1 time in 7 (by the fixed test, which decides at the planned sample only). Keep running: 2,841 more people are \
        needed for 3,841 per arm, in about 29 days.
        """)
  }

  @Test func theAlwaysValidTestDecidesBeforeThePlannedSample() {
    let better = verdict([(100, 1000), (180, 1000)])
    #expect(better.kind == .ship && better.arm == 1 && better.reason == "B is better than A")
    #expect(verdict([(180, 1000), (100, 1000)]).kind == .rollBack)
    // Off, only the planned sample decides.
    #expect(verdict([(100, 1000), (180, 1000)], alwaysValid: false).kind == .keepRunning)
    #expect(verdict([(100, 1000), (180, 1000)], planned: 1000, alwaysValid: false).kind == .ship)
  }

  @Test func theOneReadAtThePlannedSampleDecidesAtFourPercent() {
    // scipy.stats.chi2_contingency without correction: 0.0389 and 0.0425.
    #expect(verdict([(384, 3841), (440, 3841)]).kind == .ship)
    #expect(verdict([(384, 3841), (439, 3841)]).kind == .inconclusive)
  }

  @Test func withoutADifferenceThePlannedSampleIsInconclusiveAndSaysWhatIsRuledOut() {
    let none = verdict([(384, 3841), (390, 3841)])
    #expect(none.kind == .inconclusive && none.arm == nil)
    #expect(none.text.contains("is ruled out"))
    #expect(none.text.contains("without a winner"))
  }

  @Test func aBrokenGuardrailBlocksShipping() {
    let better = verdict([(100, 1000), (180, 1000)], guardrail: .significantlyWorse)
    #expect(better.kind == .review && better.arm == nil)
    #expect(verdict([(100, 1000), (120, 1000)], guardrail: .significantlyWorse).kind == .rollBack)
  }

  @Test func amongSeveralVariantsTheBestOfThoseThatWonIsShipped() {
    let best = verdict([(100, 1000), (180, 1000), (200, 1000), (110, 1000)])
    #expect(best.kind == .ship && best.arm == 2)
    #expect(verdict([(200, 1000), (100, 1000), (90, 1000)]).kind == .rollBack)
    #expect(verdict([(200, 1000), (100, 1000), (210, 1000)]).kind == .keepRunning)
  }

  @Test func armsWithoutWeightAreLeftOut() {
    let two = verdict([(100, 1000), (0, 0), (180, 1000)], weights: [1, 0, 1])
    #expect(two.kind == .ship && two.arm == 2 && two.reason == "C is better than A")
  }

  @Test func aThousandMillionPeopleAreNoTrouble() {
    let many = verdict([(100_000_000, 1_000_000_000), (101_000_000, 1_000_000_000)], planned: 1_000_000_000)
    #expect(many.kind == .ship)
    #expect(many.text.contains("less than 1 time in 1,000,000,000"))
  }
}
