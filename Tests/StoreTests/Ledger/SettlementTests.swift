import Core
import Testing

@testable import Store

@Suite struct SettlementTests {
  private let september = instant("2026-09-02T12:00:00Z")

  private func close(
    _ town: CounterTown, _ period: String, now: Timestamp, of partner: Partner.ID? = nil
  ) throws -> Int {
    try town.store.closeSettlement(.month(period), of: partner, by: TestTown.ana, now: now).closed
  }

  @Test func closingCarriesTheCommissionOverOnceAndForAll() throws {
    let town = try CounterTown()
    try town.redeemed(4000)
    try town.redeemed(2000)
    #expect(try close(town, "2026-08", now: september) == 2)
    let statement = try town.store.statement(of: town.partner, period: .month("2026-08"), for: town.clerk)
    #expect(statement.closing == PartnerStatement.Closing(at: september, actor: "operator:ana"))
    #expect(statement.commissionCents == 750)
    func accounts() throws -> [String] {
      try town.store.connection.rows(
        "SELECT account, sum(amount_cents) FROM ledger_line GROUP BY account ORDER BY account"
      ) { row throws(StoreError) in "\(row.text(0)) \(row.integer(1))" }
    }
    #expect(try accounts() == ["commission_due 0", "commission_earned -750", "commission_settled 750"])
    // Again, and again later: nothing more.
    #expect(try close(town, "2026-08", now: september) == 0)
    #expect(try close(town, "2026-08", now: september + .days(3)) == 0)
    #expect(try accounts() == ["commission_due 0", "commission_earned -750", "commission_settled 750"])
    #expect(try town.store.statement(of: town.partner, period: .month("2026-08"), for: town.clerk) == statement)
    #expect(try town.town.failedChecks() == [])
  }

