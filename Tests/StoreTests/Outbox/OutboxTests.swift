import Core
import Testing

@testable import Store

@Suite struct OutboxTests {
  private func events(_ town: CounterTown) throws -> [String] {
    try town.store.outbox(of: town.partner, for: town.clerk).map(\.event.rawValue)
  }

  @Test func eachThingAPartnerIsToldOfWaitsInTheOutbox() throws {
    let town = try CounterTown(webhook: true)
    let offer = try town.town.offer { ($0.capacityTotal, $0.claimMinutes) = (2, 60) }
    let first = try town.claim(offer)
    _ = try town.claim(offer)
    try town.store.redeem(code: first.code.compact, amountCents: 4000, by: town.clerk, now: TestTown.noon)
    try town.store.expireClaims(now: TestTown.noon + .hours(2))
    #expect(try events(town) == ["claim.made", "claim.made", "offer.sold_out", "claim.redeemed", "claim.expired"])
    let sent = try town.store.outbox(of: town.partner, for: town.clerk)[3]
    #expect(
      sent.payload
        == #"""
        {"type":"claim.redeemed","timestamp":"2026-08-21T17:00:00Z","data":{"claim_id":1,"offer_id":1,"\#
        amount_cents":4000,"commission_cents":500,"currency":"USD"}}
        """#.replacing("\\#\n", with: ""))
    #expect(try town.store.connection.integer("SELECT count(*) FROM outbox WHERE state = 'waiting'") == 5)
  }

  @Test func anApprovedOfferIsTold() throws {
    let town = try CounterTown(webhook: true)
    let offer = try town.town.offer { $0.state = .draft }
    try town.store.move(offer: offer.id, .submit, by: TestTown.ana, now: TestTown.noon)
    #expect(try events(town) == [])
    try town.store.move(offer: offer.id, .approve, by: Actor(.operator, "ben"), now: TestTown.noon)
    #expect(try events(town) == ["offer.approved"])
  }

  @Test func whoHasNoAddressIsNotWrittenTo() throws {
    let town = try CounterTown()
    try town.redeemed(4000)
    #expect(try town.store.connection.integer("SELECT count(*) FROM outbox") == 0)
    #expect(code { _ = try town.store.outbox(of: town.other.id, for: town.clerk) } == "not_found")
  }

  @Test func noCodeIsTold() throws {
    let town = try CounterTown(webhook: true)
    let claim = try town.redeemed(4000)
    for event in try town.store.outbox(of: town.partner, for: town.clerk) {
      #expect(!event.payload.contains(claim.code.compact))
      #expect(!event.payload.contains(claim.code.description))
    }
  }

  @Test func whatIsRefusedTellsNothing() throws {
    let town = try CounterTown(webhook: true)
    let claim = try town.redeemed(4000)
    let before = try events(town)
    #expect(
      code { try town.store.redeem(code: claim.code.compact, by: town.clerk, now: TestTown.noon) } == "claim.redeemed")
    #expect(try events(town) == before)
  }

  @Test func aClockSetBackAnHourNeitherReordersNorLosesEvents() throws {
    let town = try CounterTown(webhook: true)
    let offers = try (0..<3).map { _ in try town.town.offer { $0.claimMinutes = 600 } }
    let noon = TestTown.noon
    let claims = try zip(offers, [noon, noon - .hours(1), noon + .minutes(1)]).map { try town.claim($0, now: $1) }
    let times = [noon + .minutes(2), noon - .minutes(58), noon + .minutes(3)]
    for (claim, now) in zip(claims, times) {
      try town.store.redeem(code: claim.code.compact, amountCents: 1000, by: town.clerk, now: now)
    }
    let waiting = try town.store.outbox(of: town.partner, for: town.clerk)
    #expect(
      waiting.map(\.event) == [.claimMade, .claimMade, .claimMade, .claimRedeemed, .claimRedeemed, .claimRedeemed])
    #expect(waiting.suffix(3).map(\.at) == times)
    #expect(waiting.map(\.id) == waiting.map(\.id).sorted())
    // Asked for what came after the first three, whatever the clock said then, nothing is missing.
    #expect(try town.store.outbox(of: town.partner, after: waiting[2].id, for: town.clerk) == Array(waiting.suffix(3)))
    let statement = try town.store.statement(of: town.partner, period: .month("2026-08"), for: town.clerk)
    #expect(statement.lines.map(\.at) == times)
    #expect(try town.town.failedChecks() == [])
  }
}
