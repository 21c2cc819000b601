import Canvas
import Core
import Testing

@testable import TUI

/// What the Rules screen shows, reads and leads to.
@Suite struct DealsScreenTests {
  private func stage(_ size: Size = Size(width: 140, height: 42), loaded: Bool = true) -> Stage {
    Stage(size: size, screen: .deals, loaded: loaded)
  }

  @Test func isDrawnAtItsUsualSize() {
    Snapshot.expect(stage().picture(), is: "rules-140x42")
  }

  @Test func isDrawnInASmallWindow() {
    Snapshot.expect(stage(Size(width: 80, height: 24)).picture(), is: "rules-80x24")
  }

  @Test func sixLeadsThereAndOnlyThenItIsRead() throws {
    var stage = Stage(loaded: false)
    _ = stage.takeEffects()
    try stage.press("6")
    guard case .loadDeals(let job, DealsRequest(person: nil))? = stage.takeEffects().first else {
      Issue.record("nothing was read")
      return
    }
    #expect(stage.picture().contains("Reading …"))
    stage.send(.dealsLoaded(job, FixtureDeals.sample.board))
    let asked = stage.takeEffects()
    guard case .loadDealsPage(_, .rule(FixtureDeals.gaming), of: FixtureDeals.person.id)? = asked.first else {
      Issue.record("the page of the selected rule was not read: \(asked)")
      return
    }
    #expect(asked.count == 1, "listings are read only for who looks at them")
  }

  @Test func aRuleTellsWhatItMeansFindsAndLeavesOut() {
    let picture = stage().picture()
    for words in [
      "Rules of You", "gaming pc", "42 alerts today", "paused", "! 42", "0.8", "finds 12 of 5,000",
      "about 0.8 alerts a day", "-4,100", "+30 without it", "-812", "Gaming PC, RTX 4070", "$750.00",
    ] {
      #expect(picture.contains(words), "\(words) is missing")
    }
  }

  @Test func theMatchedWordsOfASampleAreMarked() {
    let line = MarkedTitle.line("Gaming-PC für Café", words: ["pc", "cafe"])
    let marked = line.spans.filter { $0.style == Style.accent.bold.underline }.map(\.text)
    #expect(marked == ["PC", "Café"])
    #expect(line.text == "Gaming-PC für Café")
  }

  @Test func theInboxTellsWhatBecameOfAnAlertAndWhy() throws {
    var stage = stage()
    try stage.press("tab", "down")
    #expect(stage.state.deals.focus == .inbox)
    let picture = stage.picture()
    for words in ["3 alerts, 1 unread, 3 held", "held", "quiet hours until 07:00", "no verified email address"] {
      #expect(picture.contains(words), "\(words) is missing")
    }
  }

  @Test func aWatchShowsItsThresholdAndItsCourse() throws {
    var stage = stage()
    try stage.press("tab", "tab")
    #expect(stage.state.deals.focus == .watches)
    let picture = stage.picture()
    for words in ["Café racer bike", "$420.00", "$450.00", "reached", "tells at", "Price in the last 90 days"] {
      #expect(picture.contains(words), "\(words) is missing")
    }
    // Told at $450.00: it tells again from 2 % over it, which is more than one dollar.
    #expect(picture.contains("waits again once it is $459.00 or more"))
  }

  @Test func everyListingSaysWhyItIsFoundOrNot() throws {
    var stage = stage()
    try stage.press("t")
    #expect(stage.state.deals.focus == .listings)
    #expect(stage.state.deals.listingsPage?.rule == FixtureDeals.gaming)
    #expect(stage.picture().contains("Why gaming pc finds it"))
    for _ in 0..<10 where stage.state.deals.listings.selectedID != Listing.ID(12) { try stage.press("down") }
    let picture = stage.picture()
    #expect(picture.contains("Why gaming pc does not find it"))
    #expect(picture.contains("has mac, which is left out"))
    #expect(picture.contains("Café racer bike") && picture.contains("GoPro"))
  }

  @Test func anotherRuleHoldsTheListingsAgainstItself() throws {
    var stage = stage()
    try stage.press("t", "left", "down")
    #expect(stage.state.deals.focus == .rules)
    #expect(stage.state.deals.listingsPage?.rule == stage.state.deals.rules.selectedID)
    #expect(stage.state.deals.rules.selectedID != FixtureDeals.gaming)
  }

  @Test func everyPaneIsReachedByTabAndEscapeReturns() throws {
    var stage = stage(Size(width: 80, height: 24))
    var seen: [DealsPane] = []
    for _ in DealsPane.allCases {
      seen.append(stage.state.deals.focus)
      try stage.press("tab")
    }
    #expect(seen == DealsPane.allCases)
    try stage.press("enter")
    #expect(stage.state.deals.focus == .page)
    try stage.press("esc")
    #expect(stage.state.deals.focus == .rules)
  }

  @Test func aFilterNarrowsTheRulesByTheirWords() throws {
    var stage = stage()
    try stage.press("/")
    stage.type("camera")
    try stage.press("enter")
    #expect(stage.state.deals.rules.rows.map(\.rule.name) == ["cameras"])
    try stage.press("esc")
    #expect(stage.state.deals.rules.count == 3)
  }

  @Test func aClickSelectsARowAndATabChangesTheList() throws {
    var stage = stage()
    try stage.click(on: "everything")
    #expect(stage.state.deals.rules.selectedID == FixtureDeals.everything)
    try stage.click(on: "Watches 2")
    #expect(stage.state.deals.focus == .watches)
  }

  @Test func anEmptyScreenSaysWhatToDo() {
    var stage = Stage(size: Size(width: 140, height: 42), screen: .deals, loaded: false)
    for effect in stage.takeEffects() {
      guard case .loadDeals(let job, _) = effect else { continue }
      stage.send(
        .dealsLoaded(
          job,
          DealsBoard(
            person: nil, hunters: [], zone: FixtureBoard.zone, rules: [], watches: [], inbox: .empty, listings: 0,
            wishes: nil)))
    }
    #expect(stage.picture().contains("n writes"))
  }

  @Test func hostileTitlesReachTheScreenHarmless() throws {
    var stage = stage()
    try stage.press("t")
    #expect(stage.picture().contains("GoPro"))
    #expect(!stage.picture().unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func aChangeElsewhereIsReadAnewAndKeepsTheSelection() throws {
    var stage = stage()
    try stage.press("down")
    let selected = stage.state.deals.rules.selectedID
    stage.send(.changed([.deals]))
    #expect(stage.state.deals.rules.selectedID == selected)
    #expect(stage.state.deals.reloads.inFlight == nil)
  }

  @Test func aPartnerHasNoRules() {
    var stage = stage()
    stage.change { $0.begin(as: Actor(.partner, "1")) }
    #expect(!stage.state.tabs.contains(.deals))
  }
}
