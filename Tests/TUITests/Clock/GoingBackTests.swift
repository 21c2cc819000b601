import Canvas
import Core
import Testing

@testable import TUI

/// Going back undoes what a person did, which no run brings again.
@Suite struct GoingBackTests {
  /// A stage whose clock has run a little.
  private func stage() throws -> Stage {
    var stage = Stage(size: Size(width: 80, height: 24))
    try stage.press(".")
    return stage
  }

  @Test func whatTheTownDidByItselfIsGoneBackFromWithoutAQuestion() throws {
    var stage = try stage()
    try stage.press("0")
    #expect(stage.state.dialogs.isEmpty)
    #expect(stage.state.now == FixtureBoard.now)
  }

  @Test func whatAPersonDidIsAskedAboutAndTheFirstAnswerKeepsIt() throws {
    var stage = try stage()
    try stage.press("t", "down", "enter")
    guard case .extend(let job, _, _)? = stage.takeEffects().last else {
      Issue.record("nothing was extended")
      return
    }
    stage.send(.extended(job, try #require(stage.state.discovery.session)))
    let before = stage.state.now
    try stage.press("0", "enter")
    #expect(stage.state.now == before)
    try stage.press("0")
    #expect(stage.picture().contains("is undone: 1 deed."))
    try stage.press("0")
    #expect(stage.state.now == before)
    try stage.press("y")
    #expect(stage.state.now == FixtureBoard.now)
    // There is nothing left to be asked about.
    try stage.press(".", "0")
    #expect(stage.state.dialogs.isEmpty)
  }
}
