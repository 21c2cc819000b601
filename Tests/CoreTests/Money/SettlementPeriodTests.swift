import Testing

@testable import Core

@Suite struct SettlementPeriodTests {
  private func period(_ text: String) throws -> SettlementPeriod {
    try #require(SettlementPeriod(parsing: text))
  }

  @Test(arguments: ["", "2026", "2026-1", "2026-13", "2026-00", "26-10", "2026/10", "2026-10-01", "٢٠٢٦-10", "-026-10"])
  func onlyAMonthIsAPeriod(text: String) {
    #expect(SettlementPeriod(parsing: text) == nil)
  }

  @Test func monthsFollowEachOtherOverTheYear() throws {
    #expect(try period("2026-09").next == period("2026-10"))
    #expect(try period("2026-12").next == period("2027-01"))
    #expect(try period("2026-10").number == 202_610)
    #expect(SettlementPeriod(number: 202_610)?.description == "2026-10")
    #expect(SettlementPeriod(number: 202_613) == nil)
  }

  /// Midnight of 1 November: 05:00 UTC in the Caymans (UTC-5), 04:00 UTC in New York, where summer time ends two hours
  /// later, and 18:15 UTC of the day before in Kathmandu (UTC+5:45).
  @Test(arguments: [
    (TestZone.cayman, "2026-11-01T05:00:00Z"), (TestZone.newYork, "2026-11-01T04:00:00Z"),
    (TestZone.kathmandu, "2026-10-31T18:15:00Z"),
  ])
  func endsAtMidnightOnThePartnersOwnClock(zone: TestZone, midnight: String) throws {
    let zone = zone.table
    let end = try #require(Timestamp(rfc3339: midnight))
    #expect(try period("2026-10").end(in: zone) == end)
    #expect(SettlementPeriod(of: end - TimeSpan(milliseconds: 1), in: zone).description == "2026-10")
    #expect(SettlementPeriod(of: end, in: zone).description == "2026-11")
  }
}
