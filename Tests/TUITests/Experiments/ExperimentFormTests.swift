import Canvas
import Core
import Testing

@testable import TUI

/// The form of an experiment: what it begins with, what it works out, and what it refuses.
@Suite struct ExperimentFormTests {
  /// The form of a test of Sunset dinner, opened from its row on the Partners screen.
  private func stage(_ size: Size = Size(width: 140, height: 42)) throws -> Stage {
    var stage = Stage(size: size, screen: .partners)
    try stage.press("tab", "t")
    guard case .experiment(let job, .open(.new(Offer.ID(1000))))? = stage.takeEffects().last else {
      throw Unopened()
    }
    stage.send(.experiment(job, .draft(FixtureExperiments.newDraft(about: Offer.ID(1000)))))
    return stage
  }

  private struct Unopened: Error {}

  private func form(_ stage: Stage) throws -> Form { try #require(stage.state.dialogs.last?.form) }

  private func fill(_ stage: inout Stage, _ field: String, _ text: String) throws {
    for _ in 0..<40 where try form(stage).focused?.id != field { try stage.press("tab") }
    try #require(try form(stage).focused?.id == field)
    try stage.press("ctrl-u")
    stage.type(text)
  }

  @Test func aChangeOfAnOfferBeginsWithTheOfferAsControl() throws {
    let form = try form(stage())
    #expect(form.text("offer") == "1000")
    // 700 of 5,600 people in 28 days accepted it: 12.5 %, and 200 came a day.
    #expect(form.text("baseline") == "12.5")
    #expect(form.text("daily") == "200")
    #expect(!form.isDirty, "nothing has been written yet")
  }

  @Test func thePlanFollowsEveryKey() throws {
    var stage = try stage()
    try fill(&stage, "baseline", "10")
    // statsmodels and Fleiss (1981): 3,841 an arm for 10 % to 12 % at 80 % and 5 %.
    #expect(stage.picture().contains("3,841 people an arm"))
    #expect(try form(stage).text("days") == "39")
    try fill(&stage, "effect", "4")
    #expect(!stage.picture().contains("3,841"))
    try fill(&stage, "effect", "95")
    #expect(ExperimentFormPlan(try form(stage)).objection?.field == "effect")
  }

  @Test func theEffectFollowsFromDaysAndPeopleADay() throws {
    var stage = try stage()
    try fill(&stage, "baseline", "10")
    for _ in 0..<40 where try form(stage).focused?.id != "find" { try stage.press("tab") }
    try stage.press("right")
    try fill(&stage, "daily", "7682")
    try fill(&stage, "days", "1")
    // One day of 7,682 people is what two points take.
    #expect(try form(stage).text("effect") == "2")
    #expect(try form(stage).fields.first { $0.id == "effect" }?.disabledBecause == "worked out")
  }

  @Test func aTestThatChangesNothingIsRefused() throws {
    var stage = try stage()
    stage.type("spring-offer")
    try stage.press("ctrl-s")
    #expect(stage.picture().contains("Changes nothing yet"))
    #expect(!stage.takeEffects().contains { if case .experiment(_, .save) = $0 { true } else { false } })
  }

  @Test func whatIsSavedIsTheDesignInTheFields() throws {
    var stage = try stage()
    stage.type("spring-offer")
    try fill(&stage, "title", "Sunset feast")
    try fill(&stage, "baseline", "10")
    try fill(&stage, "guard_dismissal", "1")
    try stage.press("ctrl-s")
    guard case .experiment(let job, .save(let draft, let values, _))? = stage.takeEffects().last else {
      Issue.record("nothing was saved")
      return
    }
    let design = try ExperimentForm.design(draft) { values[$0] }
    #expect(design.name == "spring-offer" && design.metric == .acceptance)
    #expect(design.plannedPerArm == 3841 && design.baseline == 0.1 && design.effect == 0.02)
    #expect(design.guardrails == [Guardrail(.dismissal, margin: 0.01)])
    #expect(design.arms.map(\.weight) == [0.5, 0.5])
    #expect(
      design.arms.map(\.content) == [
        .offer(Offer.ID(1000)), .variant(Offer.ID(1000), ArmWording(title: "Sunset feast")),
      ])
    stage.send(.experiment(job, .saved(FixtureExperiments.draft)))
    #expect(stage.state.screen == .experiments && stage.state.dialogs.isEmpty)
    #expect(stage.state.experiments.table.selectedID == FixtureExperiments.draft)
    try stage.press("esc")
    #expect(stage.state.screen == .partners, "the way back leads to where it began")
  }

  @Test(arguments: [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 200, height: 60)])
  func thePlanIsInSightAtEverySize(size: Size) throws {
    var stage = try stage(size)
    try fill(&stage, "baseline", "10")
    #expect(stage.picture().contains("3,841"))
  }

  @Test(arguments: [
    ("0.5, 0.5", [0.5, 0.5]), ("1/3,1/3,1/3", [1.0 / 3, 1.0 / 3, 1.0 / 3]), (" 0.9 , 1/10 ", [0.9, 0.1]),
  ])
  func weightsAreReadAsSharesAndFractions(text: String, weights: [Double]) throws {
    #expect(try WeightsText.weights(text) == weights)
  }

  @Test(arguments: ["", "0.5", "0.5, 0.6", "a, b", "1/0, 1", "-0.5, 1.5", "nan, 1", "1/2/2, 3/4"])
  func otherWeightsAreRefused(text: String) {
    #expect(throws: InvalidInput.self) { try WeightsText.weights(text) }
  }
}
