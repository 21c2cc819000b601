import Canvas
import Core
import Testing

@testable import TUI

@Suite struct TableCommandTests {
  private func copied(_ stage: inout Stage) -> String? {
    for case .device(.copy(let text)) in stage.takeEffects() { return text }
    return nil
  }

  @Test func sAsksForAColumnAndSAgainTurnsIt() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    try stage.press("s")
    #expect(stage.picture().contains("Sort Sessions"))
    try stage.press("down", "down", "enter")
    #expect(stage.state.discovery.sessionTable.sort == TableSort("place"))
    let places = stage.state.discovery.sessions.map { $0.session.placeName.lowercased() }
    #expect(places == places.sorted())
    try stage.press("s", "s")
    #expect(stage.state.discovery.sessionTable.sort == TableSort("place", isAscending: false))
    try stage.press("s", "end", "enter")
    #expect(stage.state.discovery.sessionTable.sort == nil)
    #expect(stage.state.discovery.sessions == stage.state.discovery.board?.sessions)
  }

  @Test func everyListFiltersWithACount() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    try stage.press("enter", "/")
    stage.type("sunset")
    try stage.press("enter")
    #expect(stage.state.discovery.rankedTable.rows.map(\.offer.offer.title) == ["Sunset dinner 20 %"])
    #expect(stage.state.discovery.rankedOffer?.offer.title == "Sunset dinner 20 %")
    try stage.press("esc", "shift-tab", "/")
    stage.type("fort")
    #expect(stage.picture().contains("3 of 31"))
  }

  @Test(arguments: [[], ["enter"], ["b"]]) func theRowsStayWhereTheyAreWhenAFilterIsTyped(way: [String]) throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    for key in way { try stage.press(key) }
    let rows = stage.picture().split(separator: "\n", omittingEmptySubsequences: false)
    try stage.press("/")
    let typing = stage.picture().split(separator: "\n", omittingEmptySubsequences: false)
    // The row of the filter itself, one more that a full list gives up its scrollbar in, and the hints of the last row.
    let moved = rows.indices.filter { rows[$0] != typing[$0] }
    #expect(moved.count <= 3, "\(moved)")
    #expect(moved.contains { typing[$0].contains("│/") || typing[$0].contains("│ /") }, "\(stage.picture())")
  }

  @Test func yCopiesTheRowWithTabsAndTheMarkedRows() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    _ = stage.takeEffects()
    try stage.press("y")
    #expect(copied(&stage) == "47\tAna R.\tCardinall Ave Car Park\t$3.50\t18:29\t8848")
    try stage.press("v", "v", "y")
    let lines = copied(&stage)?.split(separator: "\n")
    #expect(lines?.count == 2)
    try stage.press("Y")
    let aligned = copied(&stage)?.split(separator: "\n").map(String.init) ?? []
    #expect(aligned.count == 3)
    #expect(aligned.first?.hasPrefix("min") == true)
    #expect(aligned.dropFirst().allSatisfy { $0.contains("  $") })
  }

  @Test func theClaimsCodeIsCopiedFromItsDialog() throws {
    var stage = Stage()
    try stage.press("enter", "a", "y")
    guard case .accept(let job, let target)? = stage.takeEffects().first else {
      Issue.record("nothing was accepted")
      return
    }
    var random = SeededGenerator(seed: 1)
    let code = ClaimCode(using: &random)
    stage.send(
      .accepted(
        job,
        Claim(
          id: Claim.ID(1), code: code, offerID: target.offerID, expiresAt: stage.state.now + .minutes(60),
          capacityLeft: nil)))
    try stage.press("y")
    #expect(copied(&stage) == code.description)
  }

  @Test func exportWritesWhatIsShownAndAsksBeforeReplacing() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    try stage.press("/")
    stage.type("fort")
    try stage.press("enter", "x", "down", "down", "enter")
    #expect(stage.picture().contains("opportune-demo-sessions-2026-11-20-1742.json"))
    try stage.press("enter")
    guard case .export(let job, let request)? = stage.takeEffects().last else {
      Issue.record("nothing was exported")
      return
    }
    #expect(request.name == "opportune-demo-sessions-2026-11-20-1742.json")
    #expect(request.table.rows.count == 3 && request.table.world == .demo)
    stage.send(.exported(job, request, .exists(path: request.name)))
    #expect(stage.picture().contains("is there already"))
    try stage.press("enter")
    #expect(stage.takeEffects().isEmpty)
    stage.send(.exported(job, request, .exists(path: request.name)))
    try stage.press("y")
    guard case .export(_, let again)? = stage.takeEffects().last else {
      Issue.record("nothing was replaced")
      return
    }
    #expect(again.replaces && again.table == request.table)
  }

  @Test func aClickOnAHeaderSorts() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    let area = try #require(DiscoverLayout(stage.state).panes[.sessions])
    let layout = SessionsPane(stage.state).clickable(in: area)
    let person = try #require(layout.columns.first { $0.index == 2 })
    let point = Point(x: person.span.lowerBound, y: layout.header.y)
    stage.send(.input(.mouse(MouseEvent(.press, at: point))))
    #expect(stage.state.discovery.sessionTable.sort == TableSort("person"))
    stage.send(.input(.mouse(MouseEvent(.press, at: point))))
    stage.send(.input(.mouse(MouseEvent(.press, at: point))))
    #expect(stage.state.discovery.sessionTable.sort == nil)
  }

  @Test func aRangeIsMarkedAndEscTakesMarksAwayAfterTheFilter() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    try stage.press("home", "v", "down", "down", "V")
    #expect(stage.state.discovery.sessionTable.markCount == 4)
    #expect(stage.picture().contains("4 marked"))
    try stage.press("/")
    stage.type("fort")
    try stage.press("enter", "esc")
    #expect(stage.state.discovery.sessionTable.markCount == 4 && !stage.state.discovery.sessionTable.isFiltered)
    try stage.press("esc")
    #expect(stage.state.discovery.sessionTable.markCount == 0)
  }

  @Test func allAndNoneAreMarkedByOneKey() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    try stage.press("ctrl-a")
    #expect(stage.state.discovery.sessionTable.markCount == 31)
    try stage.press("ctrl-a")
    #expect(stage.state.discovery.sessionTable.markCount == 0)
  }

  @Test func theOrderIsSaidInTheHeaderOrOnTheBorderWhereThatColumnIsOutOfSight() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    try stage.press("enter", "s", "enter")
    #expect(stage.picture().contains(" score▲ ") || stage.picture().contains(" score▼ "))
    // At 140 columns the list of sessions has no room for the places.
    try stage.press("shift-tab", "tab", "shift-tab", "s", "down", "down")
    #expect(stage.picture().contains("A to Z"))
    try stage.press("enter")
    #expect(stage.picture().contains("▲ place"))
  }

  @Test func aListTooLongForAClipboardIsRefusedInWords() throws {
    var stage = Stage(world: FixtureBoard(sessions: 3000))
    try stage.press("ctrl-a", "y")
    #expect(copied(&stage) == nil)
    #expect(stage.picture().contains("too much for a clipboard"))
  }
}
