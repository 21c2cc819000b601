import Core
import Testing

@testable import Store

/// Counts by owner and period, beside a dictionary of the same.
@Suite struct PeriodCountsTests {
  private typealias Counts = PeriodCounts<PendingCampaigns.Period, Int64>

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func inAnyOrderItHoldsTheSameSums(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var counts = Counts()
    var sums: [PendingCampaigns.Period: Int64] = [:]
    for step in 0..<5000 as Range<Int64> {
      // Mostly the last periods, as in a log; now and then one that comes late.
      let isLate = Int.random(in: 0..<8, using: &random) == 0
      let key = PendingCampaigns.Period(
        owner: .random(in: 1...4, using: &random),
        period: isLate ? .random(in: 0...step, using: &random) : step / 3)
      let more = Int64.random(in: -2...2, using: &random)
      counts.add(more, to: key)
      sums[key, default: 0] += more
    }
    sums = sums.filter { $0.value != 0 }
    #expect(counts.count == sums.count)
    #expect(Dictionary(counts.map { ($0.key, $0.counts) }) { _, _ in .max } == sums)
    for owner in 1...4 as ClosedRange<Int64> {
      let periods = counts.periods(of: owner).map(\.period)
      #expect(periods == sums.keys.filter { $0.owner == owner }.map(\.period).sorted())
    }
    for (key, sum) in sums { counts.subtract(sum, from: key) }
    #expect(counts.count == 0 && Array(counts.map(\.key)).isEmpty && !counts.isEmpty)
  }

  @Test func nothingIsOfNobody() {
    let counts = Counts()
    #expect(counts.isEmpty && counts.count == 0 && counts.periods(of: 1).isEmpty && counts.owners.isEmpty)
  }
}
