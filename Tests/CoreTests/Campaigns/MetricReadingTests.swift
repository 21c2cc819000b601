import Testing

@testable import Core

@Suite struct MetricReadingTests {
  private let week = CampaignTotals(days: CampaignSamples.week)

  /// SciPy 1.17 with Fieller's formula written out (means, variances of means, t of 6 degrees of freedom).
  @Test(
    arguments: [
      (.roas, 2.25, 1.905052720535186, 2.4847672476496094),
      (.costPerRedemption, 8.571428571428571, 7.755102051645251, 10.041470006353107),
      (.revenuePerImpression, 0.26557377049180325, 0.22282392002140833, 0.29454914014495853),
      (.margin, 0.5555555555555556, 0.4750801438612836, 0.5975478182329069),
      (.profit, 450, 243.21543800705692, 656.784561992943),
      (.revenue, 810, 504.38080774684585, 1115.619192253154),
      (.breakEvenSpend, 810, 504.38080774684585, 1115.619192253154),
      // 42 redemptions x 0.444 [0.402, 0.525], each rounded up
      (.breakEvenRedemptions, 19, 17, 23),
    ] as [(CampaignMetric, Double, Double, Double)])
  func moneyAgreesWithSciPy(metric: CampaignMetric, value: Double, low: Double, high: Double) {
    let reading = week.reading(metric)
    #expect(isClose(reading.value, value))
    #expect(reading.interval.isClose(low, high))
    #expect(reading.reason == nil)
    #expect(reading.intervalReason == nil)
  }

  /// The table: 500.00 spent, 1200.00 earned, 95 redemptions.
  @Test func theWorkedExampleComesOutExactly() {
    let totals = CampaignTotals(days: [
      CampaignCounts(redemptions: 95, spendMicros: 500_000_000, revenueCents: 120_000)
    ])
    #expect(totals.reading(.profit).cents == 70_000)
    #expect(totals.reading(.roas).value == 2.4)
    #expect(totals.reading(.costPerRedemption).cents == 526)
    #expect(totals.reading(.margin).value == 700.0 / 1200)
    // 500 / (1200 / 95) = 39.58
    #expect(totals.reading(.breakEvenRedemptions).value == 40)
    #expect(totals.reading(.breakEvenSpend).value == 1200)
    #expect(totals.reading(.roas).interval == nil)
    #expect(totals.reading(.roas).intervalReason == "it takes two days with anything to see how much a day varies")
  }

  @Test func ratesHaveTheirPartsAndWilsonsInterval() {
    let counts = CampaignCounts(impressions: 1000, views: 263, acceptances: 81, redemptions: 20)
    let totals = CampaignTotals(days: [counts])
    let reading = totals.reading(.acceptanceRate)
    #expect(isClose(reading.value, 81.0 / 263))
    // SciPy 1.17.1, binomtest(81, 263).proportion_ci(method="wilson")
    #expect(reading.interval.isClose(0.2552885198782742, 0.36620957698280004, within: 1e-13))
    #expect(reading.numerator == MetricReading.Part(name: "acceptances", amount: 81, isMoney: false))
    #expect(reading.denominator == MetricReading.Part(name: "views", amount: 263, isMoney: false))
    #expect(totals.reading(.viewRate).value == 0.263)
    #expect(isClose(totals.reading(.redemptionRate).value, 20.0 / 81))
    #expect(totals.reading(.redemptionsPerImpression).value == 0.02)
    #expect(isClose(totals.reading(.conversionRate).value, 20.0 / 263))
  }

  @Test func aCountAboveItsBaseHasARateAndNoInterval() {
    let reading = CampaignTotals(days: [CampaignCounts(views: 2, acceptances: 5)]).reading(.acceptanceRate)
    #expect(reading.value == 2.5)
    #expect(reading.interval == nil)
    #expect(reading.intervalReason?.hasPrefix("there are more acceptances than views") == true)
  }

  @Test(arguments: CampaignMetric.allCases)
  func nothingAtAllIsUndefinedWithAReason(metric: CampaignMetric) {
    let reading = CampaignTotals.zero.reading(metric)
    let isSum = [.profit, .revenue, .breakEvenSpend].contains(metric)
    #expect(reading.value == (isSum ? 0 : nil))
    #expect((reading.reason == nil) == isSum)
    #expect(reading.interval == nil)
    #expect(reading.intervalReason != nil)
    #expect(reading.value?.sign != .minus)
  }