  @Test func aRefundAfterTheClosingIsANegativeLineOfTheNextMonthAndNeverTwice() throws {
    let town = try CounterTown()
    let claim = try town.redeemed(4000)
    _ = try close(town, "2026-08", now: september)
    // A clock set back into the closed month changes nothing of it.
    let refund = try town.store.refund(
      code: claim.code.compact, amountCents: 1000, by: town.clerk, now: TestTown.noon + .hours(1))
    #expect(refund.period.description == "2026-09")
    #expect(
      try town.store.redeem(code: town.claim().code.compact, amountCents: 800, by: town.clerk, now: TestTown.noon)
        .period.description == "2026-09")
    let next = try town.store.statement(of: town.partner, period: .month("2026-09"), for: town.clerk)
    #expect(next.lines.map(\.commissionCents) == [-125, 100])
    #expect(next.lines.map(\.baseCents) == [-1000, 800])
    #expect(try close(town, "2026-09", now: instant("2026-10-02T12:00:00Z")) == 2)
    #expect(try close(town, "2026-10", now: instant("2026-11-02T12:00:00Z")) == 2)
    let empty = try town.store.statement(of: town.partner, period: .month("2026-10"), for: town.clerk)
    #expect(empty.lines == [])
    #expect(empty.closing != nil)
    // October is closed too, so what comes now is November's.
    #expect(
      try town.store.refund(code: claim.code.compact, by: town.clerk, now: TestTown.noon).period.description
        == "2026-11")
    #expect(try town.town.failedChecks() == [])
  }

  @Test func aMonthThatStillRunsIsNotClosed() throws {
    let town = try CounterTown()
    try town.redeemed(4000)
    // August ends at 05:00 UTC on 1 September in the Caymans.
    let end = instant("2026-09-01T05:00:00Z")
    #expect(code { _ = try close(town, "2026-08", now: end - TimeSpan(milliseconds: 1)) } == "settlement.running")
    #expect(try town.store.settlements(for: TestTown.ana).map(\.closing) == [nil])
    #expect(try close(town, "2026-08", now: end) == 2)
  }

  @Test func aClosedStatementKeepsThePartnersNameAndTheOffersTitle() throws {
    let town = try CounterTown()
    try town.redeemed(4000)
    _ = try close(town, "2026-08", now: september)
    let before = String(
      reflecting: try town.store.statement(of: town.partner, period: .month("2026-08"), for: town.clerk))
    try town.store.connection.execute("UPDATE partner SET name = 'Green Culantro', commission_basis_points = 1")
    var offer = try town.store.offer(Offer.ID(1))
    offer.title = "Sunrise breakfast"
    try town.store.updateOffer(offer, by: TestTown.ana, now: september)
    let after = String(
      reflecting: try town.store.statement(of: town.partner, period: .month("2026-08"), for: town.clerk))
    #expect(after == before)
    #expect(after.contains("Blue Culantro"))
  }

  @Test func onlyAnOperatorClosesAndAPartnerSeesItsOwn() throws {
    let town = try CounterTown()
    try town.redeemed(4000)
    for actor in [Actor(.analyst, "eve"), town.clerk] {
      #expect(
        code { try town.store.closeSettlement(.month("2026-08"), by: actor, now: september) } == "not_allowed")
    }
    _ = try close(town, "2026-08", now: september)
    #expect(try town.store.settlements(for: town.clerk).map(\.partnerID) == [town.partner])
    #expect(try town.store.settlements(for: TestTown.ana).count == 2)
    #expect(
      code { _ = try town.store.statement(of: town.partner, period: .month("2026-08"), for: Actor(town.other.id)) }
        == "not_found")
    #expect(
      code { _ = try town.store.daySlip(of: town.other.id, day: .init(dayNumber: 0), for: town.clerk) } == "not_found")
  }

  @Test func nothingOfTheLedgerIsEverChanged() throws {
    let town = try CounterTown()
    try town.redeemed(4000)
    _ = try close(town, "2026-08", now: september)
    for table in ["ledger_entry", "ledger_line", "settlement"] {
      for sql in ["DELETE FROM \(table)", "UPDATE \(table) SET rowid = rowid"] where table != "ledger_line" {
        #expect(throws: StoreError.self, "\(sql)") { try town.store.connection.execute(sql) }
      }
    }
    #expect(throws: StoreError.self) { try town.store.connection.execute("DELETE FROM ledger_line") }
    #expect(throws: StoreError.self) { try town.store.connection.execute("UPDATE ledger_line SET amount_cents = 0") }
  }

  /// 2026-11-01 has 25 hours in New York: from 04:00 UTC to 05:00 UTC of the next day.
  @Test func aSlipIsOfThePartnersWholeDayHoweverLong() throws {
    let town = try CounterTown(zone: "America/New_York")
    for text in ["2026-11-01T03:59:59Z", "2026-11-01T04:00:00Z", "2026-11-02T04:59:59Z", "2026-11-02T05:00:00Z"] {
      try town.redeemed(1000, now: instant(text))
    }
    let day = try #require(CivilDate(year: 2026, month: 11, day: 1))
    let slip = try town.store.daySlip(of: town.partner, day: day, for: town.clerk)
    #expect(slip.lines.map(\.at) == [instant("2026-11-01T04:00:00Z"), instant("2026-11-02T04:59:59Z")])
    #expect(slip.takenCents == 2000)
    #expect(slip.commissionCents == 250)
    // The first one was still October's by the partner's clock.
    #expect(
      try town.store.settlements(partner: town.partner, for: town.clerk).map { "\($0.period) \($0.redemptions)" }
        == ["2026-11 3", "2026-10 1"])
  }

  @Test func aSlipTakesRefundsOff() throws {
    let town = try CounterTown()
    let claim = try town.redeemed(4000)
    try town.store.refund(code: claim.code.compact, amountCents: 1500, by: town.clerk, now: TestTown.noon)
    let day = TestZones.cayman.localTime(at: TestTown.noon).date
    let slip = try town.store.daySlip(of: town.partner, day: day, for: town.clerk)
    #expect(slip.takenCents == 4000)
    #expect(slip.refundedCents == 1500)
    // 12.5 % of the 2500 that remain are 312.5, half up 313.
    #expect(slip.commissionCents == 313)
  }
}
