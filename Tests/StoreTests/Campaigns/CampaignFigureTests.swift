import Core
import Testing

@testable import Store

/// What is read of campaigns: ranges, parts that sum to the whole, and currencies that stay apart.
@Suite struct CampaignFigureTests {
  private let town: TestTown
  private let store: Store

  /// Friday 21 August 2026 in George Town.
  private static let today = CivilDate(dayNumber: 20_686)

  init() throws {
    town = try TestTown()
    store = town.store
  }

  private func campaign(_ name: String, _ currency: Currency = .usd) throws -> Campaign.ID {
    try store.createCampaign(CampaignDraft(name: name, currency: currency), by: TestTown.ana, now: TestTown.noon).id
  }

  /// Counts figures of a day, so many days before today.
  private func count(
    _ id: Campaign.ID, _ key: String, daysAgo: Int, impressions: Int64 = 0, redemptions: Int64 = 0,
    spend: Int64 = 0, revenue: Int64 = 0, segments: [ImportedCampaignRow.Segment] = []
  ) throws {
    _ = try store.importCampaignRow(
      ImportedCampaignRow(
        source: "test", externalID: key, day: Self.today.dayNumber - daysAgo, segments: segments,
        impressions: impressions, redemptions: redemptions, spendMicros: spend, revenueCents: revenue),
      into: id, now: TestTown.noon)
  }

  private func last(_ days: Int) -> DateSpan { DateSpan(days: days, upTo: Self.today) }

  @Test func aRangeIsWhatItsDaysCountAndTheRangeBeforeIsWhatCameBeforeIt() throws {
    let id = try campaign("spring")
    for (ago, impressions) in [(0, 1), (6, 10), (7, 100), (13, 1000), (14, 10_000)] as [(Int, Int64)] {
      try count(id, "\(ago)", daysAgo: ago, impressions: impressions)
    }
    #expect(try store.campaignTotals(of: id, last(7)).counts.impressions == 11)
    #expect(try store.campaignTotals(last(7))[id]?.counts.impressions == 11)
    let member = try #require(try store.campaignMembers(last(7)).first)
    #expect(member.totals.counts.impressions == 11)
    #expect(member.before.impressions == 1100)
    #expect(try store.campaignDays(id, last(8)).map(\.counts.impressions) == [100, 10, 1])
    #expect(try store.campaignTotals(of: id, last(7).before.before).counts.impressions == 10_000)
  }

  @Test func momentsOfARangeAreThoseOfItsDays() throws {
    let id = try campaign("spring")
    try count(id, "a", daysAgo: 9, redemptions: 9, spend: 9, revenue: 9)
    try count(id, "b", daysAgo: 2, redemptions: 2, spend: 3_000_000, revenue: 500)
    try count(id, "c", daysAgo: 1, redemptions: 1, spend: 1_000_000, revenue: 200)
    let moments = try store.campaignTotals(of: id, last(7)).moments
    #expect(moments.days == 2)
    // 500^2 + 200^2; 3e6 x 500 + 1e6 x 200; 3e6 x 2 + 1e6 x 1.
    #expect(moments.revenueSquares == 290_000)
    #expect(moments.revenueSpend == 1_700_000_000)
    #expect(moments.spendRedemptions == 7_000_000)
  }

  @Test func aDayThatCameLateIsInEveryRangeThatHoldsIt() throws {
    let id = try campaign("spring")
    try count(id, "today", daysAgo: 0, impressions: 1)
    try count(id, "late", daysAgo: 5, impressions: 10)
    #expect(try store.campaignTotals(of: id, last(5)).counts.impressions == 1)
    #expect(try store.campaignTotals(of: id, last(6)).counts.impressions == 11)
    #expect(try store.campaignTotals(of: id, last(6)).moments.days == 2)
    // The same name again is another row of the same figures: it replaces them, on another day too.
    try count(id, "late", daysAgo: 4, impressions: 20)
    #expect(try store.campaignTotals(of: id, last(5)).counts.impressions == 21)
    #expect(try store.campaignDays(id, last(30)).filter { !$0.counts.isZero }.map(\.counts.impressions) == [20, 1])
  }

