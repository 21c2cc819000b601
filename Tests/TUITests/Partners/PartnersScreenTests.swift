import Canvas
import Core
import Testing

@testable import TUI

/// What the Partners screen shows, reads and leads to.
@Suite struct PartnersScreenTests {
  private func stage(_ size: Size = Size(width: 140, height: 42), loaded: Bool = true) -> Stage {
    Stage(size: size, screen: .partners, loaded: loaded)
  }

  @Test func isDrawnAtItsUsualSize() throws {
    var stage = stage()
    try stage.press("tab")
    Snapshot.expect(stage.picture(), is: "partners-140x42")
  }

  @Test func twoLeadsThereAndOnlyThenItIsRead() throws {
    var stage = Stage(loaded: false)
    _ = stage.takeEffects()
    try stage.press("2")
    let effects = stage.takeEffects()
    guard case .loadPartners(let job, let request)? = effects.first, effects.count == 1 else {
      Issue.record("\(effects)")
      return
    }
    #expect(request == PartnersRequest(.first, days: 30))
    #expect(stage.picture().contains("Reading …"))
    stage.send(.partnersLoaded(job, FixturePartners.sample.board))
    guard case .loadOffer(_, Offer.ID(1000))? = stage.takeEffects().first else {
      Issue.record("the selected offer was not read")
      return
    }
    // What the list knows of it is there at once.
    #expect(stage.picture().contains("Fri and Sat, 17:00 to 21:00"))
  }

  @Test func itOpensWithTheFirstPartnerAndReadsEverybodysOffersWhenAsked() throws {
    var stage = Stage(size: Size(width: 140, height: 42), screen: .partners, loaded: false)
    guard case .loadPartners(let first, _)? = stage.takeEffects().last else {
      Issue.record("nothing was read")
      return
    }
    stage.send(.partnersLoaded(first, FixturePartners.sample.board.listing(.first)))
    _ = stage.takeEffects()
    #expect(stage.state.partners.partnerTable.selected?.name == "Blue Culantro")
    #expect(stage.state.partners.offerTable.count == 8)
    try stage.press("up")
    #expect(stage.state.partners.partnerTable.selectedID == .all)
    #expect(stage.picture().contains("Reading …"))
    guard case .loadPartners(_, let everybody)? = stage.takeEffects().first else {
      Issue.record("nobody read everybody's")
      return
    }
    #expect(everybody == PartnersRequest(.everybody, days: 30))
  }

  @Test func aPartnerListsItsOffersWithoutAnotherRead() throws {
    var stage = stage()
    try stage.press("up")
    #expect(stage.state.partners.offerTable.count == FixturePartners.sample.board.offers.count)
    try stage.press("down")
    #expect(stage.state.partners.selectedPartnerID == Partner.ID(1))
    #expect(stage.state.partners.offerTable.count == 8)
    #expect(stage.picture().contains("Offers of Blue Culantro"))
    #expect(stage.takeEffects().isEmpty)
  }

  @Test func enterGoesOnAndEscComesBack() throws {
    var stage = stage(Size(width: 80, height: 24))
    try stage.press("enter")
    #expect(stage.state.partners.focus == .offers)
    try stage.press("enter")
    #expect(stage.state.partners.focus == .offer)
    try stage.press("esc", "esc")
    #expect(stage.state.partners.focus == .partners)
    #expect(stage.state.partners.selectedPartnerID == Partner.ID(1))
  }

  @Test func theSumStandsFirstInAnyOrderAndLeavesWithAFilter() throws {
    var stage = stage()
    try stage.press("s", "end", "enter")
    #expect(stage.state.partners.partnerTable.sort != nil)
    #expect(stage.state.partners.partnerTable.rows.first?.id == .all)
    try stage.press("/")
    stage.type("blue")
    #expect(stage.state.partners.partnerTable.rows.map(\.name) == ["Blue Culantro"])
  }

