import Canvas
import Core
import Testing

@testable import TUI

@Suite struct DiscoverSnapshotTests {
  @Test func discoverAtItsUsualSize() {
    Snapshot.expect(Stage().picture(), is: "discover-120x40")
  }

  @Test func overviewAtItsUsualSize() {
    Snapshot.expect(Stage(screen: .overview).picture(), is: "overview-120x40")
  }

  @Test func overviewAsText() {
    let lines = OverviewText.lines(FixtureBoard().board(selecting: Stage.rich), width: 72)
    Snapshot.expect(lines.joined(separator: "\n"), is: "overview-text")
  }

  @Test func factorPartsAddUpToTheShownScore() throws {
    let document = try #require(Stage().state.discovery.document)
    for offer in document.ranking.ranked {
      #expect(offer.shownParts.reduce(0, +) == Int((offer.score + 0.5).rounded(.down)))
    }
  }

  @Test func theScoreOnScreenIsTheSumOfTheBars() throws {
    var stage = Stage()
    try stage.press("enter")
    let offer = try #require(stage.state.discovery.rankedOffer)
    let picture = stage.picture()
    for (part, shown) in zip(offer.parts, offer.shownParts) {
      #expect(picture.contains("\(shown)/\(Int(part.points.maximum))"))
    }
    #expect(picture.contains("Why \(offer.shownScore)"))
  }

  @Test func emptyStatesSayWhatToDo() {
    var stage = Stage(loaded: false)
    #expect(stage.picture().contains("Reading"))
    var world = FixtureBoard()
    world.sessions = []
    world.stream = []
    guard case .loadBoard(let job, _)? = stage.takeEffects().first else { return }
    stage.send(.boardLoaded(job, world.board()))
    #expect(stage.picture().contains("Nobody is parked now."))
    #expect(stage.picture().contains("Nothing has happened yet today."))
  }

  @Test func aSessionWithoutOffersSaysWhy() throws {
    var stage = Stage()
    try stage.press("home")
    #expect(stage.state.discovery.document?.ranking.ranked.isEmpty == true)
    #expect(stage.picture().contains("not enough time"))
  }

  @Test func namesAndTimesAreTheTowns() {
    let picture = Stage().picture()
    // 22:42 UTC is 17:42 in George Town.
    #expect(picture.contains("George Town  Fri 17:42"))
    #expect(picture.contains("DEMO"))
    #expect(!picture.contains("22:42"))
  }
}
