import Core
import Testing

@testable import Store

@Suite struct RefundTests {
  @Test func aRedemptionBooksItsCommissionInTheSameBreath() throws {
    let town = try CounterTown()
    let claim = try town.claim()
    let redemption = try town.store.redeem(
      code: claim.code.compact, amountCents: 4000, receipt: "till 2", by: town.clerk, now: TestTown.noon)
    // 4000 x 1250 / 10,000 = 500 (row O.04).
    #expect(redemption.commissionCents == 500)
    #expect(redemption.period.description == "2026-08")
    #expect(try town.lines(of: claim) == ["commission_due 500", "commission_earned -500"])
    #expect(try town.store.claim(claim.id).receipt == "till 2")
    #expect(
      code { try town.store.redeem(code: claim.code.compact, amountCents: 4000, by: town.clerk, now: TestTown.noon) }
        == "claim.redeemed")
    #expect(try town.lines(of: claim).count == 2)
    #expect(try town.town.failedChecks() == [])
  }

  @Test func theRateOfTheRedemptionHoldsForItsRefund() throws {
    let town = try CounterTown()
    let claim = try town.redeemed(4000)
    try town.store.connection.execute("UPDATE partner SET commission_basis_points = 3000")
    let refund = try town.store.refund(
      code: claim.code.compact, amountCents: 1000, note: "cold soup", by: town.clerk, now: TestTown.noon)
    // 3000 remain, of which 12.5 % are 375.
    #expect(refund.commissionCents == -125)
    #expect(refund.remainingCents == 3000)
    #expect(try town.store.refund(code: claim.code.compact, by: town.clerk, now: TestTown.noon).commissionCents == -375)
    #expect(
      try town.lines(of: claim) == [
        "commission_due 500", "commission_earned -500", "commission_due -125", "commission_earned 125",
        "commission_due -375", "commission_earned 375",
      ])
    #expect(try town.store.claim(claim.id).refundedCents == 4000)
    #expect(try town.town.failedChecks() == [])
  }

  @Test func noMoreIsGivenBackThanWasPaid() throws {
    let town = try CounterTown()
    let claim = try town.redeemed(4000)
    func refund(_ cents: Int64?) -> String? {
      code { try town.store.refund(code: claim.code.compact, amountCents: cents, by: town.clerk, now: TestTown.noon) }
    }
    #expect(refund(4001) == "refund.too_much")
    #expect(refund(0) == "invalid_value")
    #expect(refund(-5) == "invalid_value")
    #expect(refund(3000) == nil)
    #expect(refund(1001) == "refund.too_much")
    #expect(refund(nil) == nil)
    #expect(refund(nil) == "refund.too_much")
    #expect(throws: StoreError.self) {
      try town.store.connection.execute("UPDATE claim SET refunded_cents = 4001")
    }
  }

  @Test func onlyWhatWasRedeemedIsGivenBack() throws {
    let town = try CounterTown()
    let claim = try town.claim()
    #expect(
      code { try town.store.refund(code: claim.code.compact, by: town.clerk, now: TestTown.noon) }
        == "claim.not_redeemed")
  }

  @Test func aRedemptionFromBeforeTheLedgerIsNotRefunded() throws {
    let town = try CounterTown()
    let claim = try town.redeemed(4000)
    for table in ["ledger_line", "ledger_entry"] {
      try town.store.connection.execute("DROP TRIGGER \(table)_refuses_delete")
      try town.store.connection.execute("DELETE FROM \(table)")
    }
    try town.store.connection.execute("DELETE FROM ledger_period")
    #expect(try town.town.failedChecks().contains { $0.hasPrefix("ledger: claim \(claim.id) was redeemed otherwise") })
    try town.store.connection.execute("UPDATE ledger_start SET interaction_id = 1000")
    #expect(
      code { try town.store.refund(code: claim.code.compact, by: town.clerk, now: TestTown.noon) }
        == "claim.before_ledger")
    #expect(try !town.town.failedChecks().contains { $0.hasPrefix("ledger:") })
  }

  @Test func anAnalystChangesNothingAndAnotherPartnerFindsNothing() throws {
    let town = try CounterTown()
    let (open, used) = (try town.claim(), try town.redeemed(4000))
    let (analyst, stranger) = (Actor(.analyst, "eve"), Actor(town.other.id))
    func redeem(_ actor: Actor) -> String? {
      code { try town.store.redeem(code: open.code.compact, by: actor, now: TestTown.noon) }
    }
    func refund(_ actor: Actor) -> String? {
      code { try town.store.refund(code: used.code.compact, by: actor, now: TestTown.noon) }
    }
    #expect(redeem(analyst) == "not_allowed")
    #expect(refund(analyst) == "not_allowed")
    #expect(redeem(stranger) == "not_found")
    #expect(refund(stranger) == "not_found")
    #expect(code { try town.store.redeem(claim: open.id, by: stranger, now: TestTown.noon) } == "not_found")
    #expect(try town.store.claim(open.id).state == .open)
  }
}
