import Testing

@testable import Core

@Suite struct CivilDateTests {
  /// Day numbers and weekdays from Python's `date.toordinal() - 719163` and `date.weekday()`.
  static let published: [(Int, Int, Int, Int, Weekday)] = [
    (1, 1, 1, -719162, .mon), (25, 3, 9, -710329, .sun), (257, 5, 4, -625537, .mon), (326, 7, 14, -600265, .wed),
    (352, 4, 14, -590859, .mon), (725, 9, 12, -454473, .sat), (1078, 11, 6, -325487, .wed),
    (1174, 12, 9, -290391, .mon), (1355, 2, 18, -224576, .tue), (1543, 12, 28, -155598, .tue), (1970, 1, 1, 0, .thu),
    (2412, 1, 16, 161452, .mon), (2628, 1, 8, 240336, .tue), (2930, 2, 12, 350675, .sun), (3059, 6, 10, 397909, .fri),
    (3646, 3, 29, 612234, .thu), (4360, 5, 10, 873059, .tue), (4970, 9, 24, 1_095_994, .mon),
    (5424, 2, 1, 1_261_578, .sun), (6537, 7, 9, 1_668_252, .tue), (7991, 9, 5, 2_199_372, .thu),
    (8754, 9, 25, 2_478_072, .sat), (9732, 8, 8, 2_835_232, .fri), (9999, 12, 31, 2_932_896, .fri),
  ]

  @Test(arguments: published)
  func agreesWithAPublishedCalendar(year: Int, month: Int, day: Int, number: Int, weekday: Weekday) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(CivilDate(dayNumber: number).components == (year, month, day))
  }

  /// Walks 1200 years a day at a time with nothing but the lengths of months.
  @Test func everyDayFollowsTheOneBefore() throws {
    var (year, month, day) = (1500, 1, 1)
    // Python: date(1500, 1, 1).toordinal() - 719163; a Monday.
    var number = -171_664
    var weekday = 0
    while year < 2700 {
      let date = try #require(CivilDate(year: year, month: month, day: day))
      guard date.dayNumber == number, date.components == (year, month, day), date.weekday.index == weekday else {
        Issue.record("\(year)-\(month)-\(day) is day \(date.dayNumber), \(date.components), \(date.weekday)")
        return
      }
      let leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      (number, weekday, day) = (number + 1, (weekday + 1) % 7, day + 1)
      if day > lengths[month - 1] { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }
  }

  @Test(arguments: [
    (2026, 2, 29), (1900, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0),
    (2026, 1, 32),
    (10_000, 1, 1), (-10_000, 1, 1), (Int.max, 2, 29), (Int.min, 2, 29),
  ])
  func refusesDaysThatDoNotExist(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  /// 0000-03-01 is day -719468 (Hinnant 2013), so the year before the first has a 29th of February.
  @Test func reachesBehindTheYearOne() {
    #expect(CivilDate(year: 0, month: 3, day: 1)?.dayNumber == -719_468)
    #expect(CivilDate(year: 0, month: 2, day: 29)?.dayNumber == -719_469)
    #expect(CivilDate(dayNumber: -719_469).components == (0, 2, 29))
  }

  @Test func isWrittenAsISO8601() {
    #expect(CivilDate(year: 2026, month: 3, day: 8)?.description == "2026-03-08")
    #expect(CivilDate(year: 33, month: 12, day: 25)?.description == "0033-12-25")
  }
}
