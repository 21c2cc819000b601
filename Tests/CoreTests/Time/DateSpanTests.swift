import Testing

@testable import Core

@Suite struct DateSpanTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(parsing: text)) }

  @Test func thirtyDaysEndWithTheLastAndTheSpanBeforeEndsTheDayBeforeThem() throws {
    let span = DateSpan(days: 30, upTo: try day("2026-03-01"))
    #expect(span.description == "2026-01-31 to 2026-03-01")
    #expect(span.before.description == "2026-01-01 to 2026-01-30")
    #expect(span.count == 30)
    #expect(span.before.days.map(\.description).first == "2026-01-01")
  }

  @Test func daysTheWrongWayRoundAreNoSpan() throws {
    let (early, late) = (try day("2026-03-01"), try day("2026-03-02"))
    #expect(DateSpan(late, early) == nil)
    #expect(DateSpan(early, late)?.count == 2)
    #expect(DateSpan(early, early)?.description == "2026-03-01")
    #expect(DateSpan(days: -5, upTo: early).count == 1)
  }
}
