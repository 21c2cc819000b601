import Canvas
import Core
import Testing

@testable import TUI

@Suite struct ReloadTests {
  private func reads(_ effects: [Effect]) -> [(Job, BoardRequest)] {
    effects.compactMap { if case .loadBoard(let job, let request) = $0 { (job, request) } else { nil } }
  }

  @Test func readsOnceAtATimeAndOnceMoreForAllThatCameMeanwhile() {
    var stage = Stage(loaded: false)
    let first = reads(stage.takeEffects())
    #expect(first.count == 1)
    #expect(first[0].1.topics == Set(Topic.allCases))
    for topic in [Topic.sessions, .offers, .offers] { stage.send(.changed([topic])) }
    #expect(stage.takeEffects().isEmpty)
    stage.send(.boardLoaded(first[0].0, stage.world.board(selecting: Stage.rich)))
    let second = reads(stage.takeEffects())
    #expect(second.map(\.1.topics) == [[.sessions, .offers]])
    stage.send(.boardLoaded(second[0].0, stage.world.board(selecting: Stage.rich)))
    #expect(stage.takeEffects().isEmpty)
    #expect(stage.state.freshness == .live)
  }

  @Test func dropsAResultThatNobodyWaitsFor() {
    var stage = Stage()
    let before = stage.state
    stage.send(.boardLoaded(Job(4711), FixtureBoard(seed: 1, sessions: 2).board()))
    stage.send(.accepted(Job(4711), claim))
    stage.send(.failed(Job(4711), "late"))
    #expect(stage.state == before)
  }

  @Test func aReadForASessionThatWasLeftIsFollowedByTheRightOne() throws {
    var stage = Stage()
    stage.answersReads = false
    try stage.press("down")
    let first = reads(stage.takeEffects())
    let left = try #require(first.first?.1.sessionID)
    try stage.press("down")
    #expect(stage.takeEffects().isEmpty)
    let now = try #require(stage.state.discovery.selectedSessionID)
    stage.send(.boardLoaded(first[0].0, stage.world.board(selecting: left)))
    #expect(stage.state.discovery.document == nil)
    let second = reads(stage.takeEffects())
    #expect(second.map(\.1.sessionID) == [now])
    stage.send(.boardLoaded(second[0].0, stage.world.board(selecting: now)))
    #expect(stage.state.discovery.document?.context.session.id == now)
  }

  @Test func doesNotReadForeverWhenASessionCannotBeRanked() throws {
    var stage = Stage()
    stage.answersReads = false
    try stage.press("down")
    var board = stage.world.board()
    board.selected = nil
    stage.send(.boardLoaded(reads(stage.takeEffects())[0].0, board))
    #expect(reads(stage.takeEffects()).isEmpty)
  }

  @Test func aFailureIsToldAndLeavesTheDataStale() throws {
    var stage = Stage()
    stage.answersReads = false
    stage.send(.changed([.offers]))
    stage.send(.failed(reads(stage.takeEffects())[0].0, "the database is locked"))
    #expect(stage.picture().contains("the database is locked"))
    stage.send(.tick(FixtureBoard.now + .seconds(12)))
    #expect(stage.picture().contains("stale 12 s"))
    try stage.press("r")
    #expect(reads(stage.takeEffects()).map(\.1.topics) == [Set(Topic.allCases)])
  }

  @Test func aNewMinuteRanksAnew() {
    var stage = Stage()
    stage.answersReads = false
    stage.send(.tick(FixtureBoard.now + .seconds(30)))
    #expect(stage.takeEffects().isEmpty)
    stage.send(.tick(FixtureBoard.now + .seconds(60)))
    #expect(reads(stage.takeEffects()).map(\.1.topics) == [[.clock]])
  }

  @Test func aFrozenViewStaysAsItIsUntilItIsLetGo() throws {
    var stage = Stage()
    try stage.press("f")
    stage.world.funnel.acceptances = 999
    stage.send(.changed([.interactions]))
    stage.send(.tick(FixtureBoard.now + .seconds(90)))
    #expect(stage.state.discovery.board?.funnel.acceptances == 611)
    #expect(stage.picture().contains("frozen"))
    try stage.press("down")
    #expect(stage.state.discovery.document?.context.session.id == stage.state.discovery.selectedSessionID)
    #expect(stage.state.discovery.board?.funnel.acceptances == 611)
    try stage.press("f")
    #expect(stage.state.discovery.board?.funnel.acceptances == 999)
  }

  @Test func whatChangedIsMarkedForTwoSeconds() {
    var stage = Stage()
    #expect(!stage.picture().contains("•"))
    stage.world.funnel.acceptances += 1
    stage.send(.changed([.interactions]))
    #expect(stage.picture().contains("612•"))
    #expect(stage.state.nextChange == FixtureBoard.now + .seconds(2))
    stage.send(.tick(FixtureBoard.now + .seconds(2)))
    #expect(!stage.picture().contains("•"))
  }

  private var claim: Claim {
    var random = SeededGenerator(seed: 1)
    return Claim(
      id: Claim.ID(1), code: ClaimCode(using: &random), offerID: Offer.ID(1), expiresAt: FixtureBoard.now,
      capacityLeft: 3)
  }
}
