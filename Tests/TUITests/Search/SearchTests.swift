import Canvas
import Core
import Testing

@testable import TUI

@Suite struct SearchTests {
  /// Answers every search and card that waits.
  private func answer(_ stage: inout Stage) {
    for effect in stage.takeEffects() {
      switch effect {
      case .search(let job, let words, _): stage.send(.found(job, FixtureSearch.answer(words)))
      case .loadCard(let job, let target): stage.send(.cardLoaded(job, FixtureSearch.card(target)))
      default: break
      }
    }
  }

  private func search(_ words: String, in stage: inout Stage) throws {
    try stage.press("g")
    for scalar in words.unicodeScalars {
      stage.type(String(scalar))
      answer(&stage)
    }
  }

  @Test func everyKeyAsksOnceAndNeverTwoAtATime() throws {
    var stage = Stage()
    try stage.press("g")
    stage.type("a")
    let first = stage.takeEffects()
    #expect(first == [.search(Job(3), "a", of: nil)])
    stage.type("na")
    #expect(stage.takeEffects().isEmpty)
    // The answer to "a" is old by now: it is dropped, and what is typed is asked for.
    stage.send(.found(Job(3), FixtureSearch.answer("a")))
    #expect(stage.takeEffects() == [.search(Job(4), "ana", of: nil)])
    #expect(!stage.picture().contains("Blue Cilantro"))
    stage.send(.found(Job(3), FixtureSearch.answer("a")))
    stage.send(.found(Job(4), FixtureSearch.answer("ana")))
    #expect(stage.picture().contains("Ana R."))
    #expect(stage.takeEffects().isEmpty)
  }

  @Test func aPersonLeadsToTheirSessionAndEscReturnsToTheSearch() throws {
    var stage = Stage(screen: .overview)
    try search("ana", in: &stage)
    try stage.press("enter")
    #expect(stage.state.screen == .discover)
    #expect(stage.state.dialogs.isEmpty)
    #expect(stage.state.discovery.selectedSessionID == Stage.rich)
    #expect(stage.footer.contains("esc < Search"))
    try stage.press("esc")
    #expect(stage.state.screen == .overview)
    #expect(stage.picture().contains("> ana"))
    try stage.press("esc")
    #expect(stage.state.dialogs.isEmpty && stage.state.trail.isEmpty)
  }

  @Test func anEndedSessionIsShownAndSaysSo() throws {
    var stage = Stage()
    stage.answersReads = false
    try search("8000", in: &stage)
    try stage.press("enter")
    #expect(stage.state.discovery.selectedSessionID == FixtureSearch.ended.id)
    #expect(stage.picture().contains("Session 8000 ended Fri 2026-11-20 15:42"))
    guard case .loadBoard(let job, let request)? = stage.takeEffects().last else {
      Issue.record("nothing was read")
      return
    }
    #expect(request.sessionID == FixtureSearch.ended.id)
    // It is gone meanwhile: another takes its place.
    stage.send(.boardLoaded(job, stage.world.board(selecting: Stage.rich)))
    #expect(stage.state.discovery.selectedSessionID != FixtureSearch.ended.id)
  }

  @Test func aClaimSaysWhetherItIsValidAndLeadsOn() throws {
    var stage = Stage(size: Size(width: 100, height: 40))
    try search("2222-2222-222", in: &stage)
    try stage.press("enter")
    answer(&stage)
    for words in ["Claim 2222-2222-222", "VALID at the counter", "Sunset dinner", "Ana R.", "$14.00"] {
      #expect(stage.picture().contains(words), "\(words) is missing")
    }
    // The offer, the partner, the session.
    try stage.press("down", "down", "enter")
    #expect(stage.state.discovery.selectedSessionID == Stage.rich && stage.state.dialogs.isEmpty)
    #expect(stage.footer.contains("esc < 2222-2222-222"))
    try stage.press("esc")
    #expect(stage.picture().contains("Claim 2222-2222-222"))
    try stage.press("esc")
    #expect(stage.picture().contains("> 2222-2222-222"))
  }

  @Test(arguments: [
    (Claim.State.open, Int64(-1), "its time is over"), (.redeemed, 90, "redeemed already"),
    (.cancelled, 90, "cancelled"), (.expired, -90, "its time is over"),
  ])
  func aClaimThatIsNotValidSaysWhy(state: Claim.State, minutes: Int64, words: String) throws {
    var stage = Stage()
    try search("2222-2222-222", in: &stage)
    try stage.press("enter")
    guard case .loadCard(let job, .claim(let id))? = stage.takeEffects().first else { return }
    let claim = FixtureSearch.claim(id, state: state, expiresAt: FixtureBoard.now + .minutes(minutes))
    stage.send(.cardLoaded(job, .claim(claim)))
    #expect(stage.picture().contains("NOT VALID: it"))
    #expect(stage.picture().contains(words))
  }

  @Test func aMistypedCodeIsToldApartFromAnUnknownOne() throws {
    var stage = Stage()
    try search("2222-2222-223", in: &stage)
    #expect(stage.picture().contains("This code is mistyped"))
    try stage.press("enter")
    #expect(stage.state.dialogs.count == 1)
  }

