import Canvas
import Core
import Testing

@testable import TUI

@Suite struct ClockTests {
  private let start = FixtureBoard.now

  @Test func spaceLetsTheTownRunSixtyTimesAsFastAndStopsItAgain() throws {
    var stage = Stage()
    #expect(!stage.picture().contains("▶"))
    try stage.press("space")
    stage.pass(milliseconds: 990)
    // Thirty strides of 33 milliseconds, and the one of 30 taken with the key.
    #expect(stage.state.now == start + .milliseconds(60 * (990 + 30)))
    #expect(stage.picture().contains("Fri 17:43 x60 ▶"))
    try stage.press("space")
    let standing = stage.state.now
    stage.pass(milliseconds: 990)
    #expect(stage.state.now == standing)
    #expect(stage.picture().contains("Fri 17:43 paused"))
  }

  @Test func aStandingClockNeedsNoTurnOfTheLoopBeforeASweep() throws {
    var stage = Stage()
    try stage.press("space", "space")
    stage.send(.tick(start + .seconds(60)))
    #expect(stage.state.notices.isEmpty)
    #expect(stage.state.nextChange == start + .minutes(30))
  }

  @Test func speedsGoFromRealTimeToFlatOut() throws {
    var stage = Stage()
    for title in ["x600", "flat out"] {
      try stage.press(">")
      #expect(stage.state.clock.speed.title == title)
    }
    try stage.press(">")
    #expect(stage.picture().contains("it goes as fast as it can"))
    for title in ["x600", "x60", "x10", "x1"] {
      try stage.press("<")
      #expect(stage.state.clock.speed.title == title)
    }
    try stage.press("space")
    stage.pass(milliseconds: 9900)
    #expect(stage.state.now - start == .seconds(10))
  }

  @Test func aStepLetsOneThingHappenAndSaysWhat() throws {
    var stage = Stage()
    try stage.press("space", ".")
    #expect(!stage.state.clock.isRunning)
    #expect(stage.picture().contains("a driver accepts, session 8848"))
  }

  @Test func stepsThatArePressedFasterThanTheTownAllCount() throws {
    var stage = Stage()
    stage.answersClock = false
    try stage.press(".", ".", ".")
    #expect(stage.takeEffects().count == 1)
    #expect(stage.state.clock.waiting == [.step, .step])
  }

  @Test func zeroGoesBackToWhereTheClockWasLetGo() throws {
    var stage = Stage()
    try stage.press("0")
    #expect(stage.picture().contains("the clock has not run yet"))
    try stage.press(".", "0")
    #expect(stage.state.now == start)
    #expect(stage.picture().contains("Back at the start, Fri 17:42"))
  }

  @Test func aBookmarkIsMadeGoneToAndForgotten() throws {
    var stage = Stage()
    try stage.press(".", "B", "down", "enter", "enter")
    let marked = stage.state.now
    #expect(stage.state.clock.run?.bookmarks.map(\.at) == [marked])
    try stage.press(".", "B", "down", "down", "enter", "down", "enter")
    #expect(stage.state.now == marked)
    try stage.press("B", "down", "down", "enter", "down", "down", "enter")
    #expect(stage.state.clock.run?.bookmarks == [])
  }

  @Test func anotherStoryIsBegunFromAList() throws {
    var stage = Stage()
    try stage.press("S", "down", "down", "enter")
    #expect(stage.state.clock.run?.story == .scenario(.fridayRush))
    #expect(stage.picture().contains("Friday rush · seed 7"))
  }

  @Test func importedStaysCanBeReplayedWhereThereAreSome() throws {
    var stage = Stage()
    try stage.press("S")
    #expect(!stage.picture().contains("Replay"))
    try stage.press("esc")
    stage.world.hasRecordedStays = true
    stage.send(.changed([.sessions]))
    try stage.press("S", "end", "enter")
    #expect(stage.picture().contains("REPLAY"))
  }

  @Test func aLiveDatabaseRunsOnACopyAndSaysSo() throws {
    var stage = Stage()
    stage.world.kind = .live
    try stage.press("r", "space")
    #expect(stage.picture().contains("COPY"))
    #expect(stage.picture().contains("nothing of it is kept"))
  }

  @Test func aTownThatCannotKeepUpTellsTheSpeedItReaches() throws {
    var stage = Stage()
    try stage.press(">", "space")
    for _ in 0..<70 {
      stage.driver.furthest = stage.state.now + .seconds(7)
      stage.pass(milliseconds: 33)
    }
    // 7 seconds in 33 milliseconds.
    #expect(stage.picture().contains("x600 (x21"), "\(stage.picture().prefix(140))")
  }

  @Test func changesOfTheTownItselfCauseNoReadsWhileItRuns() throws {
    var stage = Stage()
    try stage.press("space")
    stage.answersReads = false
    stage.send(.changed([.interactions, .sessions]))
    #expect(stage.takeEffects().isEmpty)
    try stage.press("space")
    _ = stage.takeEffects()
  }

  @Test func aFrozenViewStandsWhileTheTownLivesOn() throws {
    var stage = Stage()
    try stage.press("space", "f")
    let frozen = stage.picture()
    let now = stage.state.now
    stage.pass(milliseconds: 660)
    #expect(stage.picture() == frozen)
    #expect(stage.state.now == now)
    #expect((stage.state.clock.run?.now ?? now) > now + .seconds(30))
    try stage.press("f")
    #expect(stage.state.now > now + .seconds(30))
  }

  @Test func whatTheTownRefusesIsToldAndStopsTheClock() throws {
    var stage = Stage()
    stage.answersClock = false
    try stage.press("space")
    guard case .clock(let job, _, _)? = stage.takeEffects().last else {
      Issue.record("no order was given")
      return
    }
    stage.send(.failed(job, "there is no car park to arrive at"))
    #expect(stage.picture().contains("there is no car park to arrive at"))
    #expect(!stage.state.clock.isMoving)
  }

  @Test func enterOnASessionTakesItsPersonOverAndEscHandsBack() throws {
    var stage = Stage()
    try stage.press("enter")
    #expect(stage.state.clock.run == nil)
    try stage.press("shift-tab", ".", "enter")
    #expect(stage.state.clock.run?.takenOver == Stage.rich)
    #expect(stage.picture().contains("you are"))
    try stage.press("esc")
    #expect(stage.state.clock.run?.takenOver == nil)
    #expect(!stage.picture().contains("you are"))
  }
}

extension TimeSpan {
  fileprivate static func milliseconds(_ count: Int64) -> TimeSpan { TimeSpan(milliseconds: count) }
}
