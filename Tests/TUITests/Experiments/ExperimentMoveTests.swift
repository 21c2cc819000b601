import Canvas
import Core
import Testing

@testable import TUI

/// Steps in the life of an experiment: what is asked, what is handed out, and what is refused with which reason.
@Suite struct ExperimentMoveTests {
  private func stage(on id: Experiment.ID) throws -> Stage {
    var stage = Stage(size: Size(width: 140, height: 42), screen: .experiments)
    try stage.press("home")
    for _ in 0..<10 where stage.state.experiments.table.selectedID != id { try stage.press("down") }
    try #require(stage.state.experiments.table.selectedID == id)
    _ = stage.takeEffects()
    return stage
  }

  private func reason(_ command: String, _ stage: Stage) -> String? {
    CommandTable.command(command)?.availability(stage.state).reason
  }

  @Test func aDraftIsStartedAfterAQuestion() throws {
    var stage = try stage(on: FixtureExperiments.draft)
    try stage.press("a")
    #expect(stage.picture().contains("Start this test?"))
    #expect(stage.takeEffects().isEmpty)
    try stage.press("y")
    guard case .experiment(let job, .start(FixtureExperiments.draft))? = stage.takeEffects().first else {
      Issue.record("nothing was started")
      return
    }
    #expect(reason("experiment.start", stage) == "the last step is still under way")
    stage.send(.experiment(job, .done(FixtureExperiments.draft, "happy-hour was started")))
    #expect(stage.picture().contains("happy-hour was started"))
  }

  @Test func theKeyThatAskedDoesNotAnswer() throws {
    var stage = try stage(on: FixtureExperiments.draft)
    try stage.press("a", "a", "enter")
    #expect(stage.takeEffects().isEmpty, "cancel is the default")
  }

  @Test func anUndecidedTestWarnsBeforeAWinnerIsNamed() throws {
    var stage = try stage(on: FixtureExperiments.springOffer)
    try stage.press("d")
    #expect(stage.picture().contains("a winner named now is a guess"))
    try stage.press("down", "enter")
    guard case .experiment(_, .end(FixtureExperiments.springOffer, winner: nil))? = stage.takeEffects().first else {
      Issue.record("it was not ended without a winner")
      return
    }
  }

  @Test func aDecidedTestOffersItsWinnerBeforeNobody() throws {
    var stage = try stage(on: FixtureExperiments.freeShipping)
    try stage.press("d")
    let picture = stage.picture()
    #expect(!picture.contains("a winner named now is a guess"))
    #expect(picture.contains("the verdict"))
    try stage.press("down", "down", "enter")
    guard case .experiment(_, .end(FixtureExperiments.freeShipping, winner: 1))? = stage.takeEffects().first else {
      Issue.record("it was not ended for B")
      return
    }
  }

  @Test func stepsSayWhyTheyAreNotPossible() throws {
    let running = try stage(on: FixtureExperiments.springOffer)
    #expect(reason("experiment.start", running) == "only a draft can be started; this one is running")
    #expect(reason("experiment.edit", running) == "only a draft can be edited; this one is running")
    #expect(reason("experiment.deploy", running) == "it has to be ended for a winner first")
    let won = try stage(on: Experiment.ID(5))
    #expect(reason("experiment.end", won) == "only a running experiment can be ended; this one is ended")
    #expect(reason("experiment.deploy", won) == nil, "an operator may")
    #expect(reason("experiment.deploy", try stage(on: Experiment.ID(6))) == "it ended without a winner")
  }

  @Test func analystsTestAndOperatorsDeploy() throws {
    var won = try stage(on: Experiment.ID(5))
    won.change { $0.actor = Actor(.analyst, "ana") }
    #expect(reason("experiment.deploy", won) == "it ends offers, which is the operators'")
    var draft = try stage(on: FixtureExperiments.draft)
    draft.change { $0.actor = Actor(.analyst, "ana") }
    #expect(reason("experiment.start", draft) == nil)
    draft.change { $0.isReadOnly = true }
    #expect(reason("experiment.start", draft) == "opened read-only")
  }

  @Test func deployingNamesTheOffersThatEndBeforeItIsDone() throws {
    var stage = try stage(on: Experiment.ID(5))
    try stage.press("D")
    guard case .experiment(let job, .askToDeploy(Experiment.ID(5)))? = stage.takeEffects().first else {
      Issue.record("nobody asked which offers end")
      return
    }
    stage.send(.experiment(job, .ending(Experiment.ID(5), ["Late lunch", "Oyster hour"])))
    for words in ["Deploy B, dessert free?", "2 offers of the other arms end", "- Oyster hour"] {
      #expect(stage.picture().contains(words), "\(words) is missing")
    }
    try stage.press("y")
    guard case .experiment(_, .deploy(Experiment.ID(5)))? = stage.takeEffects().first else {
      Issue.record("it was not deployed")
      return
    }
  }

  @Test func rampingKeepsWhatIsWrongFromBeingHandedIn() throws {
    var stage = try stage(on: FixtureExperiments.springOffer)
    try stage.press("p")
    #expect(stage.picture().contains("moves nobody from one arm to another"))
    try stage.press("ctrl-s")
    #expect(stage.picture().contains("Is as it was"))
    try stage.press("ctrl-u")
    stage.type("50")
    try stage.press("tab", "ctrl-u")
    stage.type("0.5, 0.6")
    try stage.press("ctrl-s")
    #expect(stage.picture().contains("Must add up to 1"))
    try stage.press("ctrl-u")
    stage.type("0.9, 0.1")
    try stage.press("ctrl-s")
    guard
      case .experiment(_, .ramp(FixtureExperiments.springOffer, coverage: 0.5, weights: [0.9, 0.1]))? =
        stage.takeEffects().last
    else {
      Issue.record("it was not ramped")
      return
    }
  }

  @Test func theOfferOfAnArmIsFollowedAndEscComesBack() throws {
    var stage = try stage(on: FixtureExperiments.springOffer)
    try stage.press("o")
    #expect(stage.state.screen == .partners)
    #expect(stage.state.partners.offerTable.selectedID == Offer.ID(1000))
    try stage.press("esc")
    #expect(stage.state.screen == .experiments)
    #expect(stage.state.experiments.table.selectedID == FixtureExperiments.springOffer)
  }
}
