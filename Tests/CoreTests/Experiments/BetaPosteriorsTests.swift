import Testing

@testable import Core

@Suite struct BetaPosteriorsTests {
  private static func arms(_ counts: [(Int64, Int64)]) -> BetaPosteriors {
    BetaPosteriors(counts.map { Conversions($0.0, of: $0.1) })
  }

  /// By hand: after none of one and one of one the densities are 2 - 2y and 2x; the chance that x is higher is the
  /// integral of 2x (2x - x^2), 5/6; the mean of the higher one is 1 minus that of x^2 (2x - x^2), 7/10.
  @Test func oneAgainstNoneOfOne() {
    let posteriors = Self.arms([(0, 1), (1, 1)])
    #expect(abs(posteriors.chances[1] - 5.0 / 6) < 1e-14)
    #expect(abs(posteriors.expectedLosses[0] - (0.7 - 1.0 / 3)) < 1e-14)
    #expect(abs(posteriors.expectedLosses[1] - (0.7 - 2.0 / 3)) < 1e-14)
  }

  /// mpmath 1.4.1 at 40 digits: E. Miller's finite sum over the variant's successes ("Formulas for Bayesian A/B
  /// testing", 2013) for the chance, and the losses from the same sum with one more success.
  static let pairs: [(counts: [Int64], chance: Double, lossControl: Double, lossVariant: Double)] = [
    ([100, 1000, 120, 1000], 0.92318343897355975, 0.020444693766675805, 0.00048461392635644373),
    ([0, 20, 5, 20], 0.98965569697277014, 0.22767731417759779, 0.00040458690487051236),
    ([3, 10, 3, 1000], 2.6144857219024093e-7, 4.1700461569933706e-10, 0.32934131778227408),
    ([0, 0, 7, 10], 0.66666666666666667, 0.23076923076923077, 0.064102564102564103),
    ([77, 160, 0, 160], 1.2373052807173851e-29, 5.7932919347123676e-32, 0.47530864197530864),
    ([990, 1000, 999, 1000], 0.99689819264370669, 0.0089855872676386552, 3.5513394949426504e-6),
    ([999, 1000, 998, 1000], 0.31231245307811327, 0.00043569228566544289, 0.001433696277681411),
    ([13, 3172, 0, 3172], 6.016433334969352e-5, 1.891355541224439e-8, 0.0040957971114130052),
    ([100_000, 1_000_000, 100_500, 1_000_000], 0.88044253676564556, 0.00052496360519027661, 2.4964605188276617e-5),
  ]

  @Test(arguments: pairs.indices)
  func twoArmsAgreeWithTheFiniteSum(index: Int) {
    let (counts, chance, lossControl, lossVariant) = Self.pairs[index]
    let posteriors = Self.arms([(counts[0], counts[1]), (counts[2], counts[3])])
    #expect(abs(posteriors.chances[1] - chance) <= 1e-9 * chance)
    #expect(abs(posteriors.expectedLosses[0] - lossControl) <= 1e-9 * lossControl)
    #expect(abs(posteriors.expectedLosses[1] - lossVariant) <= 1e-9 * lossVariant)
  }

  /// SciPy 1.17.1: beta.pdf and beta.cdf at twenty Gauss points of each of a few hundred stretches.
  static let several: [(arms: [(Int64, Int64)], chances: [Double], losses: [Double])] = [
    (
      [(100, 1000), (120, 1000), (90, 1000)], [0.07474923212880817, 0.9146879385230967, 0.010562829348095281],
      [0.020491839530840793, 0.0005317596905214347, 0.030471879451000477]
    ),
    (
      [(5, 10), (0, 0), (7, 20), (60, 100)],
      [0.17228388580076295, 0.37877948528899474, 0.009213298820732059, 0.43972333008951],
      [0.1947981586846008, 0.1947981586846008, 0.3311617950482371, 0.09675894299832628]
    ),
    (
      [(100_000_000, 1_000_000_000), (100_005_000, 1_000_000_000), (99_999_000, 1_000_000_000)],
      [0.26421640320617923, 0.5066855920202166, 0.22909800477340975],
      [9.841883430224073e-06, 4.841883440226445e-06, 1.084188342822684e-05]
    ),
  ]

  @Test(arguments: several.indices)
  func severalArmsAgreeWithSciPy(index: Int) {
    let (arms, chances, losses) = Self.several[index]
    let posteriors = Self.arms(arms)
    for (own, known) in zip(posteriors.chances, chances) { #expect(abs(own - known) < 2e-11) }
    for (own, known) in zip(posteriors.expectedLosses, losses) { #expect(abs(own - known) < 1e-9 * known) }
  }

  @Test func equalArmsShareTheChance() {
    for arms in 1...9 {
      let posteriors = Self.arms(Array(repeating: (30, 400), count: arms))
      for chance in posteriors.chances { #expect(abs(chance - 1 / Double(arms)) < 1e-13) }
    }
    #expect(Self.arms([(3, 10)]).expectedLosses == [0])
  }

  @Test func extremeArmsNeitherOverflowNorLeaveTheirRange() {
    let most = Conversions.most
    let tables: [[(Int64, Int64)]] = [
      [(0, 0), (0, 0)], [(0, most), (most, most)], [(0, 1), (most, most)], [(1, most), (2, most)],
      [(most - 1, most), (most, most)], [(0, 1), (0, most), (5, 10), (most / 2, most)],
    ]
    for table in tables {
      let posteriors = Self.arms(table)
      #expect(posteriors.chances.allSatisfy { (0...1).contains($0) }, "\(table)")
      #expect(posteriors.expectedLosses.allSatisfy { (0...1).contains($0) }, "\(table)")
      #expect(abs(posteriors.chances.reduce(0, +) - 1) < 1e-9, "\(table)")
    }
  }

  /// The shorter way that lists take (P. M. E. Altham, 1969) must say the same.
  @Test(arguments: pairs.indices)
  func theChanceOfListsIsTheSame(index: Int) {
    let counts = Self.pairs[index].counts
    let rates = RateComparison(
      control: Conversions(counts[0], of: counts[1]), variant: Conversions(counts[2], of: counts[3]))
    #expect(abs(rates.chance - Self.pairs[index].chance) < 1e-10)
  }
}
