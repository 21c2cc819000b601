import Core
import Testing

@testable import Store

/// The lists of the Partners screen, by hand.
@Suite struct PartnersBoardTests {
  private func partner(_ town: TestTown, _ name: String, currency: String = "USD") throws -> Partner {
    try town.store.addPartner(
      Partner(
        id: Partner.ID(0), name: name, category: "food", position: TestTown.centre, zone: "America/Cayman",
        currency: Currency(currency) ?? .usd, commissionBasisPoints: 1000), by: TestTown.ana, now: TestTown.noon)
  }

  @Test func aPartnerIsSummedUpInOneLine() throws {
    let town = try TestTown()
    let (live, full) = (try town.offer(), try town.offer { $0.capacityTotal = 1 })
    try town.offer { $0.state = .pending }
    try town.offer { $0.state = .archived }
    try town.offer { $0.state = .ended }
    try town.offer { $0.validUntil = TestTown.noon }
    let session = try town.session(town.person())
    _ = try town.accept(live, session)
    let paid = try town.accept(full, session, seed: 2)
    _ = try town.store.redeem(claim: paid.id, amountCents: 4000, by: TestTown.ana, now: TestTown.noon)
    _ = try town.store.refund(
      code: paid.code.description, amountCents: 1000, by: TestTown.ana, now: TestTown.noon)
    let row = try #require(town.store.partnersBoard(for: TestTown.ana, now: TestTown.noon).partners.first)
    #expect(row.offers == 3 && row.active == 2 && row.pending == 1 && row.full == 1)
    #expect(row.openClaims == 1)
    #expect(row.acceptances == 2 && row.redemptions == 1)
    #expect(row.revenueCents == 3000)
    // Each is worth 20 % of a typical purchase of 25.00.
    #expect(row.valueCents == 500)
    #expect(try town.failedChecks() == [])
  }

  @Test func commissionIsDueUntilItIsSettled() throws {
    let town = try TestTown()
    let reef = try partner(town, "Reef")
    let offer = try town.offer { $0.partnerID = reef.id }
    let claim = try town.accept(offer, town.session())
    _ = try town.store.redeem(claim: claim.id, amountCents: 4000, by: TestTown.ana, now: TestTown.noon)
    func due(_ now: Timestamp) throws -> Int64? {
      try town.store.partnersBoard(for: TestTown.ana, now: now).partners.first { $0.partner.id == reef.id }?
        .commissionDueCents
    }
    #expect(try due(TestTown.noon) == 400)
    let september = instant("2026-09-02T12:00:00Z")
    let august = try #require(SettlementPeriod(number: 202_608))
    _ = try town.store.closeSettlement(august, by: TestTown.ana, now: september)
    #expect(try due(september) == 0)
    #expect(try town.failedChecks() == [])
  }

  @Test func placesOfOverdueClaimsAreFree() throws {
    let town = try TestTown()
    let offer = try town.offer {
      $0.capacityTotal = 1
      $0.claimMinutes = 10
    }
    _ = try town.accept(offer, town.session())
    func board(_ now: Timestamp) throws -> PartnersBoard { try town.store.partnersBoard(for: TestTown.ana, now: now) }
    #expect(try board(TestTown.noon).partners[0].full == 1)
    #expect(try board(TestTown.noon).offers[0].offer.capacityLeft == 0)
    let later = TestTown.noon + .minutes(10)
    #expect(try board(later).partners[0].full == 0 && board(later).partners[0].openClaims == 0)
    #expect(try board(later).offers[0].offer.capacityLeft == 1)
  }

  @Test func offersStandByPartnerAndIdWithArchivedOnesLast() throws {
    let town = try TestTown()
    let (zest, anchor) = (try partner(town, "Zest"), try partner(town, "Anchor"))
    // Blue Culantro is the town's own.
    let first = try town.offer { $0.partnerID = zest.id }
    let gone = try town.offer {
      $0.partnerID = anchor.id
      $0.state = .archived
    }
    let second = try town.offer { $0.partnerID = anchor.id }
    let third = try town.offer()
    let fourth = try town.offer { $0.partnerID = anchor.id }
    let board = try town.store.partnersBoard(for: TestTown.ana, now: TestTown.noon)
    #expect(board.partners.map(\.partner.name) == ["Anchor", "Blue Culantro", "Zest"])
    #expect(board.offers.map(\.offer.id) == [second, fourth, third, first, gone].map(\.id))
    #expect(board.offers.map(\.partnerName) == ["Anchor", "Anchor", "Blue Culantro", "Zest", "Anchor"])
    let chosen = try town.store.partnersBoard(
      PartnersRequest(.partner(anchor.id)), for: TestTown.ana, now: TestTown.noon)
    #expect(chosen.offers.map(\.offer.id) == [second, fourth, gone].map(\.id))
    #expect(chosen.partners.count == 3)
    #expect(chosen.listedPartnerID == anchor.id)
    let opening = try town.store.partnersBoard(PartnersRequest(.first), for: TestTown.ana, now: TestTown.noon)
    #expect(opening == chosen, "the first by name, with every partner's numbers beside it")
    #expect(opening.partners == board.partners)
  }

