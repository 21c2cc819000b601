import Testing

@testable import Core

/// Expected values from scipy 1.16 (norm.isf, norm.cdf, brentq) by the formulas of STATISTICS, items 6 and 7.
@Suite struct ExperimentPlanTests {
  private func question(_ change: (inout PlanQuestion) -> Void) -> PlanQuestion {
    var question = PlanQuestion(baseline: 0.1)
    change(&question)
    return question
  }

  @Test func effectAndPowerGivePeopleAndDays() throws {
    // Row A.15: 3,840.85 per arm.
    let plan = try ExperimentPlan(
      question {
        ($0.effect, $0.power, $0.daily) = (0.02, 0.8, 500)
      })
    #expect(plan.found == .sample && plan.control == 3841 && plan.variant == 3841 && plan.total == 7682)
    #expect(plan.days == 16 && plan.dailyNeeded == nil)
  }

  @Test func theSmallestArmIsThePlan() throws {
    let plan = try ExperimentPlan(question { ($0.effect, $0.power, $0.ratio) = (0.02, 0.8, 0.5) })
    // 5,698.89 and half of it.
    #expect(plan.control == 5699 && plan.variant == 2850 && plan.perArm == 2850)
  }

  @Test func severalVariantsShareTheError() throws {
    let plan = try ExperimentPlan(question { ($0.effect, $0.power, $0.variants) = (0.02, 0.8, 2) })
    #expect(plan.perArm == 4652 && plan.total == 13_956)
  }

  @Test func variantsOfDifferentSharesCountWithAllTheirPeople() throws {
    // Half, a third and a sixth: the smallest arm decides how long it takes, and twice the control's people come.
    let arms = [1.0 / 2, 1.0 / 3, 1.0 / 6].map { ExperimentArm(name: "\($0)", content: .imported, weight: $0) }
    let design = ExperimentDesign(name: "three", arms: arms, baseline: 0.1, effect: 0.02, plannedPerArm: 1000)
    let plan = try ExperimentPlan(try #require(PlanQuestion(design, daily: 600)))
    #expect(plan.control == 3000 && plan.variant == 1000 && plan.total == 6000 && plan.days == 10)
  }

  @Test func aHigherConfidenceTakesMorePeople() throws {
    let plan = try ExperimentPlan(question { ($0.effect, $0.power, $0.confidence) = (0.02, 0.9, 0.99) })
    #expect(plan.perArm == 7281)
  }

  @Test func effectAndPeopleGiveThePower() throws {
    let plan = try ExperimentPlan(question { ($0.effect, $0.perArm) = (0.02, 1000) })
    #expect(plan.found == .power && abs(plan.power - 0.2980803253814598) < 1e-10)
  }

  @Test func daysAndPowerGiveTheEffect() throws {
    let plan = try ExperimentPlan(question { ($0.power, $0.days, $0.daily) = (0.8, 14, 1000) })
    // 7,000 per arm.
    #expect(plan.found == .effect && plan.perArm == 7000 && plan.days == 14)
    #expect(abs(plan.effect - 0.014656704933413447) < 1e-9)
  }

  @Test func daysWithoutPeopleADaySayHowManyMustCome() throws {
    let plan = try ExperimentPlan(question { ($0.effect, $0.power, $0.days) = (0.02, 0.8, 14) })
    // 7,682 / 14 = 548.7.
    #expect(plan.dailyNeeded == 549 && plan.days == nil)
  }

  @Test func daysBringNoMorePeopleThanTheyDo() throws {
    let plan = try ExperimentPlan(question { ($0.effect, $0.days, $0.daily) = (0.02, 3, 333) })
    #expect(plan.control == 499 && plan.days == 3)
  }

  @Test func moneyIsPlannedByItsDeviation() throws {
    // A dollar of a mean of $12 that varies by $30.
    let money = PlanQuestion(baseline: 1200, deviation: 3000, effect: 100, power: 0.8)
    #expect(try ExperimentPlan(money).perArm == 14_128)
    let effect = try ExperimentPlan(PlanQuestion(baseline: 1200, deviation: 3000, power: 0.8, perArm: 5000)).effect
    #expect(abs(effect - 168.09511308677813) < 1e-6)
    let power = try ExperimentPlan(PlanQuestion(baseline: 1200, deviation: 3000, effect: 100, perArm: 5000)).power
    #expect(abs(power - 0.3847910235713454) < 1e-10)
  }

  @Test func theCurveRunsFromNothingThroughThePlan() throws {
    let plan = try ExperimentPlan(question { ($0.effect, $0.power) = (0.02, 0.8) })
    let curve = plan.curve(points: 41)
    #expect(curve.count == 41 && curve[0].perArm == 0 && curve[20].perArm == 3841)
    #expect(abs(curve[20].power - 0.8000165286163737) < 1e-9)
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0.power <= $1.power })
  }

  @Test(
    arguments: [
      (PlanQuestion(baseline: 1.2, effect: 0.02, power: 0.8), "baseline"),
      (PlanQuestion(baseline: 0.1, effect: 0, power: 0.8), "effect"),
      (PlanQuestion(baseline: 0.1, effect: -0.2, power: 0.8), "effect"),
      (PlanQuestion(baseline: 0.1, effect: 1e-12, power: 0.8), "effect"),
      (PlanQuestion(baseline: 0.1, confidence: 0.8, effect: 0.02, power: 0.8), "confidence"),
      (PlanQuestion(baseline: 0.1, effect: 0.02, power: 1), "power"),
      (PlanQuestion(baseline: 0.1, effect: 0.02, power: 0.01), "power"),
      (PlanQuestion(baseline: 0.1, ratio: 0, effect: 0.02, power: 0.8), "ratio"),
      (PlanQuestion(baseline: 0.1, effect: 0.02, power: 0.8, perArm: 100), "per_arm"),
      (PlanQuestion(baseline: 0.1, daily: 10, effect: 0.02, power: 0.8, days: 7), "days"),
      (PlanQuestion(baseline: 0.1, power: 0.8), "effect"), (PlanQuestion(baseline: 0.1, effect: 0.02), "power"),
      (PlanQuestion(baseline: 0.1, power: 0.8, perArm: 2), "per_arm"),
      (PlanQuestion(baseline: 0.1, daily: .nan, effect: 0.02, power: 0.8), "daily"),
    ])
  func whatCannotBePlannedIsRefusedByName(question: PlanQuestion, field: String) {
    #expect { try ExperimentPlan(question) } throws: { ($0 as? InvalidInput)?.field == field }
  }
}
