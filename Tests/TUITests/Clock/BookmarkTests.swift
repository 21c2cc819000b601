import Core
import Testing

@testable import TUI

@Suite struct BookmarkTests {
  /// A town that has made a step, with the form for a name open.
  private func asked() throws -> Stage {
    var stage = Stage()
    try stage.press(".", "B", "down", "enter")
    return stage
  }

  @Test func aMomentIsMarkedUnderTheNameThatIsTyped() throws {
    var stage = try asked()
    #expect(stage.state.form?.text("name") == "Fri 17:42")
    try stage.press("ctrl-u")
    stage.type("before the rain ")
    try stage.press("enter")
    #expect(stage.state.dialogs.isEmpty)
    #expect(stage.state.clock.run?.bookmarks.map(\.title) == ["before the rain"])
    #expect(stage.picture().contains("before the rain is bookmarked"))
  }

  @Test func aNameIsNeitherEmptyNorTaken() throws {
    var stage = try asked()
    try stage.press("ctrl-u", "enter")
    #expect(stage.state.form?.fields[0].error == "Is empty; give a text.")
    stage.type("here")
    try stage.press("enter", "B", "down", "enter", "ctrl-u")
    stage.type("here")
    try stage.press("enter")
    #expect(stage.state.form?.fields[0].error == "Is another bookmark's; choose another.")
    #expect(stage.state.clock.run?.bookmarks.count == 1)
  }

  @Test func theMomentStandsStillWhileItsNameIsTyped() throws {
    var stage = Stage()
    try stage.press("space")
    stage.pass(milliseconds: 330)
    try stage.press("B", "down", "enter")
    let moment = stage.state.now
    stage.pass(milliseconds: 990)
    try stage.press("enter")
    #expect(stage.state.clock.run?.bookmarks.map(\.at) == [moment])
  }
}