  @Test func fromAPartnerToItsOfferAndBack() throws {
    var stage = Stage(size: Size(width: 100, height: 40))
    try search("blue", in: &stage)
    try stage.press("enter")
    answer(&stage)
    #expect(stage.picture().contains("12 Harbour Drive"))
    #expect(stage.picture().contains("2, 2 active"))
    try stage.press("down", "enter")
    answer(&stage)
    #expect(stage.state.dialogs.count == 3)
    #expect(stage.picture().contains("gives"))
    try stage.press("esc", "esc")
    #expect(stage.picture().contains("> blue"))
  }

  @Test func anOffersDetailsLeadToItsPartner() throws {
    var stage = Stage(size: Size(width: 120, height: 40))
    try stage.press("enter", "enter")
    #expect(stage.footer.contains("enter partner"))
    try stage.press("enter")
    answer(&stage)
    #expect(stage.picture().contains("partner 1"))
    try stage.press("esc")
    #expect(stage.state.dialogs.count == 1)
  }

  @Test func theStreamLeadsToASessionAndEscReturnsToTheEvent() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    try stage.press("shift-tab")
    #expect(stage.state.discovery.focus == .stream)
    let (session, event) = (stage.state.discovery.selectedSessionID, stage.state.discovery.selectedEventID)
    try stage.press("enter")
    #expect(stage.state.discovery.focus == .ranked)
    #expect(stage.footer.contains("esc < Session 8848"))
    try stage.press("esc")
    #expect(stage.state.discovery.focus == .stream)
    #expect(stage.state.discovery.selectedSessionID == session && event != nil)
    #expect(stage.state.trail.isEmpty)
  }

  @Test func escClosesUnzoomsAndUnfiltersBeforeItGoesBack() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    try stage.press("shift-tab", "enter", "z", "?")
    for _ in 0..<2 { try stage.press("esc") }
    #expect(stage.state.dialogs.isEmpty && !stage.state.discovery.isZoomed)
    #expect(!stage.state.trail.isEmpty)
    try stage.press("esc")
    #expect(stage.state.trail.isEmpty)
  }

  @Test func aRuleAWatchAndAListingLeadToTheirListsAndEscReturns() throws {
    for (words, pane, subject) in [
      ("cameras", DealsPane.rules, DealsSubject.rule(FixtureDeals.cameras)),
      ("office", .watches, .watch(Watch.ID(22))),
      ("rtx 4070", .listings, .listing(Listing.ID(11), FixtureDeals.gaming)),
    ] {
      var stage = Stage(size: Size(width: 140, height: 42), screen: .overview)
      try search(words, in: &stage)
      // A watch and its listing have one name.
      let row = stage.state.searchResults.firstIndex {
        $0.target.kind.rawValue == "\(pane)".dropLast(pane == .watches ? 2 : 1)
      }
      for _ in 0..<(row ?? 0) { try stage.press("down") }
      try stage.press("enter")
      #expect(stage.state.screen == .deals && stage.state.deals.focus == pane, "\(words)")
      #expect(stage.state.deals.subject == subject, "\(words)")
      #expect(stage.state.deals.currentPage != nil, "\(words)")
      try stage.press("esc")
      #expect(stage.state.screen == .overview)
      #expect(stage.picture().contains("> \(words)"))
    }
  }

  @Test func aListingBeyondThoseThatAreReadIsReadWithThem() throws {
    var stage = Stage(size: Size(width: 140, height: 42), screen: .deals)
    try search("cafe racer", in: &stage)
    stage.answersReads = false
    let row = try #require(stage.state.searchResults.firstIndex { $0.target == .listing(Listing.ID(14)) })
    for _ in 0..<row { try stage.press("down") }
    try stage.press("enter")
    let requests = stage.takeEffects().compactMap {
      if case .loadListings(_, let request) = $0 { request } else { nil }
    }
    #expect(requests.map(\.including) == [Listing.ID(14)])
  }

  @Test func theTrailIsBounded() throws {
    var stage = Stage()
    for _ in 0..<50 {
      stage.send(.perform(.search(.show)))
      stage.type("ana")
      answer(&stage)
      answer(&stage)
      try stage.press("enter")
    }
    #expect(stage.state.trail.places.count == Trail.longest)
  }

  @Test func aFailureIsSaidInItsPlace() throws {
    var stage = Stage()
    try stage.press("g")
    stage.type("a")
    guard case .search(let job, _, _)? = stage.takeEffects().first else { return }
    stage.send(.failed(job, "the file is locked"))
    #expect(stage.picture().contains("the file is locked"))
    #expect(stage.state.notices.isEmpty)
    stage.type("n")
    #expect(stage.takeEffects().count == 1)
  }

  @Test(arguments: [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 140, height: 42)])
  func whatIsFoundIsInSightAtEverySize(size: Size) throws {
    var stage = Stage(size: size)
    try search("blu", in: &stage)
    for words in ["Go to anything", "> blu", "Blue Cilantro", "partner", "enter go there"] {
      #expect(stage.picture().contains(words), "\(words) is missing:\n\(stage.picture())")
    }
  }
}

extension State {
  /// What the search on top has found.
  fileprivate var searchResults: [SearchResult] {
    if case .search(let search) = dialogs.last { search.answer.results } else { [] }
  }
}
