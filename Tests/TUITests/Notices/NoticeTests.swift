import Canvas
import Core
import Testing

@testable import TUI

/// What is said over the bottom line, and when it goes.
@Suite struct NoticeTests {
  private func stage(width: Int = 80, height: Int = 24) -> Stage { Stage(size: Size(width: width, height: height)) }

  private func rows(_ stage: Stage) -> [String] {
    stage.picture().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func aWordGoesAfterFourSecondsByItself() {
    var stage = stage()
    stage.change { $0.notify(.information, "Frozen") }
    #expect(stage.state.nextChange.map { $0 <= stage.state.wall + .seconds(4) } == true)
    stage.send(.tick(stage.state.wall + TimeSpan(milliseconds: 3999)))
    #expect(stage.picture().contains("i Frozen"))
    stage.send(.tick(stage.state.wall + TimeSpan(milliseconds: 1)))
    #expect(!stage.picture().contains("i Frozen"))
  }

  @Test func theLatestStandsLowestAndNoMoreThanThree() {
    var stage = stage()
    stage.change { state in for word in ["one", "two", "three", "four"] { state.notify(.success, word) } }
    #expect(Array(rows(stage)[20...22]).map { $0.contains("✓ ") } == [true, true, true])
    #expect(rows(stage)[22].contains("✓ four") && rows(stage)[20].contains("✓ two"))
  }

  @Test func badNewsIsNotPushedAwayByAnswersToKeys() {
    var stage = stage()
    stage.change { state in
      state.notify(.warning, "the disk is full")
      for word in ["one", "two", "three"] { state.notify(.success, word) }
    }
    #expect(rows(stage)[20].contains("! the disk is full"))
    #expect(rows(stage)[21].contains("✓ two") && rows(stage)[22].contains("✓ three"))
  }

  @Test func whatAnswersNoKeyLeavesTheLowestRowToWhatDoes() {
    var stage = stage()
    stage.change { state in
      for word in ["one", "two", "three"] { state.notify(.success, word) }
      state.announce(.warning, "the disk is full")
    }
    #expect(rows(stage)[20].contains("! the disk is full"))
    #expect(rows(stage)[21].contains("✓ two") && rows(stage)[22].contains("✓ three"))
  }

  @Test func theSameWordIsSaidOnce() {
    var stage = stage()
    stage.change { state in for _ in 0..<3 { state.notify(.success, "saved") } }
    #expect(stage.state.notices.count == 1)
  }

  @Test(arguments: [Toast.Kind.warning, .failure]) func badNewsWaitsForSomebodyToBeThere(kind: Toast.Kind) throws {
    var stage = stage()
    stage.change { $0.notify(kind, "the disk is full") }
    try stage.press("down")
    #expect(stage.picture().contains("the disk is full"))
    stage.send(.tick(stage.state.wall + .minutes(60)))
    #expect(stage.picture().contains("the disk is full"))
    try stage.press("down")
    #expect(!stage.picture().contains("the disk is full"))
  }

  @Test func aLongOneTakesUpToThreeRows() {
    var stage = stage(width: 60, height: 16)
    let words =
      "cannot write /home/ana/lists/sessions.csv: No space left on device; choose another folder, or free some room"
    stage.change { $0.notify(.failure, words) }
    #expect(rows(stage)[12].contains("cannot write"))
    #expect(rows(stage)[14].contains("room"))
    stage.change { $0.notify(.failure, words + words + words) }
    #expect(rows(stage)[14].contains("…"))
  }

  /// A mark stays for two seconds after a cell has changed.
  @Test func theMarkOfAChangeFadesAfterTwoSeconds() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    stage.world.funnel.impressions += 1
    stage.send(.changed([.interactions]))
    let marked = stage.picture()
    #expect(stage.state.nextChange.map { $0 <= stage.state.wall + .seconds(2) } == true)
    stage.send(.tick(stage.state.wall + .seconds(2)))
    #expect(stage.picture() != marked)
    #expect(stage.state.discovery.marks.nextEnd == nil)
  }
}
