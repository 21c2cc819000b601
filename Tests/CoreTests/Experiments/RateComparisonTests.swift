import Testing

@testable import Core

@Suite struct RateComparisonTests {
  private static func rates(_ x1: Int64, _ n1: Int64, _ x2: Int64, _ n2: Int64) -> RateComparison {
    RateComparison(control: Conversions(x1, of: n1), variant: Conversions(x2, of: n2))
  }

  private static func rates(_ table: [Int64]) -> RateComparison { rates(table[0], table[1], table[2], table[3]) }

  /// A.13 and A.14 of the specification: 2.043 and 0.153, by Yates 1.844 and 0.175; power 0.298, at 99 % 0.126.
  @Test func oneHundredAgainstOneHundredAndTwentyOfAThousand() throws {
    let rates = Self.rates(100, 1000, 120, 1000)
    let (plain, yates) = (try #require(rates.chiSquared), try #require(rates.yates))
    #expect(abs(plain.statistic - 2.043) < 0.0005 && abs(plain.p.value - 0.153) < 0.0005)
    #expect(abs(yates.statistic - 1.844) < 0.0005 && abs(yates.p.value - 0.175) < 0.0005)
    #expect(abs(try #require(rates.observedPower(alpha: 0.05)) - 0.298) < 0.0005)
    #expect(abs(try #require(rates.observedPower(alpha: 0.01)) - 0.126) < 0.0005)
  }

  /// R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17
  /// (1998), table II, method 10; his first sample is the variant.
  @Test(
    arguments: [
      (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090), (6, 7, 2, 7, 0.0582, 0.8062),
      (5, 56, 0, 29, -0.0381, 0.1926), (0, 10, 0, 20, -0.1611, 0.2775), (0, 10, 0, 10, -0.2775, 0.2775),
      (10, 10, 0, 20, 0.6791, 1), (10, 10, 0, 10, 0.6075, 1),
    ] as [(Int64, Int64, Int64, Int64, Double, Double)])
  func newcombeAgreesWithNewcombe(x: Int64, n: Int64, y: Int64, m: Int64, low: Double, high: Double) throws {
    let interval = try #require(Self.rates(y, m, x, n).newcombe(confidence: 0.95))
    #expect(abs(interval.low - low) < 0.00005)
    #expect(abs(interval.high - high) < 0.00005)
  }

  private static func expect(_ value: Double?, _ reference: Double?, within tolerance: Double, _ note: String) {
    guard let reference else {
      #expect(value == nil, "\(note)")
      return
    }
    #expect(value.map { abs($0 - reference) <= tolerance * max(1e-9, abs(reference)) } == true, "\(note)")
  }

  @Test(arguments: RateReference.all.indices)
  func agreesWithMpmath(index: Int) throws {
    let reference = RateReference.all[index]
    let rates = Self.rates(reference.table)
    let (confidence, note) = (reference.confidence, "\(reference.table)")
    Self.expect(rates.chiSquared?.statistic, reference.chiSquared, within: 1e-12, note)
    Self.expect(rates.chiSquared?.p.ln, reference.lnP, within: 1e-12, note)
    Self.expect(rates.yates?.statistic, reference.yates, within: 1e-12, note)
    Self.expect(rates.yates?.p.ln, reference.yatesLnP, within: 1e-12, note)
    let newcombe = rates.newcombe(confidence: confidence)
    for (value, known) in zip([newcombe?.low, newcombe?.high], reference.newcombe) {
      Self.expect(value, known, within: 1e-11, note)
    }
    let lift = rates.liftInterval(confidence: confidence)
    for (value, known) in zip([lift?.low, lift?.high], reference.liftInterval) {
      Self.expect(value, known, within: 1e-11, note)
    }
    let adjusted = try #require(rates.adjustedLift(confidence: confidence))
    for (value, known) in zip([adjusted.lift, adjusted.interval.low, adjusted.interval.high], reference.adjustedLift) {
      Self.expect(value, known, within: 1e-11, note)
    }
    Self.expect(rates.observedPower(alpha: 1 - confidence), reference.power, within: 1e-10, note)
  }

  @Test func differencesAreVariantMinusControl() throws {
    let rates = Self.rates(30, 100, 15, 100)
    #expect(rates.difference == -0.15)
    #expect(rates.lift == -0.5)
    #expect(try #require(rates.z) < 0)
    #expect(Self.rates(0, 1_000_000_000, 1_000_000_000, 1_000_000_000).difference == 1)
  }

  @Test func whatNeedsAnEmptyArmIsUndefined() {
    for rates in [Self.rates(0, 0, 3, 10), Self.rates(3, 10, 0, 0)] {
      #expect(rates.difference == nil && rates.lift == nil && rates.chiSquared == nil && rates.yates == nil)
      #expect(rates.z == nil && rates.newcombe(confidence: 0.95) == nil && rates.variance == nil)
      #expect(rates.liftInterval(confidence: 0.95) == nil && rates.adjustedLift(confidence: 0.95) == nil)
      #expect(rates.observedPower(alpha: 0.05) == nil && !rates.isSmall)
    }
    #expect(Self.rates(0, 10, 5, 10).lift == nil)
  }

  /// By hand: 3 of 10 and 8 of 50 make 11 of 60, so 10 x 11 / 60 = 1.8 conversions are expected of the first.
  @Test func anExpectedCountUnderFiveIsSmall() throws {
    #expect(abs(try #require(Self.rates(3, 10, 8, 50).smallestExpected) - 110.0 / 60) < 1e-14)
    #expect(Self.rates(3, 10, 8, 50).isSmall)
    #expect(!Self.rates(5, 10, 5, 10).isSmall)
  }

  /// SciPy 1.17.1, chi2_contingency([[100, 900], [120, 880], [90, 910]]).
  @Test func severalArmsMakeOneTable() throws {
    let test = try #require(
      ChiSquared(arms: [Conversions(100, of: 1000), Conversions(120, of: 1000), Conversions(90, of: 1000)]))
    #expect(test.degreesOfFreedom == 2)
    #expect(abs(test.statistic - 5.036575128912339) < 1e-12)
    #expect(abs(test.p.value - 0.08059750667864446) < 1e-13)
    #expect(ChiSquared(arms: [Conversions(1, of: 2)]) == nil)
    #expect(ChiSquared(arms: [Conversions(1, of: 2), Conversions(0, of: 0), Conversions(1, of: 3)]) == nil)
  }
}