  @Test(arguments: [true, false])
  func anOffersFunnelAndTrendAreOfTheDaysAskedFor(everybody: Bool) throws {
    let town = try TestTown()
    let offer = try town.offer()
    _ = try partner(town, "Zest")
    var claims: [Claim] = []
    // Two cars today, one two days ago, one so long ago that it does not count.
    for (number, days) in [0, 0, 2, 3].enumerated() {
      let now = TestTown.noon - .days(Int64(days))
      let session = try town.session(from: now - .minutes(5))
      _ = try town.store.discover(session: session.id, now: now)
      try town.store.view(offer: offer.id, session: session.id, now: now)
      claims.append(try town.accept(offer, session, now: now, seed: UInt64(number)))
    }
    _ = try town.store.redeem(claim: claims[0].id, amountCents: 2000, by: TestTown.ana, now: TestTown.noon)
    let request = PartnersRequest(everybody ? .everybody : .partner(town.partner.id), days: 3)
    let row = try #require(town.store.partnersBoard(request, for: TestTown.ana, now: TestTown.noon).offers.first)
    #expect([row.impressions, row.views, row.acceptances, row.redemptions] == [3, 3, 3, 1])
    #expect(row.revenueCents == 2000)
    #expect(row.trend == [1, 0, 2])
  }

  @Test func forAPartnerNobodyElseExists() throws {
    let town = try TestTown()
    let reef = try partner(town, "Reef")
    let (own, other) = (try town.offer { $0.partnerID = reef.id }, try town.offer())
    let actor = Actor(reef.id)
    let board = try town.store.partnersBoard(for: actor, now: TestTown.noon)
    #expect(board.partners.map(\.partner.id) == [reef.id])
    #expect(board.offers.map(\.offer.id) == [own.id])
    #expect(throws: StoreError.notFound(what: "partner", name: "\(town.partner.id)")) {
      _ = try town.store.partnersBoard(PartnersRequest(.partner(town.partner.id)), for: actor, now: TestTown.noon)
    }
    #expect(throws: StoreError.notFound(what: "offer", name: "\(other.id)")) {
      _ = try town.store.offerSheet(other.id, for: actor, now: TestTown.noon)
    }
    #expect(try town.store.offerSheet(own.id, for: actor, now: TestTown.noon).offer.id == own.id)
    #expect(try town.store.successMetrics(for: actor, now: TestTown.noon).best.map(\.partner.id) == [reef.id])
  }

  @Test func lookingRecordsNothing() throws {
    let town = try TestTown()
    let offer = try town.offer()
    _ = try town.session()
    let reader = try town.another(readOnly: true)
    _ = try reader.partnersBoard(for: Actor(town.partner.id), now: TestTown.noon)
    _ = try reader.offerSheet(offer.id, for: Actor(town.partner.id), now: TestTown.noon)
    _ = try town.store.offerSheet(offer.id, for: Actor(town.partner.id), now: TestTown.noon)
    #expect(try town.store.connection.integer("SELECT count(*) FROM interaction") == 0)
  }

  @Test func aSheetTellsTheLatestAnswersOfItsOfferAlone() throws {
    let town = try TestTown()
    let (offer, other) = (try town.offer(), try town.offer())
    let session = try town.session(town.person())
    _ = try town.store.discover(session: session.id, now: TestTown.noon)
    let claim = try town.accept(offer, session)
    _ = try town.accept(other, session, seed: 2)
    _ = try town.store.redeem(claim: claim.id, amountCents: 1500, by: TestTown.ana, now: TestTown.noon + .minutes(1))
    let sheet = try town.store.offerSheet(offer.id, for: TestTown.ana, now: TestTown.noon + .minutes(2))
    #expect(sheet.events.map(\.type) == [.redemption, .acceptance])
    #expect(sheet.events.map(\.detail) == [.amount(Money(cents: 1500)), .words(claim.code.description)])
    #expect(sheet.versions.map(\.offer.version) == [1])
    #expect(sheet.reach.sessions == 1 && sheet.reach.eligible == 1)
  }

  @Test func theThreeNumbersAreSumsOfTheRowsBehindThem() throws {
    let town = try TestTown()
    let (reef, euro) = (try partner(town, "Reef"), try partner(town, "Euro", currency: "EUR"))
    let session = try town.session(town.person())
    for (number, (partner, cents)) in [(reef, 4000), (reef, 2000), (euro, 900)].enumerated() {
      let offer = try town.offer {
        $0.partnerID = partner.id
        $0.currency = partner.currency
      }
      let claim = try town.accept(offer, session, seed: UInt64(number))
      if cents == 2000 { continue }
      _ = try town.store.redeem(claim: claim.id, amountCents: Int64(cents), by: TestTown.ana, now: TestTown.noon)
    }
    try town.offer { $0.state = .pending }
    let metrics = try town.store.successMetrics(for: TestTown.ana, now: TestTown.noon)
    #expect(metrics.redemptionRate.value == 2.0 / 3)
    #expect(metrics.revenue.map(\.description) == ["$40.00", "€9.00"])
    #expect(metrics.value.map(\.cents) == [500, 500])
    #expect(metrics.pending == 1)
    #expect(metrics.best.first?.partner.id == reef.id)
    let rows = try town.store.partnersBoard(for: TestTown.ana, now: TestTown.noon).partners
    #expect(rows.reduce(0) { $0 + $1.redemptions } == metrics.redemptions)
    #expect(try town.store.townDay(now: TestTown.noon).success == metrics)
  }
}
