import Core
import Testing

@testable import Store

@Suite struct BoardTests {
  @Test func showsTheTownTheSessionsAndWhatJustHappened() throws {
    let town = try TestTown()
    let store = town.store
    let offer = try town.offer()
    try town.offer { $0.validUntil = TestTown.noon - .days(1) }
    let place = try store.addPlace(
      Place(id: Place.ID(0), name: "Cardinall", position: TestTown.centre, zone: "UTC", hourlyRateCents: 250))
    let coast = DiscoverBoard.Street(
      name: "Seven Mile", kind: .coast, points: [TestTown.centre, position(19.3, -81.38), position(-0.5, 180)])
    try store.addStreet(coast)
    try store.setWeather(.rain, temperature: 24, from: TestTown.noon - .hours(3))
    let later = try town.session(town.person(), minutes: 200)
    let sooner = try town.session()
    _ = try store.discover(session: later.id, now: TestTown.noon)
    let claim = try town.accept(offer, later)
    try store.redeem(claim: claim.id, amountCents: 4200, by: .simulator, now: TestTown.noon)
    try store.dismiss(offer: Offer.ID(2), session: sooner.id, reason: .tooFar, now: TestTown.noon)
    let board = try town.another().board(session: later.id, now: TestTown.noon)
    #expect(board.town.streets == [coast])
    #expect(board.town.places == [place])
    #expect(
      board.town.offers == [
        DiscoverBoard.OfferMarker(partnerID: town.partner.id, name: "Blue Culantro", position: TestTown.centre)
      ])
    #expect(board.sessions.map(\.session) == [sooner, later])
    #expect(board.sessions.map(\.personName) == [nil, "Ana R."])
    #expect(board.selected?.context.session == later)
    #expect(board.selected?.context.weather == .rain)
    #expect(board.temperature == 24)
    #expect(board.stream.map(\.type) == [.dismissal, .redemption, .acceptance, .impression])
    #expect(
      board.stream.map(\.detail)
        == [.words("too far"), .amount(Money(cents: 4200)), .words(claim.code.description), .score(67)])
    #expect(board.funnel.redemptions == 1)
    #expect(board.funnel.revenueCents == 4200)
    // Without a choice, the first in the list is looked at.
    #expect(try store.board(now: TestTown.noon).selected?.context.session == sooner)
  }

  @Test func everyOneOfTwoThousandParkedIsInTheList() throws {
    let town = try TestTown()
    let ids = try town.store.write { () throws(StoreError) in
      var ids: [ParkingSession.ID] = []
      for number in 0..<2000 {
        let draft = SessionDraft(
          placeName: "Place \(number)", position: TestTown.centre, zone: "America/Cayman",
          startedAt: TestTown.noon - .hours(1), expiresAt: TestTown.noon + .minutes(Int64(1 + number % 300)))
        ids.append(try town.store.startSession(draft).session.id)
      }
      return ids
    }
    let board = try town.store.board(now: TestTown.noon)
    #expect(Set(board.sessions.map(\.session.id)) == Set(ids))
  }

  @Test func theFunnelStartsAtLocalMidnight() throws {
    let town = try TestTown()
    let offer = try town.offer()
    // In George Town the day ends at 05:00 UTC.
    for (text, expected) in [("2026-08-22T04:59:59.999Z", 2), ("2026-08-22T05:00:00Z", 1)] as [(String, Int64)] {
      let now = instant(text)
      for _ in 0..<expected {
        try town.store.view(offer: offer.id, session: town.session(from: now).id, now: now)
      }
      #expect(try town.store.funnel(now: now).views == expected)
    }
    #expect(try town.store.funnel(now: TestTown.noon).views == 2)
  }

  @Test func aForeignChangeOfTheMapIsSeen() throws {
    let town = try TestTown()
    let other = try town.another()
    #expect(try town.store.board(now: TestTown.noon).town.offers.isEmpty)
    try other.addOffer(
      Offer(
        id: Offer.ID(0), partnerID: town.partner.id, title: "New", category: "food",
        value: ValueProposition(discountPercent: 20), position: TestTown.centre),
      by: TestTown.ana, loading: true, now: TestTown.noon)
    #expect(try town.store.board(now: TestTown.noon).town.offers.count == 1)
  }
}
