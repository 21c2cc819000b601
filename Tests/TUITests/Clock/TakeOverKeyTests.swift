import Core
import Testing

@testable import TUI

/// Deciding for somebody else, from the keyboard's side.
@Suite struct TakeOverKeyTests {
  @Test func oneKeyTakesOverAndTheSameHandsBack() throws {
    var stage = Stage()
    try stage.press("o")
    #expect(stage.state.clock.run?.takenOver == Stage.rich)
    #expect(stage.picture().contains("you are Ana R."))
    #expect(stage.picture().contains("(you)"))
    try stage.press("o")
    #expect(stage.state.clock.run?.takenOver == nil)
    #expect(!stage.picture().contains("you are"))
  }

  @Test func theNextOneIsTakenOverInsteadOfTheLast() throws {
    var stage = Stage()
    try stage.press("o", "down")
    let next = try #require(stage.state.discovery.selectedSessionID)
    try stage.press("o")
    #expect(stage.state.clock.run?.takenOver == next)
  }

  @Test func aCarThatLeavesIsSpokenOf() throws {
    var stage = Stage()
    try stage.press("o")
    stage.answersClock = false
    try stage.press(".")
    guard case .clock(let job, _, _)? = stage.takeEffects().last, var report = stage.state.clock.run else {
      Issue.record("no order was given")
      return
    }
    report.takenOver = nil
    stage.send(.clock(job, ClockNews(report, nil)))
    #expect(stage.picture().contains("The car of session 8848 has left"))
  }

  @Test func decisionsAreThePersonsOwn() throws {
    var stage = Stage()
    try stage.press("o", "tab", "a")
    #expect(stage.picture().contains("Accept as Ana R.?"))
    try stage.press("y")
    guard case .accept(_, let target)? = stage.takeEffects().last else {
      Issue.record("nothing was accepted")
      return
    }
    #expect(target.sessionID == Stage.rich)
  }

  @Test func nothingIsTakenOverInADatabaseThatMustNotBeWritten() throws {
    var stage = Stage()
    stage.change { $0.isReadOnly = true }
    try stage.press("o")
    #expect(stage.state.clock.run == nil)
    #expect(stage.picture().contains("opened read-only"))
  }
}
