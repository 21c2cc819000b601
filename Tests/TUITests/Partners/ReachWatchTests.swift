import Canvas
import Core
import Testing

@testable import TUI

/// Whom an offer would reach, while it is written.
@Suite struct ReachWatchTests {
  private func opened(width: Int = 140, height: Int = 42) throws -> Stage {
    var stage = try Stage.partners(.offers, width: width, height: height)
    try stage.press("e")
    let (job, _) = try stage.takeOrder()
    stage.send(.partner(job, .offerDraft(try FixturePartnerForms.draft)))
    return stage
  }

  private func reaches(_ stage: inout Stage) -> [(job: Job, offer: Offer)] {
    stage.takeEffects().compactMap { effect in
      if case .partner(let job, .reach(let offer)) = effect { (job, offer) } else { nil }
    }
  }

  private func go(_ stage: inout Stage, to id: String) throws {
    for _ in 0..<40 where stage.form?.focused?.id != id { try stage.press("tab") }
  }

  @Test func itIsAskedForAtOnceAndOfWhatIsMeantMeanwhileOnlyTheLast() throws {
    var stage = try opened()
    let first = try #require(reaches(&stage).first)
    // As it would be once it is approved.
    #expect(first.offer.state == .approved)
    try go(&stage, to: "trigger.time_remaining_min")
    try stage.press("backspace", "backspace")
    stage.type("45")
    #expect(reaches(&stage).isEmpty, "one is under way")
    stage.send(.partner(first.job, .reach(FixturePartnerForms.reach)))
    let second = reaches(&stage)
    #expect(second.map(\.offer.trigger.timeRemainingMinimum) == [45])
    stage.send(.partner(try #require(second.first).job, .reach(FixturePartnerForms.reach)))
    #expect(reaches(&stage).isEmpty)
  }

  @Test func wordsThatChangeNobodysSeeingItAskForNothing() throws {
    var stage = try opened()
    let first = try #require(reaches(&stage).first)
    stage.send(.partner(first.job, .reach(FixturePartnerForms.reach)))
    stage.type(" for two")
    #expect(reaches(&stage).isEmpty)
  }

  @Test func whatIsNoOfferLeavesTheLastEstimateAndSaysSo() throws {
    var stage = try opened()
    let first = try #require(reaches(&stage).first)
    stage.send(.partner(first.job, .reach(FixturePartnerForms.reach)))
    #expect(stage.picture().contains("212 of 1,204, 17.6 %"))
    #expect(stage.picture().contains("118 more without it"))
    try go(&stage, to: "trigger.time_of_day_end")
    try stage.press("backspace")
    #expect(reaches(&stage).isEmpty)
    #expect(stage.picture().contains("before what is wrong was typed"))
  }

  @Test func onASmallScreenItStandsBelow() throws {
    var stage = try opened(width: 80, height: 24)
    let first = try #require(reaches(&stage).first)
    stage.send(.partner(first.job, .reach(FixturePartnerForms.reach)))
    #expect(stage.picture().contains("Reach  212 of 1,204, 17.6 %  not on this weekday -431"))
  }

  @Test func anEstimateThatFailsSaysWhyAndTheNextChangeAsksAgain() throws {
    var stage = try opened()
    let first = try #require(reaches(&stage).first)
    stage.send(.failed(first.job, "the database is busy"))
    #expect(stage.picture().contains("the database is busy"))
    try go(&stage, to: "trigger.days_of_week")
    try stage.press("space")
    #expect(reaches(&stage).count == 1)
  }

  @Test func anAnswerToAFormThatIsGoneIsDropped() throws {
    var stage = try opened()
    let first = try #require(reaches(&stage).first)
    try stage.press("esc")
    #expect(stage.state.dialogs.isEmpty)
    stage.send(.partner(first.job, .reach(FixturePartnerForms.reach)))
    #expect(reaches(&stage).isEmpty)
  }
}
