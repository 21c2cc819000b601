import Testing

@testable import Core

@Suite struct CampaignOutlookTests {
  private let monday = CampaignSamples.monday

  // MARK: Pacing

  private func pacing(
    budget: Int64?, last: Int?, spend: [Int64] = [10, 12, 9, 11, 13, 8, 10, 12, 11, 14, 5], fixed: Int64 = 0,
    isOver: Bool = false
  ) -> BudgetPacing {
    let days = CampaignSamples.dated(CampaignSamples.days(spend: spend))
    return BudgetPacing(
      .init(
        budgetCents: budget, dailyBudgetCents: nil, spentMicros: spend.reduce(0, +) * 1_000_000,
        fixedMicros: fixed * 1_000_000, first: monday, last: last.map { monday.adding(days: $0) }, isOver: isOver),
      days: days, today: monday.adding(days: spend.count - 1))
  }

  /// By NumPy: ten whole days of 11.00 on average (deviation 1.826), today 5.00 so far, twenty days to come: 341.00
  /// with an interval of 33.32 either way.
  @Test func projectsTheEndWithAnInterval() {
    let pacing = pacing(budget: 30_000, last: 30)
    #expect(isClose(pacing.perDayMicros, 11_000_000))
    #expect(pacing.daysLeft == 20)
    #expect(isClose(pacing.projectedMicros, 341_000_000))
    #expect(pacing.projectedInterval.isClose(307_676_344.118086, 374_323_655.881914, within: 1e-8))
    #expect(pacing.state == .over)
    #expect(pacing.reason == nil)
    // 115 spent, today worth 11 (121 by tonight), then 11 a day: 300 is reached on the 17th day from now.
    #expect(pacing.runsOut == monday.adding(days: 27))
    #expect(pacing.runsOutEarliest.map { $0 < monday.adding(days: 27) } == true)
    #expect(pacing.evenMicros == 106_451_612)
  }

  @Test func isOnPaceWithinTheIntervalAndUnderBelowIt() {
    #expect(pacing(budget: 36_000, last: 30).state == .on)
    #expect(pacing(budget: 34_500, last: 30).state == .on)
    #expect(pacing(budget: 50_000, last: 30).state == .under)
    #expect(pacing(budget: 50_000, last: 30).runsOut == nil)
  }

