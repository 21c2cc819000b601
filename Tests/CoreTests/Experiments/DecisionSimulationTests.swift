import Glibc
import Testing

@testable import Core

/// Whether the rule keeps its promises, shown by tests that are run by the thousand with fixed seeds. Each is planned as
/// STATISTICS has it: 10 % against 12 %, 95 %, 80 %, 3,841 per arm in 30 daily looks. The same rule written in numpy and
/// run 200,000 times gives 0.0402 false winners, a power of 0.7746, and at +50 % a mean of 10.2 looks.
@Suite struct DecisionSimulationTests {
  private static let planned: Int64 = 3841
  private static let looks = 30

  /// One test from start to plan; nil without a winner. Also the look that decided, counted from 1.
  private func run(
    _ control: Double, _ variant: Double, _ generator: inout SeededGenerator
  ) -> (decision: ComparisonDecision?, looks: Int) {
    var rule = DecisionRule(
      weights: [1, 1], plannedPerArm: Self.planned, levels: DecisionLevels(confidence: 0.95), isAlwaysValid: true)
    var counts: [Int64] = [0, 0]
    for look in 1...Self.looks {
      let people = Self.planned * Int64(look) / Int64(Self.looks)
      let before = Self.planned * Int64(look - 1) / Int64(Self.looks)
      for (arm, rate) in [control, variant].enumerated() {
        counts[arm] += binomial(Int(people - before), rate, &generator)
      }
      let samples = counts.map { MetricSample(Conversions($0, of: people)) }
      rule.look(look - 1, [MetricComparison(control: samples[0], variant: samples[1])])
      if let decision = rule.decisions[0] { return (decision, look) }
    }
    return (nil, Self.looks)
  }

  /// The specification: between 0.039 and 0.043 over 30 looks. The standard error of 20,000 tests is 0.0014; three of them
  /// are allowed on either side of numpy's 0.0402.
  @Test func falseWinnersStayWithinTheStatedRate() {
    var generator = SeededGenerator(seed: 4_2026)
    let winners = (0..<20_000).count { _ in run(0.1, 0.1, &generator).decision != nil }
    #expect(abs(Double(winners) / 20_000 - 0.0402) < 0.0042, "\(winners)")
  }

  /// The specification: 0.777 of a planned 0.80. The standard error of 5,000 tests is 0.0059.
  @Test func thePlannedEffectIsFoundAboutAsOftenAsPlanned() {
    var generator = SeededGenerator(seed: 5_2026)
    let found = (0..<5000).count { _ in run(0.1, 0.12, &generator).decision?.isBetter == true }
    #expect(abs(Double(found) / 5000 - 0.777) < 0.018, "\(found)")
  }

  /// The specification: an effect of +50 % stops about day 10 of 30.
  @Test func aLargeEffectStopsAboutTheTenthDay() {
    var generator = SeededGenerator(seed: 6_2026)
    let ends = (0..<500).map { _ in run(0.1, 0.15, &generator) }
    #expect(ends.allSatisfy { $0.decision?.isBetter == true })
    let mean = Double(ends.reduce(0) { $0 + $1.looks }) / 500
    #expect(mean > 8 && mean < 12, "\(mean)")
  }

  /// Two arms that are alike give p-values that are uniform (A. N. Kolmogorov, 1933): the distance stays under 1.628 /
  /// sqrt(n), the bound of one in a hundred. Of 10,000 people per arm, so that counts are nearly continuous.
  @Test func theFixedPIsUniformWhereNothingDiffers() throws {
    var generator = SeededGenerator(seed: 7_2026)
    let tests = 2000
    let p = try (0..<tests).map { _ in
      let arms = (0..<2).map { _ in Conversions(binomial(10_000, 0.1, &generator), of: 10_000) }
      return try #require(RateComparison(control: arms[0], variant: arms[1]).chiSquared).p.value
    }.sorted()
    let distance = p.enumerated().reduce(0.0) { farthest, entry in
      let (below, above) = (Double(entry.offset) / Double(tests), Double(entry.offset + 1) / Double(tests))
      return max(farthest, abs(entry.element - below), abs(entry.element - above))
    }
    #expect(distance < 1.628 / Double(tests).squareRoot(), "\(distance)")
  }

  /// What the screen must not invite: stopping at the first look whose fixed p is under 0.05 names a false winner in more
  /// than one test of five, five times what is stated. (P. Armitage, C. K. McPherson and B. C. Rowe, JRSS A 132, 1969.)
  @Test func peekingAtTheFixedPWouldNotKeepThem() {
    var generator = SeededGenerator(seed: 8_2026)
    let winners = (0..<1000).count { _ in
      var counts: [Int64] = [0, 0]
      return (1...Self.looks).contains { look in
        for arm in 0...1 { counts[arm] += binomial(128, 0.1, &generator) }
        let people = Int64(look) * 128
        let rates = RateComparison(
          control: Conversions(counts[0], of: people), variant: Conversions(counts[1], of: people))
        return (rates.chiSquared?.p.value ?? 1) < 0.05
      }
    }
    #expect(winners > 200 && winners < 340, "\(winners)")
  }

  /// Three variants that are all like the control: Holm's steps keep the one stated rate for all of them together.
  @Test func severalVariantsShareTheStatedRate() {
    var generator = SeededGenerator(seed: 9_2026)
    let tests = 1500
    let winners = (0..<tests).count { _ in
      var rule = DecisionRule(
        weights: [1, 1, 1, 1], plannedPerArm: 2000, levels: DecisionLevels(confidence: 0.95), isAlwaysValid: true)
      var counts: [Int64] = [0, 0, 0, 0]
      for look in 1...10 {
        for arm in counts.indices { counts[arm] += binomial(200, 0.1, &generator) }
        let samples = counts.map { MetricSample(Conversions($0, of: Int64(look) * 200)) }
        rule.look(look - 1, samples.dropFirst().map { MetricComparison(control: samples[0], variant: $0) })
      }
      return rule.decisions.contains { $0 != nil }
    }
    #expect(Double(winners) / Double(tests) < 0.05 + 2.5 * 0.0056, "\(winners)")
  }

  /// How many of `n` succeed: the failures before each success are geometric, so that only successes are drawn.
  private func binomial(_ n: Int, _ rate: Double, _ generator: inout SeededGenerator) -> Int64 {
    let step = log1p(-rate)
    var (count, place): (Int64, Double) = (0, 0)
    while true {
      place += (log(1 - generator.unit()) / step).rounded(.down) + 1
      guard place <= Double(n) else { return count }
      count += 1
    }
  }
}
