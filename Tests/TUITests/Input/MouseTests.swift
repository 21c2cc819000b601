import Canvas
import Core
import Testing

@testable import TUI

@Suite struct MouseTests {
  @Test(arguments: [Size(width: 80, height: 24), Size(width: 140, height: 42)])
  func aTabOfTheTopLineLeadsToItsScreen(size: Size) throws {
    var stage = Stage(size: size)
    try stage.click(on: "Overview")
    #expect(stage.state.screen == .overview)
    try stage.click(on: "Discover")
    #expect(stage.state.screen == .discover)
  }

  @Test func aTileLeadsToItsScreen() throws {
    var stage = Stage(size: Size(width: 140, height: 42), screen: .overview)
    try stage.click(on: "Today")
    #expect(stage.state.screen == .overview)
    try stage.click(on: "Leaving next")
    #expect(stage.state.screen == .discover)
  }

  @Test func aTabOfPanesLeadsToItsPane() throws {
    var stage = Stage(size: Size(width: 80, height: 24))
    try stage.click(on: "Held back")
    #expect(stage.state.discovery.focus == .heldBack)
  }

  @Test func theFirstClickOnAnAnswerMarksItAndTheSecondTakesIt() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    try stage.press("enter", "d")
    try stage.click(on: "too far")
    #expect(stage.state.dialogs.count == 1 && stage.takeEffects().isEmpty)
    try stage.click(on: "too far")
    guard case .dismiss(_, _, .tooFar, _)? = stage.takeEffects().first else {
      Issue.record("nothing was dismissed")
      return
    }
    #expect(stage.state.dialogs.isEmpty)
  }

  @Test func theWheelScrollsHelp() throws {
    var stage = Stage(size: Size(width: 80, height: 24))
    try stage.press("?")
    let before = stage.picture()
    stage.send(.input(.mouse(MouseEvent(.wheelDown, at: Point(x: 40, y: 12)))))
    #expect(stage.picture() != before)
  }
}
