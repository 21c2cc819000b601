import Testing

@testable import Core

/// Means, ratios and means relieved of what was known before: 40 and 55 people with two numbers each, drawn once by
/// NumPy's default generator with seed 11. Expected values come from the people's rows, by SciPy 1.17.1 (ttest_ind with
/// unequal variances) and NumPy 2 (cov, var with ddof 1), the program here only knows the sums.
@Suite struct MeanComparisonTests {
  private static let control = SampleMoments(n: 40, sumX: 174, sumY: 439, sumXX: 1000, sumYY: 5897, sumXY: 2400)
  private static let variant = SampleMoments(n: 55, sumX: 213, sumY: 624, sumXX: 1151, sumYY: 8428, sumXY: 3038)

  private static func near(_ value: Double?, _ known: Double) -> Bool {
    value.map { abs($0 - known) <= 1e-13 * abs(known) } ?? false
  }

  private static func means() throws -> MeanComparison {
    MeanComparison(
      control: try #require(ArmMean(n: 40, sum: 439, squares: 5897)),
      variant: try #require(ArmMean(n: 55, sum: 624, squares: 8428)))
  }

  @Test func welchAgreesWithSciPy() throws {
    let means = try Self.means()
    #expect(Self.near(means.control.mean, 10.975) && Self.near(means.control.deviation, 5.2598503439761135))
    #expect(Self.near(means.variant.deviation, 4.9971035381552555))
    #expect(abs(try #require(means.t) - 0.34610289316515297) < 1e-14)
    #expect(Self.near(means.degreesOfFreedom, 81.60927843572344))
    #expect(Self.near(means.p?.value, 0.7301560830420519))
    let interval = try #require(means.interval(confidence: 0.95))
    #expect(Self.near(interval.low, -1.7589842582827964))
    #expect(Self.near(interval.high, 2.4998933491918884))
  }

  /// By hand: 1, 2, 3 and 2, 4, 6, 8: means 2 and 5, variances 1 and 20/3; 3 / sqrt(1/3 + 5/3) is 3 / sqrt 2, and
  /// 2^2 / ((1/3)^2 / 2 + (5/3)^2 / 3) = 216 / 53.
  @Test func welchByHand() throws {
    let means = MeanComparison(
      control: try #require(ArmMean(n: 3, sum: 6, squares: 14)),
      variant: try #require(ArmMean(n: 4, sum: 20, squares: 120)))
    #expect(means.difference == 3)
    #expect(Self.near(means.t, 3 / 2.0.squareRoot()))
    #expect(Self.near(means.degreesOfFreedom, 216.0 / 53))
  }

  @Test func whatVariesNowhereOrHasNobodyIsUndefined() {
    let flat = ArmMean(n: 5, mean: 2, deviation: 0)
    let alone = ArmMean(n: 1, mean: 2, deviation: 0)
    let nobody = ArmMean(n: 0, mean: 0, deviation: 0)
    let constant = MeanComparison(control: flat, variant: flat)
    #expect(constant.difference == 0 && constant.standardError == 0)
    #expect(constant.t == nil && constant.p == nil && constant.interval(confidence: 0.9) == nil)
    #expect(MeanComparison(control: alone, variant: flat).standardError == nil)
    #expect(MeanComparison(control: nobody, variant: flat).difference == nil)
    #expect(ArmMean(n: 0, sum: 0, squares: 0) == nil)
  }

  /// A thousand people who all paid a million, but one a million and one: the squares agree in fifteen digits. The
  /// variance is (1 - 1/n) / (n - 1), that is 1/n.
  @Test func aTinyVarianceOfHugeSumsIsKept() throws {
    let mean = try #require(ArmMean(n: 1000, sum: 1e9 + 1, squares: 1e15 + 2e6 + 1))
    #expect(abs(mean.deviation - 0.001.squareRoot()) < 1e-14)
  }

  @Test func ratiosAgreeWithNumPy() {
    let ratios = RatioComparison(control: Self.control, variant: Self.variant)
    #expect(Self.near(RatioComparison.ratio(Self.control), 2.5229885057471266))
    #expect(Self.near(RatioComparison.standardError(Self.control), 0.07178776181652033))
    #expect(Self.near(RatioComparison.ratio(Self.variant), 2.9295774647887325))
    #expect(Self.near(RatioComparison.standardError(Self.variant), 0.10660819531499643))
    #expect(abs((ratios.difference ?? 0) - 0.40658895904160586) < 1e-14)
    #expect(abs((ratios.z ?? 0) - 3.1634899884500736) < 1e-12)
    #expect(abs((ratios.p?.value ?? 0) - 0.0015588971341905559) < 1e-14)
  }

  @Test func cupedAgreesWithNumPy() {
    let means = CupedComparison(control: Self.control, variant: Self.variant)
    #expect(Self.near(means.theta, 1.928118586924656))
    #expect(Self.near(means.adjustedDifference, 1.290692961941314))
    #expect(Self.near(means.adjustedStandardError, 0.33798915189012263))
    #expect(abs((means.rawDifference ?? 0) - 0.37045454545454604) < 1e-14)
    #expect(Self.near(means.rawStandardError, 1.0703595744799885))
  }

  @Test func sumsThatNobodyCanHaveAreKnown() {
    #expect(Self.control.isPossible && Self.variant.isPossible)
    #expect(!SampleMoments(n: 4, sumX: 4, sumY: 0, sumXX: 3, sumYY: 0, sumXY: 0).isPossible)
    #expect(!SampleMoments(n: 4, sumX: 0, sumY: 0, sumXX: 4, sumYY: 4, sumXY: 5).isPossible)
    #expect(!SampleMoments(n: 0, sumX: 1, sumY: 0, sumXX: 1, sumYY: 0, sumXY: 0).isPossible)
    #expect(SampleMoments(n: 4, sumX: 0, sumY: 0, sumXX: 4, sumYY: 4, sumXY: -4).isPossible)
    let tenths = SampleMoments(n: 3, sumX: 0.1 * 3, sumY: 0.3, sumXX: 0.01 * 3, sumYY: 0.03, sumXY: 0.03)
    #expect(tenths.isPossible)
    #expect(tenths.slope == nil)
  }
}
