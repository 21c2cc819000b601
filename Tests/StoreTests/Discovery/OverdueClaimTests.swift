import Core
import Testing

@testable import Store

/// A claim lives four hours and no longer, whether or not anybody comes by to close it.
@Suite struct OverdueClaimTests {
  private static let expiry = TestTown.noon + .hours(4)

  /// The only place is taken at noon by the first of two drivers; both stay for ten hours.
  private func town() throws -> (town: TestTown, offer: Offer, taker: ParkingSession, other: ParkingSession) {
    let town = try TestTown()
    let offer = try town.offer { $0.capacityTotal = 1 }
    let taker = try town.session(town.person("Ana R."), minutes: 600)
    let other = try town.session(town.person("Bo L."), minutes: 600)
    _ = try town.accept(offer, taker)
    return (town, offer, taker, other)
  }

  private func reason(
    _ town: TestTown, _ session: ParkingSession, at now: Timestamp, dryRun: Bool
  ) throws -> HeldBackCode? {
    try town.store.discover(session: session.id, options: DiscoverOptions(dryRun: dryRun), now: now)
      .ranking.heldBack.first?.reason.code
  }

  @Test(arguments: [true, false]) func theLastMillisecondStillHoldsThePlace(dryRun: Bool) throws {
    let (town, _, taker, other) = try town()
    let last = Self.expiry - TimeSpan(milliseconds: 1)
    #expect(try reason(town, other, at: last, dryRun: dryRun) == .capacityFull)
    #expect(try reason(town, taker, at: last, dryRun: dryRun) == .capacityFull)
  }

  @Test(arguments: [true, false]) func atItsEndThePlaceIsFreeForBoth(dryRun: Bool) throws {
    let (town, offer, taker, other) = try town()
    for session in [taker, other] {
      let options = DiscoverOptions(dryRun: dryRun)
      let document = try town.store.discover(session: session.id, options: options, now: Self.expiry)
      #expect(document.ranking.ranked.map(\.offer.id) == [offer.id])
      #expect(document.ranking.ranked.first?.offer.capacityLeft == 1)
    }
    // Only a decision that is written closes the claim for good.
    #expect(try town.store.offer(offer.id).capacityLeft == (dryRun ? 0 : 1))
    #expect(try town.failedChecks() == [])
  }

  @Test(arguments: [(-1, 0), (0, 1)]) func aListSeesThePlaceAsDecisionsDo(milliseconds: Int64, left: Int) throws {
    let (town, offer, _, _) = try town()
    let unlimited = try town.offer { $0.capacityTotal = nil }
    let seen = try town.store.seeingOverdueAsFree(
      town.store.offers(), now: Self.expiry + TimeSpan(milliseconds: milliseconds))
    #expect(seen.map(\.id) == [offer.id, unlimited.id])
    #expect(seen.map(\.capacityLeft) == [left, nil])
    #expect(try town.store.offer(offer.id).capacityLeft == 0, "nothing was written")
  }
}
