import Core
import Testing

@testable import TUI

@Suite struct JumpTests {
  private let start = FixtureBoard.now

  /// Asks for a time of today, in a town that gets five minutes on with every stride.
  private func jump(to time: String, _ stage: inout Stage) throws {
    try stage.press("J", "down", "ctrl-u")
    stage.type(time)
    stage.answersClock = false
    try stage.press("enter")
  }

  /// Answers the order that is under way as a town would that got as far as an instant; the order.
  @discardableResult
  private func arrive(at instant: Timestamp, _ stage: inout Stage) throws -> ClockOrder {
    guard case .clock(let job, let order, _)? = stage.takeEffects().last else {
      Issue.record("no order was given")
      return .step
    }
    var report = stage.state.clock.run ?? TownRunReport(now: start, start: start, seed: 7)
    report.now = instant
    stage.send(.clock(job, ClockNews(report, nil)))
    return order
  }

  @Test func theWayIsShownAndEndsThere() throws {
    var stage = Stage()
    try jump(to: "18:42", &stage)
    // The fixture's clock shows 17:42:07, so the way is 3593 seconds long; a quarter of it is 14 minutes and 58 seconds.
    let target = start + .seconds(3593)
    let quarter = start + TimeSpan(milliseconds: 898_250)
    #expect(try arrive(at: quarter, &stage) == .advance(to: target, milliseconds: 10))
    #expect(stage.state.progress.map(\.title) == ["Jumping to Fri 18:42"])
    #expect(stage.state.progress.first?.part == 0.25)
    #expect(stage.state.progress.first?.detail == "Fri 17:57")
    try arrive(at: target, &stage)
    #expect(stage.state.progress.isEmpty)
    #expect(!stage.state.clock.isMoving)
    #expect(stage.state.now == target)
  }

  @Test func whoIsLongGoneThereIsNotLookedAtAnyMore() throws {
    var stage = Stage()
    try jump(to: "19:42", &stage)
    stage.answersReads = false
    // The selected session had 47 minutes left.
    try arrive(at: start + .hours(2), &stage)
    let requests = stage.takeEffects().compactMap { effect -> BoardRequest? in
      if case .loadBoard(_, let request) = effect { request } else { nil }
    }
    #expect(requests.map(\.sessionID) == [nil])
  }

  @Test(arguments: ["esc", "ctrl-c", "space"]) func aKeyStopsItWhereItIs(key: String) throws {
    var stage = Stage()
    try jump(to: "18:42", &stage)
    try arrive(at: start + .minutes(15), &stage)
    try stage.press(key)
    try arrive(at: start + .minutes(20), &stage)
    #expect(stage.state.progress.isEmpty)
    #expect(!stage.state.isQuitting)
    #expect(!stage.state.clock.isMoving)
    #expect(stage.state.now == start + .minutes(20))
    #expect(
      stage.takeEffects().allSatisfy { effect in
        if case .clock = effect { false } else { true }
      })
  }

  /// The town's first word comes when esc was pressed already: what answers esc is still the lowest, and nothing is lost.
  @Test func theAnswerToEscStandsLowestThoughTheTownSpeaksAfterIt() throws {
    var stage = Stage()
    stage.world.kind = .live
    try stage.press("r")
    try jump(to: "18:42", &stage)
    try stage.press("esc")
    guard case .clock(let job, _, _)? = stage.takeEffects().last else {
      Issue.record("no order was given")
      return
    }
    let run = TownRunReport(now: start + .minutes(5), start: start, seed: 7, isCopy: true)
    stage.send(.clock(job, ClockNews(run, nil)))
    let rows = stage.picture().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[rows.count - 2].contains("i The jump was stopped at Fri 17:42"))
    #expect(rows[rows.count - 3].contains("! This is a live database: the clock runs on a copy in memory"))
  }

  @Test func anEarlierTimeIsReachedFromTheLastBookmarkBeforeIt() throws {
    var stage = Stage()
    // Three steps of twenty seconds, a bookmark after the first and after the second.
    for name in ["first", "second"] {
      try stage.press(".", "B", "down", "enter", "ctrl-u")
      stage.type(name)
      try stage.press("enter")
    }
    try stage.press(".")
    stage.answersClock = false
    _ = stage.takeEffects()
    stage.jump(to: start + .seconds(30))
    let bookmark = try #require(stage.state.clock.run?.bookmarks.first)
    #expect(try arrive(at: bookmark.at, &stage) == .go(to: bookmark))
    #expect(try arrive(at: start + .seconds(25), &stage) == .advance(to: start + .seconds(30), milliseconds: 10))
    // Five of the ten seconds between the bookmark and the time that is asked for.
    #expect(stage.state.progress.first?.part == 0.5)
  }

  @Test func aTimeBeforeTheRunIsRefusedInWords() throws {
    var stage = Stage()
    try stage.press(".")
    try jump(to: "17:41", &stage)
    #expect(
      stage.state.form?.fields[1].error == "Is before the run began, Fri 17:42; choose a later one.")
    #expect(stage.state.clock.jump == nil)
  }
}