  @Test func anOldOfferIsDroppedAndTheSelectedOneIsRead() throws {
    var stage = stage(loaded: false)
    guard case .loadPartners(let lists, _)? = stage.takeEffects().last else {
      Issue.record("nothing was read")
      return
    }
    stage.send(.partnersLoaded(lists, FixturePartners.sample.board))
    guard case .loadOffer(let job, _)? = stage.takeEffects().first else {
      Issue.record("no offer was read")
      return
    }
    try stage.press("tab", "down")
    #expect(stage.takeEffects().isEmpty, "one read at a time")
    stage.send(.offerLoaded(job, FixturePartners.sample.sheets[Offer.ID(1000)]))
    #expect(stage.state.partners.currentSheet == nil)
    guard case .loadOffer(_, Offer.ID(1001))? = stage.takeEffects().first else {
      Issue.record("the other offer was not read")
      return
    }
  }

  @Test func aFailedReadIsToldOnceAndTriedAgainByKey() throws {
    var stage = stage(loaded: false)
    guard case .loadPartners(let job, _)? = stage.takeEffects().last else {
      Issue.record("nothing was read")
      return
    }
    stage.send(.failed(job, "the disk is full"))
    #expect(stage.picture().contains("the disk is full"))
    #expect(stage.picture().contains("r tries again"))
    stage.pass(milliseconds: 2000)
    #expect(!stage.takeEffects().contains { if case .loadPartners = $0 { true } else { false } })
    try stage.press("r")
    #expect(stage.takeEffects().contains { if case .loadPartners = $0 { true } else { false } })
  }

  @Test func aChangeElsewhereIsReadAndMarked() {
    var stage = stage()
    stage.partners.board = PartnersBoard(
      partners: stage.partners.board.partners,
      offers: stage.partners.board.offers.map { row in
        row.offer.id == Offer.ID(1000)
          ? OfferSummary(
            offer: row.offer, partnerName: row.partnerName, impressions: 9999, views: row.views,
            acceptances: row.acceptances, redemptions: row.redemptions, revenueCents: row.revenueCents,
            trend: row.trend) : row
      })
    stage.send(.changed([.interactions]))
    #expect(stage.picture().contains("Sunset dinner•"))
    stage.send(.tick(stage.state.wall + .seconds(3)))
    #expect(!stage.picture().contains("Sunset dinner•"))
  }

  @Test func nothingIsReadForAScreenThatNobodyLooksAt() throws {
    var stage = stage()
    try stage.press("3")
    stage.answersReads = false
    stage.send(.changed([.claims]))
    #expect(!stage.takeEffects().contains { if case .loadPartners = $0 { true } else { false } })
    try stage.press("2")
    #expect(stage.takeEffects().contains { if case .loadPartners = $0 { true } else { false } })
  }

  @Test func anOfferStandsWhereTheTownsClockPutsIt() {
    var stage = stage()
    func standing() -> OfferState? {
      stage.state.partners.offerTable.all.first { $0.id == Offer.ID(1100) }?.standing
    }
    #expect(standing() == .scheduled)
    stage.send(.tick(stage.state.wall + .days(21)))
    #expect(standing() == .active)
  }

  @Test func aCardLeadsHereAndEscLeadsBack() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    try stage.press("enter", "enter")
    guard case .offer(let target, _)? = stage.state.dialogs.last else {
      Issue.record("no details are open")
      return
    }
    try stage.press("2")
    #expect(stage.state.screen == .partners && stage.state.dialogs.isEmpty)
    #expect(stage.state.partners.focus == .offer)
    if stage.partners.sheets[target.offerID] != nil {
      #expect(stage.state.partners.offerTable.selectedID == target.offerID)
    }
    try stage.press("esc")
    #expect(stage.state.screen == .discover && !stage.state.dialogs.isEmpty)
  }

  @Test func theOffersPageScrollsToItsEnd() throws {
    var stage = stage(Size(width: 80, height: 24))
    try stage.press("enter", "enter", "end")
    #expect(stage.picture().contains("operator:ana"))
    #expect(!stage.picture().contains("minutes left, not in rain"))
  }

  @Test func theHistorySaysWhoChangedWhatAndWhy() throws {
    var stage = stage()
    try stage.press("tab", "down", "down", "down", "H")
    let picture = stage.picture()
    for words in ["History: Half price all day", "operator:bo", "because too little off", "First try", "operator:ana"] {
      #expect(picture.contains(words), "\(words) is missing")
    }
  }
}
