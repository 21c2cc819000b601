import Canvas
import Core
import Testing

@testable import TUI

@Suite struct MouseTests {
  @Test(arguments: [Size(width: 80, height: 24), Size(width: 140, height: 42)])
  func aTabOfTheTopLineLeadsToItsScreen(size: Size) throws {
    var stage = Stage(size: size)
    // Where names have no room, the keys stand for them.
    try stage.click(on: size.width >= 100 ? "Overview" : "1  2")
    #expect(stage.state.screen == .overview)
    try stage.click(on: size.width >= 100 ? "Discover" : "3  4")
    #expect(stage.state.screen == .discover)
  }

  @Test func aTileLeadsToItsScreen() throws {
    var stage = Stage(size: Size(width: 140, height: 50), screen: .overview)
    try stage.click(on: "Leaving next")
    #expect(stage.state.screen == .discover)
    #expect(stage.state.discovery.focus == .sessions)
    try stage.press("1")
    try stage.click(on: "42 alerts today")
    #expect(stage.state.screen == .deals)
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

  @Test func aHintDoesWhatItsKeyDoes() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    try stage.click(on: "t extend")
    #expect(stage.picture().contains("Extend parking as"))
    try stage.click(on: "esc back")
    #expect(stage.state.dialogs.isEmpty)
    try stage.click(on: "? help")
    #expect(stage.picture().contains("Help: Sessions"))
  }

  @Test func aPressOnAnyRowOfAnAnswerMarksIt() throws {
    var stage = Stage(size: Size(width: 80, height: 24))
    try stage.press("S")
    // The second row of the third answer: leave it, ordinary days, the Friday rush.
    try stage.click(on: "come for a meal")
    guard case .choice(let choice)? = stage.state.dialogs.last else {
      Issue.record("the question is gone")
      return
    }
    #expect(choice.options[choice.selection].title == "Friday rush")
    // What is said of an answer hangs in one column.
    let rows = stage.picture().split(separator: "\n").map(String.init)
    func column(of text: String) -> Int? {
      rows.lazy.compactMap { row in row.firstRange(of: text).map { TextWidth.columns(String(row[..<$0.lowerBound])) } }
        .first
    }
    #expect(column(of: "Next Friday") != nil)
    #expect(column(of: "Next Friday") == column(of: "come for a meal"))
  }

  @Test func aPressMarksACommandOfThePaletteAndAnotherRunsIt() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    try stage.press(":")
    stage.type("theme")
    try stage.click(on: "Theme: light")
    #expect(stage.state.view.theme == .dark && stage.state.dialogs.count == 1)
    try stage.click(on: "Theme: light")
    #expect(stage.state.view.theme == .light && stage.state.dialogs.isEmpty)
  }

  @Test func theWheelMovesThePaneUnderThePointerAndEndsTypingInAnother() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    try stage.press("/")
    stage.type("a")
    let area = try #require(DiscoverLayout(stage.state).panes[.ranked])
    let point = Point(x: area.x + 4, y: area.y + 6)
    stage.send(.input(.mouse(MouseEvent(.wheelDown, at: point))))
    #expect(stage.state.discovery.focus == .ranked && !stage.state.discovery.isFiltering)
    #expect(stage.state.discovery.sessionTable.isFiltered)
  }

  @Test func theWheelScrollsHelp() throws {
    var stage = Stage(size: Size(width: 80, height: 24))
    try stage.press("?")
    let before = stage.picture()
    stage.send(.input(.mouse(MouseEvent(.wheelDown, at: Point(x: 40, y: 12)))))
    #expect(stage.picture() != before)
  }
}
