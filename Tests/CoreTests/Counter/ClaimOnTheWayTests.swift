import Testing

@testable import Core

@Suite struct ClaimOnTheWayTests {
  private let taken = Timestamp(milliseconds: 1_000_000_000)

  /// 800 m on foot are ten minutes at 80 m a minute.
  @Test(arguments: [(0.0, 10.0), (4, 6), (10, 0), (30, 0), (-60, 10)])
  func minutesOfTheWayRunDown(minutesLater: Double, left: Double) {
    let claim = ClaimOnTheWay(
      claimID: .init(1), offerID: .init(1), offerTitle: "Dinner", claimedAt: taken, expiresAt: taken + .hours(4),
      walk: Walk(distance: Metres(800)))
    #expect(claim.minutesLeft(at: taken + TimeSpan(milliseconds: Int64(minutesLater * 60_000))) == left)
  }

  @Test func aDriverWithoutAPositionHasNoWay() {
    let claim = ClaimOnTheWay(
      claimID: .init(1), offerID: .init(1), offerTitle: "Dinner", claimedAt: taken, expiresAt: taken, walk: nil)
    #expect(claim.minutesLeft(at: taken) == nil)
  }
}