  @Test func saysWhatIsMissing() {
    #expect(pacing(budget: nil, last: 30).reason == "it has no budget")
    #expect(pacing(budget: 30_000, last: nil).state == .unknown)
    #expect(pacing(budget: 30_000, last: nil).runsOut == monday.adding(days: 27))
    #expect(pacing(budget: 30_000, last: 30, isOver: true).state == .ended)
    #expect(pacing(budget: 11_500, last: 30).state == .spent)
    #expect(
      pacing(budget: 30_000, last: 30, spend: [3, 4]).reason == "it takes 7 whole days to see a pace; there are 1")
  }

  @Test func aFixedCostIsNoPace() {
    let pacing = pacing(
      budget: 100_000, last: 30, spend: [510, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10], fixed: 500)
    #expect(isClose(pacing.perDayMicros, 10_000_000))
    #expect(isClose(pacing.projectedMicros, 810_000_000))
  }

  // MARK: Odd days

  private func series(weeks: Int, seed: UInt64, _ value: (Int, inout SeededGenerator) -> Int64) -> [CampaignDay] {
    var generator = SeededGenerator(seed: seed)
    return (0..<7 * weeks).map {
      CampaignDay(monday.adding(days: $0), CampaignCounts(impressions: value($0, &generator)))
    }
  }

  /// About normal: the sum of twelve numbers.
  private func noise(_ generator: inout SeededGenerator) -> Double {
    (0..<12).reduce(-6.0) { sum, _ in sum + generator.unit() }
  }

  @Test func aDayFarFromItsWeekdayIsTold() throws {
    // Every Monday 700, other days 100, but for the last Tuesday. MAD is 0, so chance alone gives the scale: the root of
    // 100, with the median of 8 days 10 x sqrt(1 + pi / 16) = 10.937776, so 3.5 of them are 38.28.
    func anomalies(_ tuesday: Int64) -> CampaignAnomalies {
      let days = (0..<58).map {
        CampaignDay(
          monday.adding(days: $0), CampaignCounts(impressions: $0 == 57 ? tuesday : $0 % 7 == 0 ? 700 : 100))
      }
      return CampaignAnomalies(
        days: days, over: DateSpan(days: 2, upTo: monday.adding(days: 57)), first: monday,
        today: monday.adding(days: 58))
    }
    let found = try #require(anomalies(139).days.first)
    #expect(found.day == monday.adding(days: 57))
    #expect(found.series == .impressions)
    #expect(found.expected == 100)
    #expect(isClose(found.range.high, 138.282217, within: 1e-6))
    #expect(isClose(found.score, 39 / 10.937776, within: 1e-6))
    #expect(found.isHigh)
    #expect(anomalies(138).days.isEmpty)
    #expect(anomalies(138).judged == 2)
    #expect(anomalies(61).days.first?.isHigh == false)
  }

  @Test func nothingAfterADayChangesWhatIsSaidOfIt() {
    let days = series(weeks: 20, seed: 3) { day, generator in
      day == 100 ? 900 : Int64(200 + 20 * noise(&generator))
    }
    let span = DateSpan(days: 60, upTo: monday.adding(days: 119))
    func said(_ days: [CampaignDay]) -> [CampaignAnomaly] {
      CampaignAnomalies(days: days, over: span, first: monday, today: monday.adding(days: 140)).days
        .filter { $0.day <= monday.adding(days: 100) }
    }
    let changed = days.map { $0.day > monday.adding(days: 100) ? CampaignDay($0.day, .zero) : $0 }
    #expect(said(days) == said(changed))
    #expect(said(days).contains { $0.day == monday.adding(days: 100) })
  }

  /// Weekdays of their own level and normal noise: fewer than 1 day in 100 is told without a reason.
  @Test func seldomCriesWolf() {
    var (found, judged) = (0, 0)
    for seed in 1...20 as ClosedRange<UInt64> {
      let days = series(weeks: 40, seed: seed) { day, generator in
        Int64(max(0, Double(300 + 100 * (day % 7)) + 40 * noise(&generator)))
      }
      let result = CampaignAnomalies(
        days: days, over: DateSpan(days: 224, upTo: monday.adding(days: 279)), first: monday,
        today: monday.adding(days: 280))
      found += result.days.count
      judged += result.judged
    }
    #expect(judged == 20 * 224)
    #expect(found < judged / 100)
  }

  @Test func aShortPastJudgesNothingAndSaysSo() {
    let days = series(weeks: 3, seed: 1) { _, _ in 5 }
    let result = CampaignAnomalies(
      days: days, over: DateSpan(days: 7, upTo: monday.adding(days: 20)), first: monday,
      today: monday.adding(days: 21))
    #expect(result.judged == 0)
    #expect(result.reason != nil)
    #expect(
      CampaignAnomalies(days: [], over: DateSpan(days: 7, upTo: monday), first: nil, today: monday).reason
        == "nothing was counted yet")
  }

  // MARK: Forecast

  @Test func aSteadyWeekIsForecastAsItIs() throws {
    let days = (0..<56).map {
      CampaignDay(monday.adding(days: $0), CampaignCounts(spendMicros: Int64(10 + $0 % 7) * 1_000_000))
    }
    let forecast = SpendForecast(.spend, days: days, first: monday, today: monday.adding(days: 56))
    #expect(forecast.days.map { ($0.expected * 1e6).rounded() / 1e6 } == (0..<14).map { Double(10 + $0 % 7) })
    #expect(forecast.days.map(\.naive) == (0..<14).map { Double(10 + $0 % 7) })
    #expect(forecast.days.first?.day == monday.adding(days: 56))
    #expect(try #require(forecast.backTest).error < 1e-9)
    #expect(forecast.days.allSatisfy { ($0.interval?.high ?? 0) - ($0.interval?.low ?? 1) < 1e-6 })
  }

  /// By hand: fifteen days, the last 24 where 10 was expected, at the rates 0.5 and 0.3.
  @Test func learnsFromEachDay() {
    let smoothing = WeekdaySmoothing(fitting: [Double](repeating: 10, count: 14) + [24])
    let ahead = smoothing.forecast(7)
    // Only one day was forecast, so all rates miss alike and the first pair stays: level 10 + 0.05 x 14, its weekday
    // 0.05 x 0.95 x 14.
    #expect(isClose(ahead[0], 10.7))
    #expect(isClose(ahead[6], 10.7 + 0.665))
  }

  @Test func noiseIsForecastBetterThanByLastWeek() throws {
    var (held, all, better) = (0, 0, 0)
    for seed in 1...30 as ClosedRange<UInt64> {
      let days = series(weeks: 20, seed: seed) { day, generator in
        Int64(max(0, Double(500 + 60 * (day % 7)) + 50 * noise(&generator)))
      }
      let forecast = SpendForecast(
        .impressions, days: Array(days.prefix(126)), first: monday, today: monday.adding(days: 126))
      if let test = forecast.backTest, !test.isNaiveBetter { better += 1 }
      for (ahead, actual) in zip(forecast.days, days.suffix(14)) {
        let value = Double(actual.counts.impressions)
        all += 1
        if let interval = ahead.interval, interval.low <= value, value <= interval.high { held += 1 }
      }
    }
    #expect(better >= 27)
    // 95 % of 420 are 399
    #expect(held >= 380)
    #expect(held < all)
  }

  @Test func tooShortAPastIsNotForecast() {
    let days = CampaignSamples.dated(CampaignSamples.week)
    let forecast = SpendForecast(.revenue, days: days, first: monday, today: monday.adding(days: 7))
    #expect(forecast.days.isEmpty)
    #expect(forecast.reason == "a forecast takes 28 whole days; there are 7")
    #expect(
      SpendForecast(.revenue, days: days, first: monday, today: monday.adding(days: 60), isOver: true).reason
        == "it has ended: nothing comes any more")
  }
}
