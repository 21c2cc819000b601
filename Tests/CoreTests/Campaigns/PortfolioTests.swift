import Testing

@testable import Core

@Suite struct PortfolioTests {
  private let span = DateSpan(days: 7, upTo: CampaignSamples.monday.adding(days: 6))

  private func campaign(_ id: Int64, revenue: Int64, spend: Int64, _ currency: Currency = .usd, before: Int64 = 0)
    -> Portfolio.Member
  {
    CampaignSamples.member(
      id, "c\(id)", CampaignSamples.days(revenue: [revenue], spend: [spend]), currency,
      before: CampaignCounts(spendMicros: before * 1_000_000, revenueCents: before * 200))
  }

  private func days(_ members: [Portfolio.Member]) -> [CampaignDay] {
    [CampaignDay(span.first, members.reduce(.zero) { $0 + $1.totals.counts })]
  }

  @Test func pooledReturnIsOfAllMoneyAndTheMeanStandsBesideIt() throws {
    // 100 / 10 = 10 and 100 / 1000 = 0.1: pooled 200 / 1010, mean 5.05
    let members = [campaign(1, revenue: 100, spend: 10), campaign(2, revenue: 100, spend: 1000)]
    let group = try #require(Portfolio(span: span, members: members, days: [.usd: days(members)]).groups.first)
    #expect(isClose(group.pooledROAS.value, 200.0 / 1010))
    #expect(isClose(group.meanROAS, 5.05))
    #expect(group.meanOf == 2)
    #expect(group.days.count == 7)
  }

  @Test func twoCurrenciesStandApart() throws {
    let euro = try #require(Currency("EUR"))
    let dollars = [campaign(1, revenue: 10, spend: 5), campaign(2, revenue: 20, spend: 5)]
    let euros = [campaign(3, revenue: 1000, spend: 1, euro)]
    let portfolio = Portfolio(
      span: span, members: dollars + euros, days: [.usd: days(dollars), euro: days(euros)])
    #expect(portfolio.groups.map(\.currency) == [.usd, euro])
    #expect(portfolio.groups.map(\.totals.counts.revenueCents) == [3000, 100_000])
    #expect(portfolio.groups.map { $0.concentration.top.count } == [2, 1])
  }

  @Test func changesAreAgainstAsManyDaysBefore() throws {
    let members = [campaign(1, revenue: 300, spend: 50, before: 100)]
    let group = try #require(Portfolio(span: span, members: members, days: [.usd: days(members)]).groups.first)
    #expect(group.change(.revenue) == Portfolio.Change(now: 300, before: 200))
    #expect(group.change(.revenue).relative == 0.5)
    #expect(group.spendChange.relative == -0.5)
    #expect(group.change(.roas).difference == 4)
    #expect(Portfolio.Change(now: 1, before: 0).relative == nil)
  }

  @Test func theFirstFiveHaveTheirShareOfRevenue() throws {
    let members = (1...7).map { campaign($0, revenue: $0 * 10, spend: 1) } + [campaign(8, revenue: -50, spend: 1)]
    let concentration = Portfolio.Concentration(members)
    #expect(concentration.top == [7, 6, 5, 4, 3].map { Campaign.ID($0) })
    // 250 of 280
    #expect(isClose(concentration.share, 250.0 / 280))
    #expect(Portfolio.Concentration([]).share == nil)
  }

  @Test func oneLuckySaleDoesNotWin() {
    // One day: a return of 20 without an interval. Fifty alike: 2.0 with next to none.
    let lucky = CampaignSamples.member(1, "lucky", CampaignSamples.days(revenue: [20], spend: [1]))
    let steady = CampaignSamples.member(
      2, "steady", CampaignSamples.days(revenue: [20, 21, 19, 20, 22], spend: [10, 10, 10, 10, 10]))
    let poor = CampaignSamples.member(
      3, "poor", CampaignSamples.days(revenue: [5, 6, 5, 4, 5], spend: [10, 10, 10, 10, 10]))
    let ranking = CampaignRanking([lucky, poor, steady], by: .roas)
    #expect(ranking.entries.map(\.name) == ["steady", "poor", "lucky"])
    #expect(ranking.entries.map(\.rank) == [1, 2, nil])
    #expect(ranking.entries[2].reading.intervalReason != nil)
    #expect(!ranking.isByCurrency)
  }

  @Test func lessIsBetterOfACost() {
    let cheap = CampaignSamples.member(
      1, "cheap", CampaignSamples.days(spend: [10, 11, 10], redemptions: [10, 10, 11]))
    let dear = CampaignSamples.member(2, "dear", CampaignSamples.days(spend: [90, 91, 92], redemptions: [10, 10, 11]))
    #expect(CampaignRanking([dear, cheap], by: .costPerRedemption).entries.map(\.name) == ["cheap", "dear"])
  }

  @Test func amountsAreRankedForEachCurrency() throws {
    let euro = try #require(Currency("EUR"))
    let big = CampaignSamples.days(revenue: [900, 910, 905])
    let small = CampaignSamples.days(revenue: [10, 11, 12])
    let ranking = CampaignRanking(
      [
        CampaignSamples.member(1, "a", small), CampaignSamples.member(2, "b", big, euro),
        CampaignSamples.member(3, "c", big), CampaignSamples.member(4, "d", small, euro),
      ], by: .revenue)
    #expect(ranking.entries.map(\.name) == ["b", "d", "c", "a"])
    #expect(ranking.entries.map(\.rank) == [1, 2, 1, 2])
  }

  @Test func aMonitorTellsOnlyWhatItWasAskedFor() {
    func monitor(_ side: Monitor.Side, _ threshold: Double, isCertain: Bool) -> Monitor {
      Monitor(
        id: Monitor.ID(1), campaign: nil, metric: .roas, side: side, threshold: threshold, days: 7,
        isCertain: isCertain, author: "analyst:ana", createdAt: Timestamp(milliseconds: 0))
    }
    // 0.958 [0.722, 1.121]
    let totals = CampaignTotals(days: CampaignSamples.other)
    #expect(monitor(.below, 1, isCertain: false).finding(in: totals).holds)
    #expect(!monitor(.below, 1, isCertain: true).finding(in: totals).holds)
    #expect(monitor(.below, 1.13, isCertain: true).finding(in: totals).holds)
    #expect(monitor(.above, 0.7, isCertain: true).finding(in: totals).holds)
    #expect(!monitor(.below, 1, isCertain: false).finding(in: .zero).holds)
  }
}