  @Test func everyDimensionSumsToTheTotalAndWhatItDoesNotTellApartIsUnknown() throws {
    let id = try campaign("spring")
    try count(id, "a", daysAgo: 1, impressions: 5, spend: 2, segments: [.init("age", "30-34"), .init("gender", "M")])
    try count(id, "b", daysAgo: 1, impressions: 7, spend: 9, segments: [.init("age", "35-39")])
    try count(id, "c", daysAgo: 2, impressions: 11)
    let segments = try store.campaignSegments(id, last(7))
    #expect(segments.dimensions.map(\.name) == ["age", "gender"])
    for dimension in segments.dimensions { #expect(dimension.counts.impressions == 23) }
    let age = try #require(segments.dimensions.first { $0.name == "age" })
    #expect(age.rows.map(\.value) == ["35-39", "30-34", "unknown"])
    #expect(age.rows.map(\.totals.counts.impressions) == [7, 5, 11])
    let gender = try #require(segments.dimensions.first { $0.name == "gender" })
    #expect(gender.rows.map(\.totals.counts.impressions) == [5, 18])
    #expect(gender.rows.map(\.totals.moments.days) == [1, 2])
  }

  @Test func currenciesStandApartAndAreNeverAdded() throws {
    let euro = try #require(Currency("EUR"))
    let (here, there) = (try campaign("here"), try campaign("there", euro))
    try count(here, "a", daysAgo: 1, spend: 1_000_000, revenue: 300)
    try count(there, "a", daysAgo: 1, spend: 2_000_000, revenue: 100)
    let groups = try store.campaignPortfolio(last(30)).groups
    #expect(Set(groups.map(\.currency)) == [.usd, euro])
    #expect(groups.first { $0.currency == euro }?.totals.counts.revenueCents == 100)
    #expect(groups.first { $0.currency == .usd }?.totals.counts.revenueCents == 300)
    #expect(groups.allSatisfy { $0.days.count == 30 })
  }

  @Test func theBoardHasEveryCampaignAlsoOneWithoutADayYet() throws {
    let (busy, idle) = (try campaign("busy"), try campaign("idle"))
    try count(busy, "a", daysAgo: 1, impressions: 100, redemptions: 5, spend: 1_000_000, revenue: 300)
    try count(busy, "b", daysAgo: 40, spend: 5_000_000)
    let board = try store.campaignsBoard(now: TestTown.noon)
    #expect(board.rows.map(\.campaign.id) == [busy, idle])
    let row = try #require(board.rows.first)
    #expect(row.sparkline.count == 30)
    #expect(row.sparkline[28] == 300)
    #expect(row.spentMicros == 6_000_000)
    #expect(row.totals.counts.spendMicros == 1_000_000)
    #expect(board.rows[1].totals == .zero)
    let whole = try store.campaignsBoard(CampaignsRequest(period: .lifetime), now: TestTown.noon)
    #expect(whole.span.count == 41)
    let sheet = try store.campaignSheet(idle, now: TestTown.noon)
    #expect(sheet.totals == .zero)
    #expect(sheet.segments.dimensions.isEmpty)
    #expect(sheet.events.map(\.what) == ["created"])
  }

  @Test func aSheetSaysWhatIsOddAboutImportedRows() throws {
    let id = try campaign("spring")
    try count(id, "a", daysAgo: 1, impressions: 1, revenue: 5)
    try count(id, "b", daysAgo: 1, impressions: 1, revenue: 5)
    #expect(
      try store.campaignSheet(id, now: TestTown.noon).oddities
        == ["2 imported rows: revenue without spend; there is no return on nothing"])
    try count(id, "b", daysAgo: 1, impressions: 1, spend: 1, revenue: 5)
    #expect(
      try store.campaignSheet(id, now: TestTown.noon).oddities
        == ["1 imported row: revenue without spend; there is no return on nothing"])
    #expect(try town.failedChecks() == [])
  }
}
