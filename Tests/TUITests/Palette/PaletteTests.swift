import Canvas
import Core
import Testing

@testable import TUI

@Suite struct PaletteTests {
  private func palette(_ stage: Stage) throws -> Palette {
    guard case .palette(let palette) = stage.state.dialogs.last else {
      Issue.record("the palette is not open")
      return Palette(recent: [], scopes: [])
    }
    return palette
  }

  @Test(arguments: [":", "ctrl-p"])
  func bothKeysListEveryCommand(key: String) throws {
    var stage = Stage()
    try stage.press(key)
    #expect(try Set(palette(stage).commands.map(\.id)) == Set(CommandTable.all.map(\.id)))
  }

  @Test func whatWorksHereStandsBeforeWhatDoesNot() throws {
    var stage = Stage(screen: .overview)
    try stage.press(":")
    let ids = try palette(stage).commands.map(\.id)
    let here = try #require(ids.firstIndex(of: "overview.open"))
    let elsewhere = try #require(ids.firstIndex(of: "offer.accept"))
    #expect(here < elsewhere)
  }

  @Test func typingNarrowsAndEnterRuns() throws {
    var stage = Stage()
    try stage.press(":")
    stage.type("extpark")
    #expect(try palette(stage).selected?.id == "session.extend")
    try stage.press("enter")
    #expect(stage.picture().contains("Extend parking as Ana R."))
    #expect(stage.state.dialogs.count == 1)
  }

  @Test func aCommandCanBeFoundByItsId() throws {
    var stage = Stage()
    try stage.press(":")
    stage.type("offer.acc")
    #expect(try palette(stage).selected?.id == "offer.accept")
  }

  @Test func whatDoesNotWorkNowSaysWhyAndStays() throws {
    var stage = Stage()
    try stage.press(":")
    stage.type("caret left")
    #expect(stage.picture().contains("works only while text is typed"))
    try stage.press("enter")
    #expect(stage.state.notices.last?.toast.text == "Caret left: works only while text is typed")
    #expect(stage.state.dialogs.count == 1)
  }

  @Test func aCommandOfAnotherScreenGoesThereFirstAndEscReturns() throws {
    var stage = Stage(screen: .overview)
    try stage.press(":")
    stage.type("held back")
    try stage.press("enter")
    #expect(stage.state.screen == .discover)
    #expect(!stage.state.discovery.showsHeldBack)
    try stage.press("esc")
    #expect(stage.state.screen == .overview)
    #expect(stage.state.trail.isEmpty)
  }

  @Test func whatWasRunLastStandsFirst() throws {
    var stage = Stage()
    for typed in ["freeze", "redraw"] {
      try stage.press(":")
      stage.type(typed)
      try stage.press("enter")
    }
    try stage.press(":")
    #expect(try palette(stage).commands.prefix(2).map(\.id) == ["app.redraw", "view.freeze"])
    stage.type("z")
    try stage.press("backspace")
    #expect(try palette(stage).commands.first?.id == "app.redraw")
  }

  @Test func arrowsMoveAndEscClosesWithoutDoingAnything() throws {
    var stage = Stage()
    try stage.press(":", "down", "down", "up")
    #expect(try palette(stage).selection == 1)
    try stage.press("page-down", "page-up", "page-up")
    #expect(try palette(stage).selection == 0)
    try stage.press("esc")
    #expect(stage.state.dialogs.isEmpty)
    #expect(stage.takeEffects().isEmpty)
  }

  @Test func nothingFoundIsSaidAndEnterDoesNothing() throws {
    var stage = Stage()
    try stage.press(":")
    stage.type("qqqq")
    #expect(stage.picture().contains("No command has these letters"))
    try stage.press("enter")
    #expect(stage.state.dialogs.count == 1)
  }

  @Test(arguments: [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 140, height: 42)])
  func theTypedTextTheMarkedCommandAndItsKeyAreInSightAtEverySize(size: Size) throws {
    var stage = Stage(size: size)
    try stage.press(":")
    stage.type("zoom")
    let picture = stage.picture()
    for words in ["Commands", ": zoom", "▸ Zoom", " z ", "enter run", "esc back"] {
      #expect(picture.contains(words), "\(words) is missing at \(size):\n\(picture)")
    }
  }
}
