import Canvas
import Core
import Testing

@testable import TUI

/// Work that takes a while is told over the bottom line, and can be stopped.
@Suite struct ProgressTests {
  /// Asks for an export of the sessions that is not answered.
  private func exporting(width: Int = 80, height: Int = 24) throws -> Stage {
    var stage = Stage(size: Size(width: width, height: height))
    try stage.press("x", "down", "enter", "enter")
    guard case .export? = stage.takeEffects().first else {
      Issue.record("nothing is exported")
      return stage
    }
    return stage
  }

  @Test func shortWorkIsNotWorthALine() throws {
    var stage = try exporting()
    #expect(!stage.picture().contains("stops it"))
    #expect(stage.state.nextChange == stage.state.wall + TimeSpan(milliseconds: 300))
    stage.pass(milliseconds: 330)
    #expect(stage.picture().contains("esc stops it"))
  }

  @Test(arguments: [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 140, height: 42)])
  func theLineSaysWhatHowFarAndHowToStop(size: Size) throws {
    var stage = Stage(size: size)
    stage.change { state in
      var work = Progress(Job(7), "Writing all", part: 0.42, detail: "21 of 50")
      work.since = state.wall - .seconds(1)
      state.progress = [work]
    }
    let rows = stage.picture().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let line = rows[size.height - 2]
    for words in ["Writing all", "42 %", "21 of 50", "esc stops it"] {
      #expect(line.contains(words), "\(words) is missing")
    }
  }

  @Test func aBarWithoutAnEndMoves() throws {
    var stage = try exporting()
    stage.pass(milliseconds: 400)
    let before = stage.picture()
    stage.pass(milliseconds: 200)
    #expect(stage.picture() != before)
  }

  @Test(arguments: ["esc", "ctrl-c"]) func aKeyStopsItAndItsAnswerTakesTheLineAway(key: String) throws {
    var stage = try exporting()
    stage.pass(milliseconds: 400)
    try stage.press(key)
    guard case .cancel(let job)? = stage.takeEffects().first else {
      Issue.record("nothing was stopped")
      return
    }
    #expect(stage.picture().contains("stopping"))
    #expect(!stage.state.isQuitting)
    stage.send(.cancelled(job))
    #expect(stage.state.progress.isEmpty)
    #expect(stage.picture().contains("was stopped; nothing of it remains"))
  }

  @Test func underADialogCtrlCStopsItAndEscClosesTheDialog() throws {
    var stage = try exporting()
    stage.pass(milliseconds: 400)
    try stage.press("?")
    #expect(stage.picture().contains("ctrl-c stops it"))
    try stage.press("esc")
    #expect(stage.state.dialogs.isEmpty)
    #expect(stage.state.canCancelWork)
  }

  @Test func noticesStandOverTheLine() throws {
    var stage = try exporting()
    stage.pass(milliseconds: 400)
    try stage.press("m")
    let rows = stage.picture().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(rows[22].contains("stops it"))
    #expect(rows[21].contains("The mouse selects text now"))
  }

  @Test func aJumpTellsHowFarTheTownIsAndStopsWhereItIs() throws {
    var stage = Stage(size: Size(width: 80, height: 24))
    stage.answersClock = false
    try stage.press("J", "tab", "ctrl-u")
    stage.type("21:42")
    try stage.press("enter")
    stage.pass(milliseconds: 400)
    #expect(stage.picture().contains("Jumping to Fri 21:42"))
    let job = try #require(stage.state.clock.flight?.job)
    let there = FixtureBoard.now + .minutes(60)
    stage.send(.clock(job, ClockNews(TownRunReport(now: there, start: FixtureBoard.now, seed: 1), nil)))
    #expect(stage.picture().contains("25 %"))
    try stage.press("ctrl-c")
    #expect(stage.state.clock.jump == nil)
    #expect(stage.picture().contains("The jump was stopped at Fri 18:42"))
    #expect(!stage.state.isQuitting)
  }
}
