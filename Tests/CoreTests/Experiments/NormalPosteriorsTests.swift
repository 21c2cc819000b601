import Testing

@testable import Core

@Suite struct NormalPosteriorsTests {
  /// scipy.integrate.quad over the densities and distributions of scipy.stats.norm.
  @Test func chancesAndLossesAreTheIntegrals() throws {
    let two = try #require(NormalPosteriors(means: [200, 260], variances: [400, 400]))
    #expect(abs(two.chances[1] - 0.9830525732376554) < 1e-9)
    #expect(abs(two.expectedLosses[0] - 60.172457286495614) < 1e-8)
    #expect(abs(two.expectedLosses[1] - 0.17245728649561642) < 1e-8)
    let three = try #require(NormalPosteriors(means: [1, 1.5, 1.2], variances: [0.04, 0.25, 0.01]))
    for (arm, chance) in [0.059129834857935284, 0.7066417696827219, 0.23422839545934201].enumerated() {
      #expect(abs(three.chances[arm] - chance) < 1e-9)
    }
    for (arm, loss) in [0.5943298794734897, 0.0943298794734897, 0.39432987947348974].enumerated() {
      #expect(abs(three.expectedLosses[arm] - loss) < 1e-8)
    }
  }

  @Test func withoutVariationThereIsNothingToSay() {
    #expect(NormalPosteriors(means: [1, 2], variances: [0, 1]) == nil)
    #expect(NormalPosteriors(means: [], variances: []) == nil)
  }
}
