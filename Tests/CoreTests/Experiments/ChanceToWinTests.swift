import Testing

@testable import Core

@Suite struct ChanceToWinTests {
  /// mpmath 1.3 at 30 digits: the finite sum of Beta functions (E. Miller, "Formulas for Bayesian A/B testing", 2015), for
  /// a million people the integral of both densities.
  @Test(
    arguments: [
      (0, 0, 0, 0, 0.5), (100, 1000, 120, 1000, 0.92318343897356), (0, 10, 3, 10, 0.954887218045113),
      (3, 10, 0, 10, 0.0451127819548872), (10, 10, 9, 10, 0.238095238095238),
      (5, 50, 200, 1000, 0.955050978319532), (100_000, 1_000_000, 100_500, 1_000_000, 0.880442536765646),
    ] as [(Int64, Int64, Int64, Int64, Double)])
  func isTheTailOfTwoPosteriors(x1: Int64, n1: Int64, x2: Int64, n2: Int64, chance: Double) {
    let rates = RateComparison(control: Conversions(x1, of: n1), variant: Conversions(x2, of: n2))
    #expect(abs(rates.chance - chance) < 1e-10)
  }

  @Test func agreesWithTheIntegralOfAllArms() throws {
    for (x1, n1, x2, n2) in [(17, 300, 40, 310), (299, 300, 310, 310), (4, 4000, 1, 400), (90, 100, 5, 1000)]
      as [(Int64, Int64, Int64, Int64)]
    {
      let arms = [Conversions(x1, of: n1), Conversions(x2, of: n2)]
      let integral = try #require(BetaPosteriors(arms).chances.last)
      #expect(abs(RateComparison(control: arms[0], variant: arms[1]).chance - integral) < 1e-9)
    }
  }
}
