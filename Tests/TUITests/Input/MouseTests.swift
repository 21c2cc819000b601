import Canvas
import Core
import Testing

@testable import TUI

@Suite struct MouseTests {
  /// Presses on the first sign of a text that stands on the screen.
  private func click(_ stage: inout Stage, on text: String) throws {
    let rows = stage.picture().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let row = try #require(rows.firstIndex { $0.contains(text) }, "\(text) is not there")
    let before = try #require(rows[row].firstRange(of: text)).lowerBound
    let column = TextWidth.columns(String(rows[row][..<before]))
    stage.send(.input(.mouse(MouseEvent(.press, at: Point(x: column, y: row)))))
  }

  @Test(arguments: [Size(width: 80, height: 24), Size(width: 140, height: 42)])
  func aTabOfTheTopLineLeadsToItsScreen(size: Size) throws {
    var stage = Stage(size: size)
    try click(&stage, on: "Overview")
    #expect(stage.state.screen == .overview)
    try click(&stage, on: "Discover")
    #expect(stage.state.screen == .discover)
  }

  @Test func aTileLeadsToItsScreen() throws {
    var stage = Stage(size: Size(width: 140, height: 42), screen: .overview)
    try click(&stage, on: "Today")
    #expect(stage.state.screen == .overview)
    try click(&stage, on: "Leaving next")
    #expect(stage.state.screen == .discover)
  }

  @Test func aTabOfPanesLeadsToItsPane() throws {
    var stage = Stage(size: Size(width: 80, height: 24))
    try click(&stage, on: "Held back")
    #expect(stage.state.discovery.focus == .heldBack)
  }

  @Test func theFirstClickOnAnAnswerMarksItAndTheSecondTakesIt() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    try stage.press("enter", "d")
    try click(&stage, on: "too far")
    #expect(stage.state.dialogs.count == 1 && stage.takeEffects().isEmpty)
    try click(&stage, on: "too far")
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
