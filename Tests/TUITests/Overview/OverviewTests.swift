import Canvas
import Core
import Testing

@testable import TUI

/// The tiles of the Overview: what they show, where they lead, and what is read for them.
@Suite struct OverviewTests {
  @Test(arguments: [(80, 24), (100, 30), (140, 42)]) func isDrawnAtEverySize(width: Int, height: Int) {
    let stage = Stage(size: Size(width: width, height: height), screen: .overview)
    Snapshot.expect(stage.picture(), is: "overview-\(width)x\(height)")
  }

  @Test func theRulesTileTellsOfTheDayAndWhatNobodyHasRead() {
    let picture = Stage(size: Size(width: 160, height: 60), screen: .overview).picture()
    #expect(picture.contains("42 alerts today · 3 held by quiet hours"))
    #expect(picture.firstMatch(of: /Gaming PC, RTX 4070 +\$750\.00 +12 min ago +gaming pc/) != nil)
  }

  @Test func numbersOfTheDayAreThoseOfTheTown() {
    let picture = Stage(size: Size(width: 140, height: 56), screen: .overview).picture()
    // Hours 0 to 17 of the fixture; the busiest hour had 143 acceptances, seven times as many impressions.
    #expect(picture.contains("accepted by hour") && picture.contains("most 143"))
    #expect(picture.contains("most 1,001"))
    #expect(picture.contains("2 sold out, 1 nearly"))
    #expect(picture.contains("23 open"))
    #expect(picture.contains("sold out"))
    // An open claim whose time is over is expired, whoever has or has not noted it.
    #expect(picture.contains("expired"))
  }

  @Test func everyTileCanBeReachedAndLeadsToItsPane() throws {
    for (steps, tile) in OverviewTile.allCases.enumerated() {
      var stage = Stage(size: Size(width: 140, height: 56), screen: .overview)
      for _ in 0..<steps { try stage.press("tab") }
      #expect(stage.state.focusedTile == tile)
      try stage.press("enter")
      let own: [OverviewTile: Screen] = [
        .campaigns: .campaigns, .partners: .partners, .experiments: .experiments, .rules: .deals,
      ]
      #expect(stage.state.screen == own[tile] ?? .discover)
      if let pane = tile.pane { #expect(stage.state.discovery.focus == pane) }
    }
  }

  @Test func arrowsGoToTheNearestTile() throws {
    var stage = Stage(size: Size(width: 140, height: 42), screen: .overview)
    try stage.press("right")
    #expect(stage.state.focusedTile == .today)
    try stage.press("down", "down")
    #expect(stage.state.focusedTile == .partners)
    try stage.press("left")
    #expect(stage.state.focusedTile == .town)
    try stage.press("up", "left")
    #expect(stage.state.focusedTile == .town)
  }

  @Test func theDayIsReadOnlyWhileItIsLookedAt() throws {
    var stage = Stage(loaded: false)
    guard case .loadBoard(let job, let first)? = stage.takeEffects().first else {
      Issue.record("nothing was read")
      return
    }
    #expect(!first.includesDay)
    stage.send(.boardLoaded(job, FixtureBoard().board()))
    try stage.press("1")
    guard case .loadBoard(_, let second)? = stage.takeEffects().last else {
      Issue.record("coming to the Overview read nothing")
      return
    }
    #expect(second.includesDay)
  }

  @Test func theClockTellsHowItGoes() throws {
    var stage = Stage(size: Size(width: 140, height: 42), screen: .overview)
    #expect(stage.picture().contains("space lets the town live on"))
    try stage.press("space")
    stage.pass(milliseconds: 100)
    #expect(stage.picture().contains("since Fri 17:42"))
    #expect(stage.picture().contains("seed 7"))
  }
}
