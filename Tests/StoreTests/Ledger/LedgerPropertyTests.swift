import Core
import Testing

@testable import Store

/// Any sequence of redemptions, refunds and closings, in any zone, with a clock that runs and is set back.
@Suite struct LedgerPropertyTests {
  /// A partner whose clock has a fixed offset over the test's time, which is all the hand-kept model knows of it.
  private struct Counter {
    let partner: Partner
    let offer: Offer
    let offsetMinutes: Int64
  }

  private let town: TestTown
  private let counters: [Counter]

  init() throws {
    town = try TestTown()
    var counters: [Counter] = []
    // From June to October 2026 no clock changes but Lord Howe's, which the run ends before.
    let zones = [
      ("America/Cayman", -300), ("Asia/Kolkata", 330), ("America/New_York", -240), ("Australia/Lord_Howe", 630),
    ]
    for (index, (zone, offset)) in zones.enumerated() {
      let partner = try town.store.addPartner(
        Partner(
          id: .init(0), name: "Counter \(index)", category: "food", position: TestTown.centre, zone: zone,
          commissionBasisPoints: [1250, 333, 9999, 1][index]),
        by: TestTown.ana, loading: true, now: TestTown.noon)
      let offer = try town.offer { $0.partnerID = partner.id }
      counters.append(Counter(partner: partner, offer: offer, offsetMinutes: Int64(offset)))
    }
    self.counters = counters
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func theLedgerIsWhatAHandWouldKeep(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var model = LedgerModel()
    var sealed: [String: String] = [:]
    var now = instant("2026-06-20T00:00:00Z")
    for _ in 0..<250 {
      now = now + TimeSpan(milliseconds: Int64.random(in: 0..<40_000_000, using: &generator))
      if Int.random(in: 0..<20, using: &generator) == 0 { now = now - .hours(1) }
      switch Int.random(in: 0..<10, using: &generator) {
      case 0..<5: try redeem(&model, at: now, &generator)
      case 5..<9: try refund(&model, at: now, &generator)
      default: try close(&model, at: now, &generator)
      }
      try compare(model)
      try keepSealed(model, &sealed)
      // Names may change; what is closed does not follow.
      try town.store.connection.execute("UPDATE partner SET name = name || '+' WHERE id = \(Int.random(in: 1...5))")
    }
    #expect(now < instant("2026-10-03T15:30:00Z"))
    #expect(!sealed.isEmpty)
    #expect(try town.failedChecks() == [])
  }

  private func redeem(
    _ model: inout LedgerModel, at now: Timestamp, _ generator: inout SeededGenerator
  ) throws {
    let index = Int.random(in: counters.indices, using: &generator)
    let counter = counters[index]
    let session = try town.session(from: now - .minutes(5), minutes: 60)
    let claim = try town.store.accept(offer: counter.offer.id, session: session.id, now: now, using: &generator)
    let amount = Int64.random(in: 0..<20_000, using: &generator)
    let basisPoints = counter.partner.commissionBasisPoints
    try town.store.redeem(
      code: claim.code.compact, amountCents: amount, by: Actor(counter.partner.id), now: now)
    let commission = LedgerModel.commission(amount, basisPoints)
    model.book(
      .init(claim: claim.id, baseCents: amount, commissionCents: commission), partner: index,
      month: LedgerModel.month(of: now, offsetMinutes: counter.offsetMinutes))
    model.redeemed.append(
      .init(claim: claim, partner: index, basisPoints: basisPoints, remaining: amount, commission: commission))
  }

  private func refund(
    _ model: inout LedgerModel, at now: Timestamp, _ generator: inout SeededGenerator
  ) throws {
    guard let place = model.redeemed.indices.randomElement(using: &generator) else { return }
    var claim = model.redeemed[place]
    let counter = counters[claim.partner]
    let amount = Int64.random(in: 1...12_000, using: &generator)
    func ask() throws {
      try town.store.refund(
        code: claim.claim.code.compact, amountCents: amount, by: Actor(counter.partner.id), now: now)
    }
    guard amount <= claim.remaining else {
      #expect(code(ask) == "refund.too_much")
      return
    }
    try ask()
    claim.remaining -= amount
    let left = LedgerModel.commission(claim.remaining, claim.basisPoints)
    model.book(
      .init(claim: claim.claim.id, baseCents: -amount, commissionCents: left - claim.commission),
      partner: claim.partner, month: LedgerModel.month(of: now, offsetMinutes: counter.offsetMinutes))
    claim.commission = left
    model.redeemed[place] = claim
  }

  private func close(
    _ model: inout LedgerModel, at now: Timestamp, _ generator: inout SeededGenerator
  ) throws {
    let index = Int.random(in: counters.indices, using: &generator)
    let counter = counters[index]
    let month = LedgerModel.month(of: now, offsetMinutes: counter.offsetMinutes)
    let asked = [month - 1, month - 2, month].randomElement(using: &generator) ?? month
    let period = try #require(SettlementPeriod(number: asked))
    func ask() throws {
      try town.store.closeSettlement(period, of: counter.partner.id, by: TestTown.ana, now: now)
    }
    guard asked < month else {
      #expect(code(ask) == "settlement.running")
      return
    }
    try ask()
    model.close(asked, partner: index)
  }

  private func compare(_ model: LedgerModel) throws {
    let unbalanced = try town.store.connection.rows(
      "SELECT entry_id FROM ledger_line GROUP BY entry_id HAVING sum(amount_cents) <> 0"
    ) { row throws(StoreError) in row.integer(0) }
    #expect(unbalanced == [])
    for (index, counter) in counters.enumerated() {
      var accounts: [String: Int64] = ["commission_due": 0, "commission_earned": 0, "commission_settled": 0]
      try town.store.connection.each(
        """
        SELECT ledger_line.account, sum(ledger_line.amount_cents)
          FROM ledger_entry
          JOIN ledger_line ON ledger_line.entry_id = ledger_entry.id
         WHERE ledger_entry.partner_id = :partner
         GROUP BY ledger_line.account
        """,
        [":partner": .id(counter.partner.id)]
      ) { row throws(StoreError) in accounts[row.text(0)] = row.integer(1) }
      #expect(accounts == model.accounts(of: index))
      var sum: Int64 = 0
      for settlement in try town.store.settlements(partner: counter.partner.id, for: TestTown.ana) {
        let statement = try town.store.statement(of: counter.partner.id, period: settlement.period, for: TestTown.ana)
        #expect(statement.commissionCents == settlement.commissionCents)
        #expect(
          statement.lines.map { [$0.baseCents, $0.commissionCents] }
            == (model.bookings[index]?[settlement.period.number] ?? []).map { [$0.baseCents, $0.commissionCents] })
        sum += statement.commissionCents
      }
      #expect(sum == -(accounts["commission_earned"] ?? 0))
    }
  }

  /// What a closed statement said first it must say ever after.
  private func keepSealed(_ model: LedgerModel, _ sealed: inout [String: String]) throws {
    for (index, counter) in counters.enumerated() {
      for month in model.closed[index] ?? [] {
        let period = try #require(SettlementPeriod(number: month))
        let text = String(
          reflecting: try town.store.statement(of: counter.partner.id, period: period, for: TestTown.ana))
        #expect(sealed["\(index) \(month)", default: text] == text)
        sealed["\(index) \(month)"] = text
      }
    }
  }
}