  @Test func withoutSpendThereIsNoReturnOnIt() {
    let totals = CampaignTotals(days: CampaignSamples.days(revenue: [10, 20], redemptions: [1, 2]))
    #expect(totals.reading(.roas).value == nil)
    #expect(totals.reading(.roas).reason == "nothing was spent")
    #expect(totals.reading(.margin).value == 1)
    #expect(totals.reading(.profit).value == 30)
    #expect(totals.reading(.costPerRedemption).value == 0)
  }

  @Test func moreGivenBackThanEarnedHasNoMargin() {
    let totals = CampaignTotals(days: [
      CampaignCounts(redemptions: 1, spendMicros: 5_000_000, revenueCents: -300, refundedCents: 300)
    ])
    #expect(totals.reading(.margin).reason == "more was given back than earned")
    #expect(totals.reading(.breakEvenRedemptions).value == nil)
    #expect(totals.reading(.roas).value == -0.6)
    #expect(totals.reading(.profit).cents == -800)
  }

  @Test func spendThatVariesTooMuchBoundsNothing() {
    // One day has nearly all the spend: t of 2 degrees of freedom is 4.3, and the mean is one standard error from zero.
    let totals = CampaignTotals(days: CampaignSamples.days(revenue: [5, 6, 90], spend: [1, 1, 100]))
    let reading = totals.reading(.roas)
    #expect(isClose(reading.value, 101.0 / 102))
    #expect(reading.interval == nil)
    #expect(reading.intervalReason == "spend varies too much from day to day to bound the ratio")
  }

  @Test func moneyIsRoundedHalfUpFromExactSums() {
    #expect(CampaignCounts.cents(ofMicros: 5_000) == 1)
    #expect(CampaignCounts.cents(ofMicros: 4_999) == 0)
    #expect(CampaignCounts.cents(ofMicros: -5_000) == 0)
    #expect(CampaignCounts.cents(ofMicros: -5_001) == -1)
    #expect(CampaignCounts.cents(ofMicros: 1_005_000) == 101)
    // 0.10 over 8 is 0.0125, over 20 exactly half a cent
    #expect(CampaignCounts.cents(ofMicros: 100_000, dividedBy: 8) == 1)
    #expect(CampaignCounts.cents(ofMicros: 100_000, dividedBy: 20) == 1)
    #expect(CampaignCounts.cents(ofMicros: -100_000, dividedBy: 20) == 0)
    #expect(CampaignCounts.cents(ofMicros: .max, dividedBy: 1) == 922_337_203_685_478)
  }

  /// A range is the difference of two running totals: the same numbers as from its days.
  @Test func aRangeFromRunningTotalsReadsTheSame() {
    var generator = SeededGenerator(seed: 6)
    let days = (0..<90).map { _ in
      CampaignCounts(
        impressions: .random(in: 0...900, using: &generator), views: .random(in: 0...400, using: &generator),
        redemptions: .random(in: 0...30, using: &generator),
        spendMicros: .random(in: 1_000_000...90_000_000, using: &generator),
        revenueCents: .random(in: 0...20_000, using: &generator))
    }
    for (first, last) in [(0, 89), (60, 89), (10, 40)] {
      let range =
        CampaignTotals(days: days[...last]) - CampaignTotals(days: days[..<first])
      let whole = CampaignTotals(days: days[first...last])
      for metric in CampaignMetric.allCases {
        let (one, other) = (range.reading(metric), whole.reading(metric))
        #expect(one.value == other.value)
        if let interval = other.interval {
          #expect(one.interval.isClose(interval.low, interval.high))
        } else {
          #expect(one.interval == nil)
        }
      }
    }
  }

  @Test func aLosingReturnIsToldFromOneThatIsOnlyBehind() {
    #expect(week.reading(.roas).earning == .earning)
    // SciPy: 0.958 [0.722, 1.121]
    let other = CampaignTotals(days: CampaignSamples.other)
    #expect(other.reading(.roas).interval.isClose(0.7222097670377642, 1.1211954288701305))
    #expect(other.reading(.roas).earning == .behind)
    let losing = CampaignTotals(days: CampaignSamples.days(revenue: [10, 11, 9, 10], spend: [50, 52, 49, 51]))
    #expect(losing.reading(.roas).earning == .losing)
    #expect(CampaignTotals.zero.reading(.roas).earning == .unknown)
  }
}
