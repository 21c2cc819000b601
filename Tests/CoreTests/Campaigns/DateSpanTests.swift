import Testing

@testable import Core

@Suite struct DateSpanTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(parsing: text)) }

  @Test func thirtyDaysEndWithTheLastAndTheSpanBeforeEndsTheDayBeforeThem() throws {
    let span = DateSpan(days: 30, through: try day("2026-03-01"))
    #expect(span.description == "2026-01-31 to 2026-03-01")
    #expect(span.before.description == "2026-01-01 to 2026-01-30")
    #expect(span.days == 30)
    #expect(span.before.days == 30)
  }

  @Test func daysTheWrongWayRoundAreRefused() throws {
    let (early, late) = (try day("2026-03-01"), try day("2026-03-02"))
    #expect(throws: InvalidInput.self) { try DateSpan(from: late, through: early) }
    #expect(try DateSpan(from: early, through: late).days == 2)
    #expect(try DateSpan(from: early, through: early).description == "2026-03-01")
  }

  @Test func noSpanIsLongerThanTenYearsOrShorterThanADay() throws {
    let last = try day("2026-03-01")
    #expect(DateSpan(days: .max, through: last).days == 3660)
    #expect(DateSpan(days: -5, through: last).days == 1)
  }
}
