import Testing

@testable import Core

@Suite struct CampaignReturnTests {
  private func analysis(revenue: [Int64], spend: [Int64]) -> ReturnAnalysis {
    let days = CampaignSamples.days(revenue: revenue, spend: spend)
    return ReturnAnalysis(
      totals: CampaignTotals(days: days), days: CampaignSamples.dated(days), currency: .usd)
  }

  @Test func paysBackOnTheFirstDayItStaysAbove() {
    // Cumulative profit: -10, +5, -5, 0, +10: it fell below once more after the second day.
    let returns = analysis(revenue: [0, 25, 0, 15, 20], spend: [10, 10, 10, 10, 10])
    #expect(returns.curve.map(\.profitMicros) == [-10, 5, -5, 0, 10].map { $0 * 1_000_000 })
    #expect(returns.paybackDay == CampaignSamples.monday.adding(days: 3))
    #expect(returns.paybackReason == nil)
  }

  @Test func withoutLossItPaysBackWhenItFirstSpends() {
    let returns = analysis(revenue: [5, 20, 5], spend: [0, 10, 1])
    #expect(returns.paybackDay == CampaignSamples.monday.adding(days: 1))
  }

  @Test func saysWhyItHasNotPaidBack() {
    #expect(analysis(revenue: [5, 5], spend: [10, 10]).paybackReason == "revenue has not reached spend")
    #expect(
      analysis(revenue: [5], spend: [0]).paybackReason == "nothing was spent, so there is nothing to pay back")
    #expect(analysis(revenue: [], spend: []).paybackReason == "nothing was counted yet")
    #expect(analysis(revenue: [5, 5], spend: [10, 10]).paybackDay == nil)
  }

  @Test func daysBetweenRepeatTheCurve() {
    let first = CampaignSamples.monday
    let days = [
      CampaignDay(first, CampaignCounts(spendMicros: 4_000_000)),
      CampaignDay(first.adding(days: 3), CampaignCounts(revenueCents: 700)),
    ]
    let returns = ReturnAnalysis(totals: CampaignTotals(days: days.map(\.counts)), days: days, currency: .usd)
    #expect(returns.curve.map(\.day) == (0...3).map { first.adding(days: $0) })
    #expect(returns.curve.map(\.profitMicros) == [-4, -4, -4, 3].map { $0 * 1_000_000 })
    #expect(returns.paybackDay == first.adding(days: 3))
  }

  @Test func movingMoneyFollowsTheSlopeAndItsInterval() throws {
    // SciPy: linregress over 14 days, Fieller where spend hardly varies, both combined after Donner and Zou.
    let steep = CampaignSamples.member(
      1, "steep",
      CampaignSamples.days(
        revenue: [100, 118, 119, 140, 149, 150, 171, 101, 121, 126, 139, 161, 160, 182],
        spend: [40, 45, 50, 55, 60, 65, 70, 42, 47, 52, 57, 62, 67, 72]))
    let flat = CampaignSamples.member(
      2, "flat",
      CampaignSamples.days(
        revenue: [30, 32, 35, 28, 31, 33, 30, 29, 36, 34, 30, 31, 28, 33],
        spend: [51] + [Int64](repeating: 50, count: 13)))
    let shift = BudgetShift(10_000, from: flat, to: steep)
    #expect(shift.to.isSlope)
    #expect(isClose(shift.to.value, 2.374823196605375))
    #expect(shift.to.interval.isClose(2.0670568487676224, 2.682589544443128))
    #expect(!shift.from.isSlope)
    #expect(isClose(shift.from.value, 0.6276747503566333))
    #expect(shift.from.interval.isClose(0.5984554355063066, 0.6569352123416387))
    #expect(isClose(shift.change, 174.7148446248742))
    #expect(shift.interval.isClose(143.79942784020758, 205.6298722363306))
  }

  @Test func moneyIsNotMovedBetweenCurrencies() throws {
    let euro = try #require(Currency("EUR"))
    let shift = BudgetShift(
      100, from: CampaignSamples.member(1, "a", CampaignSamples.week),
      to: CampaignSamples.member(2, "b", CampaignSamples.week, euro))
    #expect(shift.change == nil)
    #expect(shift.reason == "amounts in USD and EUR are not exchanged")
  }
}
