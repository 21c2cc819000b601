import Testing

@testable import Core

@Suite struct ValueSummaryTests {
  /// Medians by Python's statistics.median, ninetieth percentiles by numpy.percentile(…, 90, method="inverted_cdf").
  @Test(
    arguments: [
      ([7], 7, 7), ([10, 20], 15, 20), ([3, 1, 2], 2, 3), ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5.5, 9),
      ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 6, 10), ([0, 0, 0, 0, 100], 0, 100), ([5, 5, 5, 5], 5, 5),
      ([0, 0, 0, 0, 0, 0, 0, 0, 0, 42], 0, 0), ([2, 3], 2.5, 3),
    ] as [([Int64], Double, Int64)])
  func middleAndFarEnd(values: [Int64], median: Double, p90: Int64) throws {
    let counted = Dictionary(values.map { ($0, 1 as Int64) }, uniquingKeysWith: +)
    let summary = try #require(ValueSummary(counted))
    #expect(summary.n == Int64(values.count))
    #expect(summary.median == median)
    #expect(summary.p90 == p90)
  }

  @Test func ofNothingThereIsNone() {
    #expect(ValueSummary([:]) == nil)
    #expect(ValueSummary([3: 0]) == nil)
  }
}
