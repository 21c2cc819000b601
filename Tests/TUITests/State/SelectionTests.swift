import Canvas
import Core
import Testing

@testable import TUI

@Suite struct SelectionTests {
  @Test func staysOnTheSessionWhenOthersArriveBeforeIt() throws {
    var stage = Stage()
    #expect(stage.state.discovery.selectedSessionID == Stage.rich)
    let row = try #require(stage.state.discovery.selection(in: .sessions).row)
    var newcomer = stage.world.sessions[0]
    newcomer = ParkingSession(
      id: ParkingSession.ID(9999), personID: nil, placeName: "Goring Ave Lot", position: newcomer.position,
      zone: newcomer.zone, startedAt: FixtureBoard.now, expiresAt: FixtureBoard.now + .minutes(2))
    stage.world.sessions.insert(newcomer, at: 0)
    stage.send(.changed([.sessions]))
    #expect(stage.state.discovery.selectedSessionID == Stage.rich)
    #expect(stage.state.discovery.selection(in: .sessions).row == row + 1)
  }

  @Test func staysOnTheOfferWhenTheRankingTurns() throws {
    var stage = Stage()
    try stage.press("enter", "down", "down")
    let offer = try #require(stage.state.discovery.rankedOffer)
    #expect(stage.state.discovery.selection(in: .ranked).row == 2)
    let first = try #require(stage.state.discovery.document?.ranking.ranked.first?.offer.id)
    stage.world.histories[first, default: OfferHistory()].hasOpenClaim = true
    stage.send(.changed([.claims]))
    #expect(stage.state.discovery.rankedOffer?.offer.id == offer.offer.id)
    #expect(stage.state.discovery.selection(in: .ranked).row == 1)
  }

  @Test func startsAtTheBestOfferOfAnotherSession() throws {
    var stage = Stage()
    try stage.press("enter", "down", "shift-tab", "down")
    #expect(stage.state.discovery.selectedSessionID != Stage.rich)
    #expect(stage.state.discovery.selection(in: .ranked).row == 0)
  }

  @Test func goesToTheNextRowWhenTheSessionIsGone() throws {
    var stage = Stage()
    let row = try #require(stage.state.discovery.selection(in: .sessions).row)
    let next = stage.world.sessions[row + 1].id
    stage.world.sessions.remove(at: row)
    stage.send(.changed([.sessions]))
    #expect(stage.state.discovery.selectedSessionID == next)
    #expect(stage.state.discovery.document?.context.session.id == next)
  }

  @Test func filtersByPersonPlaceAndNumber() throws {
    var stage = Stage()
    try stage.press("/")
    stage.type("fort DECK")
    #expect(stage.state.discovery.sessions.allSatisfy { $0.session.placeName == "Fort Street Deck" })
    #expect(stage.state.discovery.sessions.count == 3)
    try stage.press("enter")
    #expect(stage.state.discovery.session?.placeName == "Fort Street Deck")
    try stage.press("esc")
    #expect(stage.state.discovery.sessions.count == 31)
    try stage.press("/")
    stage.type("8848")
    #expect(stage.state.discovery.sessions.map(\.session.id) == [Stage.rich])
  }

  @Test func keysOfOtherCommandsAreTextWhileTyping() throws {
    var stage = Stage()
    try stage.press("/")
    stage.type("qa1?")
    #expect(stage.state.discovery.sessionTable.filter.text == "qa1?")
    #expect(!stage.state.isQuitting)
    try stage.press("ctrl-c")
    #expect(stage.state.isQuitting)
  }

  @Test func pastedTextNeverActsAsKeys() throws {
    var stage = Stage()
    stage.send(.input(.paste("qqq")))
    #expect(!stage.state.isQuitting)
    try stage.press("/")
    stage.send(.input(.paste("ana\u{1B}[2J\r")))
    #expect(stage.state.discovery.sessionTable.filter.text == "ana[2J ")
  }

  @Test func anEventOfTheStreamLeadsToItsSession() throws {
    var stage = Stage()
    try stage.press("shift-tab")
    #expect(stage.state.discovery.focus == .stream)
    let event = try #require(stage.state.discovery.board?.stream[1])
    try stage.press("down", "enter")
    #expect(stage.state.discovery.selectedSessionID == event.sessionID)
    #expect(stage.state.discovery.focus == .ranked)
  }

  @Test func aClickSelectsTheRowUnderIt() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    let layout = DiscoverLayout(stage.state)
    let area = try #require(layout.panes[.sessions])
    let point = Point(x: area.x + 4, y: area.y + 4)
    let row = try #require(layout.row(at: point, in: .sessions, stage.state))
    stage.send(.input(.mouse(MouseEvent(.press, at: point))))
    #expect(stage.state.discovery.selectedSessionID == stage.world.sessions[row].id)
    let lines = stage.picture().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[point.y].hasPrefix("│▸"))
  }

  @Test func everyOneOfTwoThousandIsReachedAndFound() throws {
    var stage = Stage(world: FixtureBoard(sessions: 2000))
    try stage.press("end")
    #expect(stage.state.discovery.selectedSessionID == stage.world.sessions.last?.id)
    try stage.press("/")
    stage.type("ana r.")
    try stage.press("enter")
    let named = stage.world.sessions.filter { stage.world.names[$0.id] == "Ana R." }.map(\.id)
    #expect(named.count > 80)
    #expect(stage.state.discovery.sessions.map(\.id) == named)
  }
}
