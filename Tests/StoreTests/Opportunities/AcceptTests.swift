import Core
import Testing

@testable import Store

@Suite struct AcceptTests {
  @Test func takesAPlaceAndGivesACode() throws {
    let town = try TestTown()
    let offer = try town.offer { $0.capacityTotal = 3 }
    let session = try town.session(town.person())
    let claim = try town.accept(offer, session)
    #expect(claim.capacityLeft == 2)
    // Four hours by default.
    #expect(claim.expiresAt == instant("2026-08-21T21:00:00Z"))
    let stored = try #require(try town.store.claim(code: claim.code))
    #expect(stored.state == .open)
    // 20 % of the 2500 cents a purchase counts as.
    #expect(stored.valueCents == 500)
    #expect(stored.revenueCents == nil)
    #expect(try town.store.offer(offer.id).capacityLeft == 2)
    #expect(try town.failedChecks() == [])
  }

  @Test func aClaimDoesNotOutliveItsOffer() throws {
    let town = try TestTown()
    let end = TestTown.noon + .minutes(20)
    let offer = try town.offer { $0.validUntil = end }
    #expect(try town.accept(offer, town.session()).expiresAt == end)
  }

  @Test func theSameKeyAnswersTheSameClaim() throws {
    let town = try TestTown()
    let offer = try town.offer { $0.capacityTotal = 3 }
    let session = try town.session(town.person())
    let first = try town.accept(offer, session, key: "tap-1", seed: 1)
    let second = try town.accept(offer, session, key: "tap-1", now: TestTown.noon + .minutes(5), seed: 2)
    #expect(second == first)
    #expect(try town.store.offer(offer.id).capacityLeft == 2)
    #expect(try town.store.info().claims == 1)
    let other = try town.session()
    #expect(code { _ = try town.accept(offer, other, key: "tap-1") } == "key_reused")
  }

  @Test(arguments: [
    (OfferState.paused, "offer.not_active"), (.pending, "offer.not_active"), (.archived, "offer.not_active"),
  ])
  func onlyAnActiveOfferIsAccepted(state: OfferState, reason: String) throws {
    let town = try TestTown()
    let offer = try town.offer { $0.state = state }
    let session = try town.session()
    #expect(code { _ = try town.accept(offer, session) } == reason)
  }

  @Test func theWindowIsHalfOpen() throws {
    let town = try TestTown()
    let offer = try town.offer {
      $0.validFrom = TestTown.noon
      $0.validUntil = TestTown.noon + .minutes(30)
    }
    let session = try town.session()
    let last = TestTown.noon + TimeSpan(milliseconds: 30 * 60_000 - 1)
    #expect(
      code { _ = try town.accept(offer, session, now: TestTown.noon - TimeSpan(milliseconds: 1)) }
        == "offer.not_started")
    #expect(code { _ = try town.accept(offer, session, now: last + TimeSpan(milliseconds: 1)) } == "offer.ended")
    _ = try town.accept(offer, session, now: last)
  }

  @Test func oneOpenClaimForEachPersonAndOffer() throws {
    let town = try TestTown()
    let offer = try town.offer()
    let person = try town.person()
    let claim = try town.accept(offer, town.session(person))
    // Also from another session of the same person.
    let second = try town.session(person)
    #expect(code { _ = try town.accept(offer, second) } == "claim.open")
    try town.store.redeem(claim: claim.id, by: .simulator, now: TestTown.noon)
    _ = try town.accept(offer, second)
  }

  @Test func theClaimLimitHoldsForALifetime() throws {
    let town = try TestTown()
    let offer = try town.offer { $0.claimLimit = 2 }
    let session = try town.session(town.person())
    for _ in 0..<2 {
      let claim = try town.accept(offer, session, seed: UInt64.random(in: 0 ... .max))
      try town.store.redeem(claim: claim.id, by: .simulator, now: TestTown.noon)
    }
    #expect(code { _ = try town.accept(offer, session) } == "claim.limit")
    #expect(StoreError.exhausted(code: "", sentence: "").exitStatus == 6)
  }

  @Test func anEndedSessionAcceptsNothing() throws {
    let town = try TestTown()
    let offer = try town.offer()
    let session = try town.session()
    // The session expires at 13:00.
    #expect(code { _ = try town.accept(offer, session, now: TestTown.noon + .hours(1)) } == "session.ended")
    try town.store.endSession(session.id, now: TestTown.noon)
    #expect(code { _ = try town.accept(offer, session) } == "session.ended")
  }

  @Test func distanceAndQuietHoursOnlyDecideWhatIsShown() throws {
    let town = try TestTown()
    let far = try town.offer { $0.position = position(19.4, -81.3744) }
    _ = try town.accept(far, town.session())
  }

  @Test func anOverdueClaimGivesItsPlaceToTheNextInTheSameTransaction() throws {
    let town = try TestTown()
    let offer = try town.offer {
      $0.capacityTotal = 1
      $0.claimMinutes = 30
    }
    let first = try town.session(minutes: 600)
    let second = try town.session(minutes: 600)
    let claim = try town.accept(offer, first)
    let justBefore = TestTown.noon + TimeSpan(milliseconds: 30 * 60_000 - 1)
    #expect(code { _ = try town.accept(offer, second, now: justBefore) } == "capacity.full")
    #expect(try town.accept(offer, second, now: TestTown.noon + .minutes(30), seed: 2).capacityLeft == 0)
    #expect(try town.store.claim(claim.id).state == .expired)
    #expect(
      try town.store.history(of: .session(first.id)).entries.map(\.type) == [.acceptance, .expiry])
    #expect(try town.failedChecks() == [])
  }

  @Test func theSameRandomNumbersStillGiveDifferentCodes() throws {
    let town = try TestTown()
    let offer = try town.offer()
    // One generator hands each call three codes; the same seed three times exhausts them.
    let codes = try (0..<3).map { _ in try town.accept(offer, town.session(), seed: 5).code }
    #expect(Set(codes).count == 3)
    let session = try town.session()
    #expect(code { _ = try town.accept(offer, session, seed: 5) } == "code_taken")
  }
}
