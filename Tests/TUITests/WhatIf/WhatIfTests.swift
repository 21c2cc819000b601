import Canvas
import Core
import Testing

@testable import TUI

@Suite struct WhatIfTests {
  private func form(_ stage: Stage) throws -> Form { try #require(stage.state.form) }

  /// Goes to a field of the open form by its id.
  private func go(to id: String, _ stage: inout Stage) throws {
    for _ in 0..<20 where stage.state.form?.focused?.id != id { try stage.press("tab") }
    #expect(stage.state.form?.focused?.id == id)
  }

  @Test func theKeyOpensAFormInWhichNothingIsSupposedYet() throws {
    var stage = Stage()
    try stage.press("w")
    #expect(try form(stage).fields.map(\.id).prefix(3) == ["weather", "minutes_left", "walking_limit"])
    #expect(try form(stage).choice("weather") == "as it is")
    #expect(stage.state.discovery.whatIf == nil)
    #expect(!stage.picture().contains("WHAT IF "))
  }

  @Test func whatIsTypedIsSupposedAtOnce() throws {
    var stage = Stage()
    try stage.press("w")
    try go(to: "minutes_left", &stage)
    stage.type("30")
    #expect(stage.state.discovery.whatIf == WhatIf(minutesLeft: 30))
    try stage.press("backspace", "backspace")
    #expect(stage.state.discovery.whatIf == nil)
    try go(to: "temporal", &stage)
    stage.type("40")
    #expect(stage.state.discovery.whatIf == WhatIf(weights: [.temporal: 40]))
  }

  @Test func whatCannotBeIsNotSupposedAndSaysWhy() throws {
    var stage = Stage()
    try stage.press("w")
    try go(to: "temporal", &stage)
    stage.type("90")
    try go(to: "spatial", &stage)
    stage.type("11")
    #expect(stage.state.discovery.whatIf?.weights == [.temporal: 90, .spatial: 1])
    #expect(try form(stage).focused?.error?.contains("not sum to more than 100") == true)
    try stage.press("ctrl-s")
    #expect(stage.state.form != nil)
  }

  @Test func oldAndNewRankStandSideBySideWithTheChangeAndTheReason() throws {
    var stage = Stage(size: Size(width: 160, height: 48))
    let real = stage.state.discovery.rankedTable.rows.map(\.id)
    try stage.press("w")
    try go(to: "minutes_left", &stage)
    stage.type("25")
    try stage.press("ctrl-s")
    #expect(stage.state.dialogs.isEmpty)
    let picture = stage.picture()
    #expect(picture.contains("WHAT IF 25 min left"))
    #expect(picture.contains("old") && picture.contains("new"))
    let document = try #require(stage.state.discovery.document)
    let lost = real.filter { id in !document.ranking.ranked.contains { $0.offer.id == id } }
    #expect(!lost.isEmpty)
    #expect(picture.contains("gone"))
    #expect(picture.contains("not enough time"))
  }

  @Test func ranksAreCountedInTheEnginesOrderHoweverTheListIsSorted() throws {
    let stage = try supposing("walking_limit", "300")
    let document = try #require(stage.state.discovery.document)
    let truth = try #require(document.comparison)
    let list = WhatIfList(
      document: document, truth: truth, table: stage.state.discovery.rankedTable, isFocused: true,
      context: stage.state.cellContext(.unicode))
    let shown = list.rows.filter { $0.after != nil }
    #expect(shown.map(\.after) == Array(1...shown.count))
    #expect(shown.compactMap(\.before) == document.ranking.ranked.compactMap { truth.places[$0.offer.id]?.rank })
    #expect(list.rows.filter { $0.after == nil }.allSatisfy { !$0.note.isEmpty })
  }

  @Test func nobodyDecidesForAPersonByWhatIsOnlySupposed() throws {
    var stage = try supposing("minutes_left", "40")
    _ = stage.takeEffects()
    for key in ["a", "d", "t", "e"] {
      try stage.press(key)
      #expect(stage.state.dialogs.isEmpty)
      #expect(stage.state.notices.last?.toast.text.contains("only supposed; esc leaves the what-if") == true)
    }
    // A look at the details is not noted either.
    try stage.press("tab", "enter")
    #expect(stage.state.dialogs.count == 1)
    #expect(stage.takeEffects().isEmpty)
    try stage.press("esc", "esc", "a")
    #expect(stage.picture().contains("Accept as"))
  }

  @Test func escLeavesTheSupposition() throws {
    var stage = try supposing("minutes_left", "40")
    #expect(stage.state.badges == ["WHAT IF"])
    try stage.press("esc")
    #expect(stage.state.discovery.whatIf == nil)
    #expect(stage.state.discovery.document?.comparison == nil)
    #expect(!stage.picture().contains("WHAT IF"))
  }

  @Test func leavingTheFormBringsBackWhatWasSupposedBefore() throws {
    var stage = try supposing("minutes_left", "40")
    try stage.press("w")
    #expect(try form(stage).text("minutes_left") == "40")
    try go(to: "minutes_left", &stage)
    try stage.press("backspace", "backspace", "esc")
    #expect(stage.state.discovery.whatIf == nil)
    #expect(stage.picture().contains("What was changed in it is lost"))
    try stage.press("y")
    #expect(stage.state.dialogs.isEmpty)
    #expect(stage.state.discovery.whatIf == WhatIf(minutesLeft: 40))
    #expect(stage.state.discovery.document?.comparison?.whatIf == WhatIf(minutesLeft: 40))
  }

  @Test func anotherPersonIsRankedUnderTheSameSupposition() throws {
    var stage = try supposing("minutes_left", "40")
    let first = stage.state.discovery.selectedSessionID
    try stage.press("down")
    #expect(stage.state.discovery.selectedSessionID != first)
    #expect(stage.state.discovery.document?.comparison?.whatIf == WhatIf(minutesLeft: 40))
  }

  @Test func milesAreTypedAsMilesAndSupposedExactly() throws {
    var stage = Stage()
    stage.change { $0.view.formats = Formats(distance: .miles) }
    try stage.press("w")
    try go(to: "walking_limit", &stage)
    stage.type("0.25")
    // A quarter of 1,609.344 metres.
    #expect(stage.state.discovery.whatIf?.walkingLimit == Metres(402.336))
    try stage.press("ctrl-s", "w")
    #expect(try form(stage).text("walking_limit") == "0.25")
  }

  @Test(arguments: [Size(width: 140, height: 42), Size(width: 100, height: 30)])
  func theFormLeavesTheRankingInSightWhereThereIsRoom(size: Size) throws {
    var stage = Stage(size: size)
    try stage.press("w")
    try go(to: "minutes_left", &stage)
    stage.type("40")
    let ranked = try #require(DiscoverLayout(stage.state).panes[.ranked])
    #expect(stage.state.area(ofDialog: 0).right <= ranked.x)
    #expect(stage.picture().contains("WHAT IF 40 min left"))
    #expect(stage.picture().contains("What if?"))
  }

  /// A stage on which something is supposed and the form is closed.
  private func supposing(_ id: String, _ text: String) throws -> Stage {
    var stage = Stage()
    try stage.press("w")
    try go(to: id, &stage)
    stage.type(text)
    try stage.press("ctrl-s")
    #expect(stage.state.dialogs.isEmpty)
    return stage
  }
}
