import Testing

@testable import Core

@Suite struct WilsonTests {
  /// R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998),
  /// table I, method 3.
  @Test(
    arguments: [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
    ] as [(Int64, Int64, Double, Double)])
  func agreesWithNewcombe(successes: Int64, trials: Int64, low: Double, high: Double) throws {
    let interval = try #require(Wilson.interval(successes: successes, trials: trials))
    #expect(abs(interval.low - low) < 0.00005)
    #expect(abs(interval.high - high) < 0.00005)
  }

  /// SciPy 1.17.1, binomtest(x, n).proportion_ci(level, method="wilson").
  @Test(
    arguments: [
      (81, 263, 0.95, 0.2552885198782742, 0.36620957698280004),
      (0, 20, 0.95, 0, 0.16112515805281935),
      (20, 20, 0.95, 0.8388748419471808, 1),
      (5, 10, 0.99, 0.1842255182472355, 0.8157744817527646),
      (1, 2, 0.9, 0.12086631942227366, 0.8791336805777263),
      (123_456, 1_000_000, 0.999, 0.12237762384725606, 0.12454253017460803),
      (0, 1, 0.95, 0, 0.7934506856227626),
      (1, 1, 0.8, 0.3784475032253529, 1),
      (7, 50_000, 0.95, 6.781887437968763e-05, 0.00028898288924855225),
    ] as [(Int64, Int64, Double, Double, Double)])
  func agreesWithSciPy(successes: Int64, trials: Int64, level: Double, low: Double, high: Double) throws {
    let interval = try #require(Wilson.interval(successes: successes, trials: trials, confidence: level))
    #expect(abs(interval.low - low) <= 1e-13)
    #expect(abs(interval.high - high) <= 1e-13)
  }

  @Test func noSuccessStartsAtZeroAndNoFailureEndsAtOne() throws {
    for trials in 1...3000 as ClosedRange<Int64> {
      #expect(try #require(Wilson.interval(successes: 0, trials: trials)).low == 0)
      #expect(try #require(Wilson.interval(successes: trials, trials: trials)).high == 1)
    }
  }

  @Test(
    arguments: [
      (0, 0, 0.95), (5, 4, 0.95), (-1, 4, 0.95), (1, -4, 0.95), (1, 4, 1), (1, 4, 1.5), (1, 4, .nan), (1, 4, -0.5),
    ] as [(Int64, Int64, Double)])
  func isUndefinedWithoutABase(successes: Int64, trials: Int64, confidence: Double) {
    #expect(Wilson.interval(successes: successes, trials: trials, confidence: confidence) == nil)
  }
}
