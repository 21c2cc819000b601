import Testing

@testable import Core

@Suite struct CommissionTests {
  /// Base x basis points / 10,000, worked out by hand: 3999 x 0.125 = 499.875, 4 x 0.125 = 0.5, 2500 x 0.0333 = 83.25.
  @Test(
    arguments: [
      (4000, 1250, 500), (3999, 1250, 500), (3995, 1250, 499), (4, 1250, 1), (3, 1250, 0), (12, 1250, 2),
      (2500, 333, 83), (0, 1250, 0), (4000, 0, 0), (100_000_000, 10_000, 100_000_000), (1, 5000, 1), (1, 4999, 0),
    ] as [(Int64, Int, Int64)])
  func isTheShareOfTheBaseRoundedHalfUp(base: Int64, basisPoints: Int, cents: Int64) {
    #expect(Commission.cents(of: base, basisPoints: basisPoints) == cents)
    // What is given back is rounded as what was taken: half away from zero.
    #expect(Commission.cents(of: -base, basisPoints: basisPoints) == -cents)
  }

  /// 10.01 at 12.5 %: 125.125 is 125. After 3.33 back 6.68 remain, 83.5, which is 84; then 3.35, 41.875, which is 42.
  @Test func partsOfARefundAddUpToTheWholeCommission() {
    #expect(Commission.cents(of: 1001, basisPoints: 1250) == 125)
    #expect(Commission.reversal(of: 333, from: 1001, basisPoints: 1250) == -41)
    #expect(Commission.reversal(of: 333, from: 668, basisPoints: 1250) == -42)
    #expect(Commission.reversal(of: 335, from: 335, basisPoints: 1250) == -42)
  }

  @Test func aRefundThatRoundsAwayReversesNothing() {
    // 4000 leaves 500, 3999 leaves 499.875, which is 500 too.
    #expect(Commission.reversal(of: 1, from: 4000, basisPoints: 1250) == 0)
    #expect(Commission.reversal(of: 1000, from: 4000, basisPoints: 1250) == -125)
  }
}
