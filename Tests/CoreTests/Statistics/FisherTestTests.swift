import Testing

@testable import Core

@Suite struct FisherTestTests {
  private static func test(_ x1: Int64, _ n1: Int64, _ x2: Int64, _ n2: Int64) throws -> FisherTest {
    try #require(FisherTest(control: Conversions(x1, of: n1), variant: Conversions(x2, of: n2)))
  }

  /// R. A. Fisher's lady tasting tea, three of four right: 34 of 70 arrangements are no more probable (1, 16, 16 and 1),
  /// and half of the 32 that are as probable gives a mid-p of 18 of 70.
  @Test func theLadyTastingTea() throws {
    let test = try Self.test(1, 4, 3, 4)
    #expect(abs(test.p.value - 34.0 / 70) < 1e-14)
    #expect(abs(test.midP.value - 18.0 / 70) < 1e-14)
  }

  @Test(arguments: RateReference.all.indices)
  func agreesWithTheSumOverAllTables(index: Int) throws {
    let reference = RateReference.all[index]
    let table = reference.table
    let test = try Self.test(table[0], table[1], table[2], table[3])
    if let ln = reference.fisherLnP { #expect(abs(test.p.ln - ln) <= 1e-11 * max(1, abs(ln)), "\(table)") }
    if let ln = reference.midLnP { #expect(abs(test.midP.ln - ln) <= 1e-11 * max(1, abs(ln)), "\(table)") }
  }

  /// The mean of a mid-p over all tables is a half exactly (H. O. Lancaster, 1961): the probability of each, weighted.
  @Test(arguments: [(12, 30, 9), (20, 20, 20), (7, 90, 40)] as [(Int64, Int64, Int64)])
  func aMidPIsAHalfOnAverage(n: Int64, others: Int64, conversions: Int64) throws {
    let tables = Hypergeometric(n: n, others: others, conversions: conversions)
    let mean = try tables.support.reduce(0.0) { sum, x in
      let probability = PValue(ln: tables.lnProbability(x)).value
      return sum + probability * (try Self.test(conversions - x, others, x, n).midP.value)
    }
    #expect(abs(mean - 0.5) < 1e-12)
  }

  @Test func swappingArmsOrOutcomesChangesNothing() throws {
    let test = try Self.test(37, 5000, 61, 4900)
    for other in [try Self.test(61, 4900, 37, 5000), try Self.test(4963, 5000, 4839, 4900)] {
      #expect(abs(test.p.ln - other.p.ln) < 1e-12 && abs(test.midP.ln - other.midP.ln) < 1e-12)
    }
  }

  @Test func oneTableIsNoSurprise() throws {
    for (x, n) in [(0, 10), (10, 10), (0, 1)] as [(Int64, Int64)] {
      let test = try Self.test(x, n, x, n)
      #expect(test.p.value == 1)
      #expect(abs(test.midP.value - 0.5) < 1e-15)
    }
    #expect(FisherTest(control: Conversions(0, of: 0), variant: Conversions(1, of: 2)) == nil)
  }

  /// The logarithm of 1 / (2e9 choose 1e9) by Stirling's formula, ln(pi n) / 2 - 2 n ln 2 for n = 1e9, and twice it for the
  /// other extreme table, which is as probable.
  @Test func theMostExtremeTableOfTwoThousandMillionPeople() throws {
    let n: Int64 = 1_000_000_000
    let expected = 10.933997861397906 - 1_386_294_361.1198906 + 0.6931471805599453
    #expect(abs(try Self.test(0, n, n, n).p.ln - expected) < 1e-15 * 1.4e9 + 1e-6)
  }

  /// At a thousand million people per arm chi-squared with Yates's correction is what Fisher's test tends to.
  @Test func aThousandMillionPeopleTakeMilliseconds() throws {
    let rates = RateComparison(
      control: Conversions(100_000_000, of: 1_000_000_000), variant: Conversions(100_020_000, of: 1_000_000_000))
    let clock = ContinuousClock()
    var test: FisherTest?
    let time = clock.measure { test = FisherTest(control: rates.control, variant: rates.variant) }
    let yates = try #require(rates.yates)
    #expect(abs(try #require(test).p.value - yates.p.value) < 1e-8)
    #expect(time < .seconds(1))
  }
}
