import Testing

@testable import Core

@Suite struct CampaignComparisonTests {
  private func member(_ name: String, _ days: [CampaignCounts], _ currency: Currency = .usd)
    -> CampaignComparison.Member
  {
    CampaignComparison.Member(
      id: Campaign.ID(1), name: name, currency: currency, totals: CampaignTotals(days: days))
  }

  private func line(_ metric: CampaignMetric, of comparison: CampaignComparison) throws -> CampaignComparison.Line {
    try #require(comparison.lines.first { $0.metric == metric })
  }

  /// SciPy 1.17: both Fieller intervals, combined after Donner and Zou; Welch's t with the delta method's errors.
  @Test func returnsAgreeWithSciPy() throws {
    let comparison = CampaignComparison([member("a", CampaignSamples.week), member("b", CampaignSamples.other)])
    let pair = try #require(try line(.roas, of: comparison).pairs.first)
    #expect(isClose(pair.difference, -1.2922535211267605))
    #expect(pair.interval.isClose(-1.6248090851927384, -0.9105413457049347))
    #expect(isClose(try #require(pair.p).value, 2.0005695307894578e-06, within: 1e-12))
    #expect(pair.pAdjusted == pair.p)
    #expect(pair.isDifferent)
    #expect(comparison.adjustment == "one pair, so nothing is adjusted")
  }

  /// 120 of 2,400, 90 of 1,200 and 40 of 800: Newcombe's at 1 - 0.05 / 3, chi-squared by SciPy, Holm by hand.
  @Test func ratesOfThreeAreAdjustedForThreePairs() throws {
    let counts = [(120, 2400), (90, 1200), (40, 800)] as [(Int64, Int64)]
    let comparison = CampaignComparison(
      counts.map { member("x", [CampaignCounts(views: $0.1, acceptances: $0.0)]) })
    let pairs = try line(.acceptanceRate, of: comparison).pairs
    #expect(pairs.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [1, 2]])
    #expect(pairs[0].interval.isClose(0.00493814151483642, 0.0474560205464322))
    #expect(pairs[1].interval.isClose(-0.019424112676943234, 0.023881609442134192))
    #expect(pairs[2].interval.isClose(-0.050507937461369265, 0.002237754989905409))
    #expect(isClose(pairs[0].p?.value, 0.0025527403757952642))
    #expect(isClose(pairs[0].pAdjusted?.value, 3 * 0.0025527403757952642))
    #expect(isClose(pairs[2].pAdjusted?.value, 2 * 0.02629918336510518))
    #expect(pairs[1].pAdjusted?.value == 1)
    #expect(pairs.map(\.isDifferent) == [true, false, false])
    #expect(isClose(comparison.pairConfidence, 1 - 0.05 / 3))
  }

  @Test func amountsOfTwoCurrenciesAreNotCompared() throws {
    let euro = try #require(Currency("EUR"))
    let comparison = CampaignComparison([
      member("a", CampaignSamples.week), member("b", CampaignSamples.week, euro),
    ])
    let cost = try #require(try line(.costPerRedemption, of: comparison).pairs.first)
    #expect(cost.difference == nil)
    #expect(cost.reason == "amounts in USD and EUR are not compared")
    #expect(try line(.roas, of: comparison).pairs.first?.difference == 0)
  }

  @Test func whatIsUndefinedSaysWhose() throws {
    let comparison = CampaignComparison([member("a", CampaignSamples.week), member("empty", [])])
    let pair = try #require(try line(.roas, of: comparison).pairs.first)
    #expect(pair.difference == nil)
    #expect(pair.reason == "empty: nothing was spent")
  }
}
