import Testing

@testable import Core

@Suite struct CampaignPartsTests {
  /// New York put its clock back on 2026-11-01 and forward on 2026-03-08.
  private let newYork = ZoneTable(
    name: "America/New_York", initialOffsetSeconds: -18_000,
    transitions: [
      .init(start: Timestamp(milliseconds: 1_772_953_200_000), offsetSeconds: -14_400),
      .init(start: Timestamp(milliseconds: 1_793_512_800_000), offsetSeconds: -18_000),
    ])

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(parsing: text)) }

  @Test(arguments: [("2026-11-01", 25), ("2026-03-08", 23), ("2026-11-02", 24)])
  func everyLocalHourIsThereOnce(text: String, hours: Int) throws {
    let span = DateSpan(days: 1, upTo: try day(text))
    let trend = CampaignTrend(hours: [], over: span, zone: newYork, now: Timestamp(milliseconds: 1_800_000_000_000))
    #expect(trend.buckets.count == hours)
    #expect(trend.buckets.allSatisfy { $0.isMissing && !$0.isPartial && $0.counts.isZero })
  }

  @Test func weeksAreISOAndMonthsTheirOwn() throws {
    // 2026-12-28 is the Monday of 2026-W53, which holds 2027-01-01.
    let span = try #require(DateSpan(try day("2026-12-30"), try day("2027-01-05")))
    let days = [
      CampaignDay(try day("2026-12-31"), CampaignCounts(views: 3)),
      CampaignDay(try day("2027-01-01"), CampaignCounts(views: 4)),
    ]
    let weeks = CampaignTrend(days: days, by: .week, over: span, zone: .utc, today: try day("2027-01-04"))
    #expect(weeks.buckets.map(\.label) == ["2026-W53", "2027-W01"])
    #expect(weeks.buckets.map(\.counts.views) == [7, 0])
    #expect(weeks.buckets.map(\.isMissing) == [false, true])
    #expect(weeks.buckets.map(\.isPartial) == [true, true])
    let months = CampaignTrend(days: days, by: .month, over: span, zone: .utc, today: try day("2027-03-01"))
    #expect(months.buckets.map(\.label) == ["2026-12", "2027-01"])
    #expect(months.buckets.map(\.counts.views) == [3, 4])
    let daily = CampaignTrend(days: days, by: .day, over: span, zone: .utc, today: try day("2027-01-05"))
    #expect(daily.buckets.map(\.isMissing) == [true, false, false, true, true, true, true])
    #expect(daily.buckets.map(\.isPartial) == [false, false, false, false, false, false, true])
    for trend in [weeks, months, daily] { #expect(trend.counts.views == 7) }
  }

  @Test func segmentsStandBySpendWithUnknownLast() {
    func row(_ dimension: String, _ value: String, spend: Int64, revenue: Int64 = 0) -> SegmentTotals {
      SegmentTotals(dimension, value, CampaignTotals(days: CampaignSamples.days(revenue: [revenue], spend: [spend])))
    }
    let segments = CampaignSegments([
      row("age", "30-34", spend: 5), row("standing", "unknown", spend: 90),
      row("standing", "new", spend: 3, revenue: 1),
      row("standing", "lapsed", spend: 7, revenue: 9), row("tier", "gold", spend: 100, revenue: 1),
    ])
    #expect(segments.dimensions.map(\.name) == ["standing", "tier", "age"])
    #expect(segments.dimensions.first?.rows.map(\.value) == ["lapsed", "new", "unknown"])
    #expect(segments.dimensions.first?.counts.spendMicros == 100_000_000)
    #expect(segments.losing.map(\.row.value) == ["gold", "unknown", "30-34", "new"])
  }

  @Test func cohortsReturnWeekByWeek() throws {
    let first = CampaignSamples.monday
    func count(_ cohort: Int, _ week: Int, _ people: Int64, _ cents: Int64) -> CohortCount {
      CohortCount(
        cohort: first.adding(days: 7 * cohort), week: first.adding(days: 7 * week), people: people, revenueCents: cents)
    }
    let triangle = CohortTriangle(
      [count(0, 0, 10, 500), count(0, 2, 4, 200), count(1, 1, 6, 300), count(1, 2, 3, 90)], currency: .usd,
      anonymousAcceptances: 7, today: first.adding(days: 17))
    #expect(triangle.cohorts.map(\.people) == [10, 6])
    #expect(triangle.cohorts[0].cells.map(\.people) == [10, 0, 4])
    #expect(triangle.cohorts[1].cells.map(\.people) == [6, 3])
    #expect(triangle.cohorts[0].cells.map(\.isRunning) == [false, false, true])
    #expect(triangle.cohorts[1].cells.map(\.isRunning) == [false, true])
    #expect(triangle.cohorts[0].rate(at: 2)?.value == 0.4)
    #expect(triangle.cohorts[0].rate(at: 3) == nil)
    // Age 1 has only the first cohort, age 2 none whose week has ended.
    #expect(triangle.pooled.map(\.base) == [16, 10])
    #expect(triangle.pooled.map(\.people) == [16, 0])
    #expect(triangle.pooled[0].revenuePerPersonCents == 50)
    #expect(triangle.anonymousAcceptances == 7)
  }

  @Test func hoursFallIntoTheirLocalWeekday() {
    // 2026-11-01 was a Sunday; the clock was put back at 06:00 UTC, so 05:30 and 06:30 UTC both show half past one.
    let hours = [1_793_509_200_000, 1_793_512_800_000].map {
      CampaignHour(Timestamp(milliseconds: $0), CampaignCounts(views: 2))
    }
    let week = CampaignHours(hours, zone: newYork)
    #expect(week.cells[6][1].views == 4)
    #expect(week.counts.views == 4)
  }

  @Test func periodsMeanDaysOfACalendar() throws {
    let today = try day("2026-11-21")
    #expect(CampaignPeriod.last(30).span(today: today, first: nil) == DateSpan(try day("2026-10-23"), today))
    #expect(CampaignPeriod.lifetime.span(today: today, first: try day("2026-01-01")).count == 325)
    #expect(CampaignPeriod.lifetime.span(today: today, first: nil).count == 1)
  }
}
