import Testing

@testable import Core

@Suite struct ClockTimeTests {
  @Test(arguments: [("00:00", 0), ("7:05", 425), ("07:05", 425), ("17:30", 1050), ("23:59", 1439), ("24:00", 1440)])
  func readsHoursAndMinutes(text: String, minute: Int) {
    #expect(ClockTime(parsing: text)?.minuteOfDay == minute)
  }

  @Test(arguments: [
    "", "7", "7:5", "007:05", "24:01", "25:00", "12:60", "-1:00", "+1:00", "12:00:00", "12.00", " 12:00", "12:0a",
    "١٢:٠٠",
    "1\u{301}2:00",
  ])
  func refusesOtherTexts(text: String) {
    #expect(ClockTime(parsing: text) == nil)
  }

  @Test func isWrittenWithTwoDigits() {
    #expect(ClockTime(minuteOfDay: 425)?.description == "07:05")
    #expect(ClockTime.endOfDay.description == "24:00")
    #expect(ClockTime(minuteOfDay: 1441) == nil)
    #expect(ClockTime(minuteOfDay: -1) == nil)
  }
}

@Suite struct TimeSpanTests {
  @Test func countsInMilliseconds() {
    #expect(TimeSpan.days(1) == .hours(24))
    #expect(TimeSpan.hours(1) == .minutes(60))
    #expect(TimeSpan.minutes(1) == .seconds(60))
    #expect(TimeSpan.seconds(1).milliseconds == 1000)
    #expect(TimeSpan.seconds(90).minutes == 1.5)
    #expect(TimeSpan.hours(36).days == 1.5)
    #expect(at("2026-11-21T17:42:00Z") - at("2026-11-21T18:42:00Z") == .hours(-1))
    #expect(at("2026-11-21T17:42:00Z") - .days(1) + .minutes(3) == at("2026-11-20T17:45:00Z"))
  }
}
