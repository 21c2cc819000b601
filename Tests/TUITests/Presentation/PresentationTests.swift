import Canvas
import Core
import Testing

@testable import TUI

@Suite struct PresentationTests {
  private func presenting(_ width: Int = 140, _ height: Int = 42) throws -> Stage {
    var stage = Stage(size: Size(width: width, height: height))
    try stage.press("P")
    stage.send(.tick(stage.state.wall + .seconds(5)))
    return stage
  }

  @Test(arguments: [(140, 42), (80, 24), (60, 16), (200, 60)])
  func nobodyIsNamedAndNoKeyIsHinted(width: Int, height: Int) throws {
    let stage = try presenting(width, height)
    let picture = stage.picture()
    for name in stage.world.names.values { #expect(!picture.contains(name)) }
    #expect(picture.contains("Driver 8848"))
    #expect(picture.contains("47 min left"))
    #expect(picture.contains("DEMO"))
    #expect(stage.footer.allSatisfy { $0 == " " })
  }

  @Test(arguments: ["P", "esc"]) func oneKeyLeavesAndTheNamesAreBack(key: String) throws {
    var stage = try presenting()
    try stage.press(key)
    #expect(!stage.state.isPresenting)
    #expect(stage.picture().contains("Ana R."))
    #expect(stage.picture().contains("quit"))
  }

  @Test func namesStayHiddenWhateverIsReadOrAsked() throws {
    var stage = try presenting()
    try stage.press("space")
    stage.pass(milliseconds: 330)
    try stage.press("space", "tab", "a")
    #expect(stage.picture().contains("Accept as Driver 8848?"))
    try stage.press("esc", "o")
    #expect(stage.picture().contains("you are Driver 8848"))
    try stage.press("g")
    #expect(stage.picture().contains("names are hidden"))
    try stage.press("1")
    #expect(!stage.picture().contains("Ana R."))
  }

  @Test func whatCannotBeSeenHasNoKey() throws {
    var stage = try presenting()
    for key in ["/", "b", "z", "L", "s", "v"] {
      let before = stage.state
      try stage.press(key)
      #expect(stage.state == before, "\(key) did something")
    }
  }

  @Test func anotherDriverIsShownOnceOneHasDrivenOff() throws {
    var stage = try presenting()
    try stage.press(">", "space")
    // 47 minutes of the town are over in less than five seconds.
    stage.pass(milliseconds: 4950)
    #expect(stage.state.discovery.selectedSessionID != Stage.rich)
    #expect(stage.picture().contains("min left"))
  }

  @Test func theNextDriverIsShownByAKey() throws {
    var stage = try presenting()
    try stage.press("down")
    #expect(stage.state.discovery.selectedSessionID != Stage.rich)
    #expect(!stage.picture().contains("Driver 8848"))
  }
}
