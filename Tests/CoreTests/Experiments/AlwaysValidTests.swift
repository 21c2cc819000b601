import Testing

@testable import Core

/// Expected values from the formulas of STATISTICS, item 8, in mpmath 1.3 at 50 digits.
@Suite struct AlwaysValidTests {
  @Test(
    arguments: [
      (100, 1000, 120, 1000, 0.05, 5000, 0.063061634708603036, -0.02368825907651928, 0.06368825907651928),
      (384, 3841, 476, 3841, 0.01, 7682, 3.8423223265909741, -0.0017268142587806081, 0.049631005875547075),
      (
        100_000_000, 1_000_000_000, 100_100_000, 1_000_000_000, 0.05, 5000, 20.280105882654165, 3.8560123815003839e-5,
        0.00016143987618499616
      ),
    ] as [(Int64, Int64, Int64, Int64, Double, Int64, Double, Double, Double)])
  func evidenceAndIntervalAreThoseOfTheFormulas(
    x1: Int64, n1: Int64, x2: Int64, n2: Int64, level: Double, planned: Int64, evidence: Double, low: Double,
    high: Double
  ) throws {
    let comparison = MetricComparison(
      control: MetricSample(Conversions(x1, of: n1)), variant: MetricSample(Conversions(x2, of: n2)))
    let test = AlwaysValid(level: level, plannedTotal: planned)
    let p = try #require(comparison.p(test))
    #expect(abs(p.ln + evidence) < 1e-9 * max(1, evidence))
    let interval = try #require(comparison.interval(test))
    #expect(abs(interval.low - low) < 1e-12 && abs(interval.high - high) < 1e-12)
  }

  @Test func looksKeepTheSmallestPAndSkipWhatCannotBeComputed() throws {
    let looks = LookSequence(
      [(0, 50, 3, 50), (40, 400, 70, 400), (90, 900, 140, 900), (200, 2000, 260, 2000)].map {
        RateComparison(control: Conversions($0, of: $1), variant: Conversions($2, of: $3))
      }, alpha: 0.05)
    #expect(looks.rows[0].instant == nil && looks.rows[0].interval == nil && looks.rows[0].running.value == 1)
    let running = [1, 0.1027537925079924, 0.018822477377244915, 0.018822477377244915]
    #expect(zip(looks.rows, running).allSatisfy { abs($0.running.value - $1) < 1e-10 })
    #expect(abs(try #require(looks.rows[3].instant).value - 0.058950955590097641) < 1e-10)
    let last = try #require(looks.rows[3].interval)
    #expect(abs(last.low + 0.00063846003352221577) < 1e-12 && abs(last.high - 0.060638460033522216) < 1e-12)
    #expect(looks.firstSignificant == 2)
  }

  @Test func theIntervalExcludesZeroExactlyWherePIsUnderTheLevel() throws {
    let test = AlwaysValid(level: 0.01, plannedTotal: 7682)
    for conversions in Int64(400)...520 {
      let comparison = MetricComparison(
        control: MetricSample(Conversions(384, of: 3841)), variant: MetricSample(Conversions(conversions, of: 3841)))
      let isSignificant = try #require(comparison.p(test)).value < 0.01
      #expect(try #require(comparison.interval(test)).excludesZero == isSignificant)
    }
  }

  @Test func theLevelsDivideTheWhole() {
    #expect([0.9, 0.95, 0.99].map { DecisionLevels(confidence: $0).look } == [0.02, 0.01, 0.002])
    #expect([0.9, 0.95, 0.99].map { DecisionLevels(confidence: $0).planned } == [0.08, 0.04, 0.008])
    #expect(DecisionLevels(confidence: 0.95, alwaysValid: false).planned == 0.05)
  }
}
