import Testing

@testable import Core

/// Expected values from mpmath 1.3 at 50 digits: log-gammas for the monitor, sums over all tables for the exact test.
@Suite struct SampleRatioTests {
  /// Row A.18: 5,200 to 4,800 is flagged at about 6e-5, 5,050 to 4,950 is not.
  @Test func aSplitThatIsOffIsFlagged() throws {
    let off = SampleRatio(observed: [5200, 4800], weights: [0.5, 0.5])
    #expect(off.statistic == 16 && off.degreesOfFreedom == 1)
    // scipy.stats.chisquare([5200, 4800]): 6.334248366623988e-05.
    #expect(abs(try #require(off.p).value / 6.334248366623988e-05 - 1) < 1e-9)
    #expect(off.problems(running: PValue(ln: 0)) == ["split 5200:4800, expected 1:1, p 6e-5"])
    #expect(SampleRatio(observed: [5050, 4950], weights: [1, 1]).problems(running: PValue(ln: 0)).isEmpty)
  }

  @Test(
    arguments: [
      ([5200, 4800], [1.0, 1], -9.6268387839422714), ([5050, 5050], [1, 1], 0),
      ([4, 16], [1, 1], -4.4381372291022016),
      ([20, 80], [1, 2], -5.5125529900091376), ([500_600, 499_400], [1, 1], -1.4673832585763824),
      ([4, 8], [0.1, 0.9], -3.6637003193093274), ([400, 4600], [0.2, 0.8], -279.10383342412578),
      ([0, 999], [0.5, 0.5], -691.76088619882542),
    ] as [([Int64], [Double], Double)])
  func theExactTestCountsEverythingAsLikely(observed: [Int64], weights: [Double], ln: Double) throws {
    let p = try #require(SampleRatio(observed: observed, weights: weights).exactP)
    #expect(abs(p.ln - ln) < 1e-9)
  }

  @Test func theExactTestDecidesUnderAThousandPeople() throws {
    let few = SampleRatio(observed: [20, 80], weights: [1, 2])
    #expect(few.p == few.exactP)
    let many = SampleRatio(observed: [520, 480], weights: [1, 1])
    // chi-squared of 1.6: scipy.stats.chi2.sf(1.6, 1).
    #expect(abs(try #require(many.p).value - 0.20590321073206466) < 1e-12)
  }

  @Test(
    arguments: [
      ([5200, 4800], [1.0, 1], 3.6538806657425465), ([5050, 4950], [1, 1], -0.096572548029923037),
      ([5000, 5600], [1, 1], 8.3781584447684829), ([100, 120, 90], [1, 1, 1], 0.03734277207505426),
      ([1_000_000_000, 1_000_200_000], [1, 1], 3.8958363120147917), ([0, 5], [0.5, 0.5], 0.00099955023320066388),
      ([900_000, 101_000], [0.9, 0.1], 2.1272759490128144),
      ([3, 9_000_000], [0.000001, 0.999999], -1.5601217379092018),
    ] as [([Int64], [Double], Double)])
  func theMonitorKeepsItsDigitsAtAnySize(observed: [Int64], weights: [Double], factor: Double) {
    let ratio = SampleRatio(observed: observed, weights: weights)
    #expect(abs(ratio.logBayesFactor - factor) < 1e-9)
  }

  @Test func peopleInAnArmWithoutWeightAreWrongByThemselves() {
    let ratio = SampleRatio(observed: [500, 500, 3], weights: [1, 1, 0])
    #expect(ratio.inZeroWeightArms == 3 && ratio.statistic == 0 && ratio.degreesOfFreedom == 1)
    #expect(ratio.problems(running: PValue(ln: 0)) == ["3 people in an arm that should have none"])
  }

  @Test func withoutPeopleThereIsNothingToTest() {
    let ratio = SampleRatio(observed: [0, 0], weights: [1, 1])
    #expect(ratio.p == nil && ratio.statistic == nil && ratio.logBayesFactor == 0)
  }

  /// The promise of an anytime-valid p, with a fixed seed: of 2,000 fair splits watched at 30 looks each, at most one in
  /// twenty ever falls under 0.05 (three standard errors: 0.065).
  @Test func watchingDoesNotRaiseFalseAlarms() {
    var generator = SeededGenerator(seed: 20_261_121)
    let alarms = (0..<2000).count { _ in
      var counts: [Int64] = [0, 0]
      return (0..<30).contains { _ in
        for _ in 0..<200 { counts[generator.next() >> 63 == 0 ? 0 : 1] += 1 }
        return -SampleRatio(observed: counts, weights: [1, 1]).logBayesFactor < -2.995732273553991
      }
    }
    #expect(alarms <= 130)
  }
}
