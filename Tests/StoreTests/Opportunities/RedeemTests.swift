import Core
import Testing

@testable import Store

@Suite struct RedeemTests {
  @Test func valueIsClaimedFirstAndReceivedLater() throws {
    let town = try TestTown()
    let offer = try town.offer()
    let claim = try town.accept(offer, town.session(town.person()))
    var funnel = try town.store.funnel(now: TestTown.noon)
    #expect(funnel.acceptances == 1)
    #expect(funnel.valueCents == 0)
    #expect(funnel.revenueCents == 0)
    let redeemed = try town.store.redeem(
      code: claim.code.description.lowercased(), amountCents: 4000, by: .simulator, now: TestTown.noon + .minutes(40))
    #expect(redeemed.amountCents == 4000)
    #expect(try town.store.claim(claim.id).state == .redeemed)
    funnel = try town.store.funnel(now: TestTown.noon)
    #expect(funnel.redemptions == 1)
    #expect(funnel.valueCents == 500)
    #expect(funnel.revenueCents == 4000)
    #expect(try town.failedChecks() == [])
  }

  @Test func withoutAnAmountATypicalPurchaseCounts() throws {
    let town = try TestTown()
    let typical = try town.offer { $0.typicalSpendCents = 6000 }
    let session = try town.session()
    #expect(
      try town.store.redeem(claim: town.accept(typical, session).id, by: .simulator, now: TestTown.noon).amountCents
        == 6000)
    let silent = try town.offer()
    let claim = try town.accept(silent, session, seed: 2)
    #expect(try town.store.redeem(claim: claim.id, by: .simulator, now: TestTown.noon).amountCents == 2500)
  }

  @Test func theSecondTimeIsAConflictThatBooksNothing() throws {
    let town = try TestTown()
    let claim = try town.accept(town.offer(), town.session())
    try town.store.redeem(claim: claim.id, amountCents: 4000, by: .simulator, now: TestTown.noon)
    #expect(
      code { try town.store.redeem(claim: claim.id, amountCents: 4000, by: .simulator, now: TestTown.noon) }
        == "claim.redeemed")
    #expect(try town.store.funnel(now: TestTown.noon).revenueCents == 4000)
  }

  @Test func fiveReasonsAreToldApart() throws {
    let town = try TestTown()
    let offer = try town.offer { $0.claimMinutes = 60 }
    let claim = try town.accept(offer, town.session(minutes: 600))
    let wrong = String(claim.code.compact.dropLast()) + (claim.code.compact.hasSuffix("2") ? "3" : "2")
    #expect(code { try town.store.redeem(code: wrong, by: .simulator, now: TestTown.noon) } == "invalid_value")
    var generator = SeededGenerator(seed: 99)
    let unknown = ClaimCode(using: &generator).description
    #expect(code { try town.store.redeem(code: unknown, by: .simulator, now: TestTown.noon) } == "not_found")
    let end = TestTown.noon + .hours(1)
    #expect(code { try town.store.redeem(claim: claim.id, by: .simulator, now: end) } == "claim.expired")
    #expect(try town.store.claim(claim.id).state == .open)
    #expect(try town.store.expireClaims(now: end) == 1)
    #expect(try town.store.expireClaims(now: end) == 0)
    #expect(code { try town.store.redeem(claim: claim.id, by: .simulator, now: TestTown.noon) } == "claim.expired")
  }

  @Test func openClaimsOutliveThePauseOfTheirOffer() throws {
    let town = try TestTown()
    var offer = try town.offer()
    let claim = try town.accept(offer, town.session())
    offer = try town.store.offer(offer.id)
    offer.state = .archived
    try town.store.updateOffer(offer, by: TestTown.ana, loading: true, now: TestTown.noon)
    try town.store.redeem(claim: claim.id, by: .simulator, now: TestTown.noon)
    #expect(try town.failedChecks() == [])
  }
}
