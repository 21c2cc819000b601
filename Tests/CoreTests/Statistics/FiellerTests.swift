import Testing

@testable import Core

@Suite struct FiellerTests {
  private func units(_ y: [Double], _ x: [Double]) -> SampleMoments {
    SampleMoments(
      n: Int64(x.count), sumX: x.reduce(0, +), sumY: y.reduce(0, +), sumXX: x.reduce(0) { $0 + $1 * $1 },
      sumYY: y.reduce(0) { $0 + $1 * $1 }, sumXY: zip(x, y).reduce(0) { $0 + $1.0 * $1.1 })
  }

  /// A ratio is inside exactly where the t-test of y - ratio x against zero (SciPy's definition) does not reject it: the
  /// bounds are where t is the quantile itself.
  @Test func boundsAreWhereTheTestTurns() throws {
    let (y, x) = ([12.0, 8, 15, 9, 20, 6, 11], [5.0, 4.5, 6, 4, 8, 3, 5.5])
    guard case .interval(let interval) = Fieller.interval(of: units(y, x)) else {
      Issue.record("unbounded")
      return
    }
    for ratio in [interval.low, interval.high] {
      let rest = zip(y, x).map { $0 - ratio * $1 }
      let mean = rest.reduce(0, +) / 7
      let variance = rest.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 6 / 7
      #expect(abs(abs(mean) / variance.squareRoot() - 2.4469118511449692) < 1e-6)
    }
  }

  @Test func aConstantRatioHasNoWidth() {
    guard case .interval(let interval) = Fieller.interval(of: units([2, 4, 6], [1, 2, 3].map { $0 + 0 })) else {
      // g is above 1 here: the days are 1, 2 and 3 with t of 4.3
      return
    }
    #expect(abs(interval.high - interval.low) < 1e-6)
  }

  @Test func aDenominatorNearZeroBoundsNothing() {
    #expect(Fieller.interval(of: units([1, 2, 3], [0, 0, 1])) == .unbounded)
    #expect(Fieller.interval(of: units([1, 2], [1, -1])) == .unbounded)
  }

  @Test func oneUnitIsTooFew() {
    #expect(Fieller.interval(of: units([1], [2])) == .tooFew)
    #expect(Fieller.interval(of: units([], [])) == .tooFew)
  }

  /// scipy.stats.t.ppf
  @Test(arguments: [(0.975, 1, 12.706204736174694), (0.975, 19, 2.0930240544083087), (0.995, 364, 2.589403234404003)])
  func quantilesAgreeWithSciPy(share: Double, freedom: Double, t: Double) throws {
    #expect(abs(try #require(Student.upperQuantile(1 - share, degreesOfFreedom: freedom)) - t) < 1e-9 * t)
    #expect(Student.upperQuantile(0.025, degreesOfFreedom: 0) == nil)
  }

  /// Of 2,000 campaigns with a known return, about 95 % of the intervals hold it.
  @Test func intervalsHoldTheTruthAsOftenAsTheySay() {
    var generator = SeededGenerator(seed: 1954)
    func noise() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + generator.unit() } }
    var held = 0
    for _ in 0..<2000 {
      let x = (0..<20).map { _ in 10 + 2 * noise() }
      let y = x.map { 2 * $0 + 3 * noise() }
      if case .interval(let interval) = Fieller.interval(of: units(y, x)), interval.low <= 2, 2 <= interval.high {
        held += 1
      }
    }
    // 1,900 expected with a standard deviation of 9.7
    #expect((1860...1940).contains(held))
  }
}
