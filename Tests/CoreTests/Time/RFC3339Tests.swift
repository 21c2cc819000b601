import Testing

@testable import Core

@Suite struct RFC3339Tests {
  /// Milliseconds from Python's datetime; the leap second from POSIX, which counts it as the next minute.
  @Test(arguments: [
    ("2026-11-21T17:42:00Z", 1_795_282_920_000),
    ("2026-11-21t17:42:00z", 1_795_282_920_000),
    ("2026-11-21 17:42:00Z", 1_795_282_920_000),
    ("2026-11-21T12:42:00-05:00", 1_795_282_920_000),
    ("2026-11-22T03:27:00+09:45", 1_795_282_920_000),
    ("2026-11-21T17:42:00-00:00", 1_795_282_920_000),
    ("2026-11-21T17:42:00.2Z", 1_795_282_920_200),
    ("2026-11-21T17:42:00.25Z", 1_795_282_920_250),
    ("2026-11-21T17:42:00.250Z", 1_795_282_920_250),
    ("2026-11-21T17:42:00.005Z", 1_795_282_920_005),
    ("2026-11-21T17:42:00.2509999999999999999999999Z", 1_795_282_920_250),
    ("1969-12-31T23:59:59.999Z", -1),
    ("1900-01-01T00:00:00Z", -2_208_988_800_000),
    ("1582-10-15T12:00:00Z", -12_219_249_600_000),
    ("0001-01-01T00:00:00Z", -62_135_596_800_000),
    ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
    ("2000-02-29T23:59:59Z", 951_868_799_000),
    ("1990-12-31T23:59:60Z", 662_688_000_000),
    ("1990-12-31T15:59:60-08:00", 662_688_000_000),
  ])
  func readsAnyForm(text: String, milliseconds: Int64) {
    #expect(Timestamp(rfc3339: text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "2026-11-21", "2026-11-21T17:42:00", "2026-11-21T17:42Z", "2026-11-21T17:42:00.Z", "2026-11-21T17:42:00,5Z",
    "2026-11-21T24:00:00Z", "2026-11-21T17:60:00Z", "2026-11-21T17:42:61Z", "2026-13-01T00:00:00Z",
    "2026-00-01T00:00:00Z", "2026-02-29T00:00:00Z", "2100-02-29T00:00:00Z", "2026-04-31T00:00:00Z",
    "2026-01-00T00:00:00Z", "2026-11-21T17:42:00+24:00", "2026-11-21T17:42:00+05:60", "2026-11-21T17:42:00+0500",
    "2026-11-21T17:42:00+05", "2026-11-21T17:42:00Z ", " 2026-11-21T17:42:00Z", "+2026-11-21T17:42:00Z",
    "26-11-21T17:42:00Z", "2026-1-21T17:42:00Z", "2026/11/21T17:42:00Z", "2026-11-21T17:42:00UTC", "now",
    "２０２６-11-21T17:42:00Z", "2026-11-21T17:42:00Z\u{0}",
  ])
  func refusesWhatIsNotRFC3339(text: String) {
    #expect(Timestamp(rfc3339: text) == nil)
  }

  /// RFC 3339 appendix D: leap seconds stand at the end of a UTC day.
  @Test(arguments: ["2026-11-21T17:42:60Z", "1990-12-31T23:59:60-08:00"])
  func refusesALeapSecondInTheMiddleOfADay(text: String) {
    #expect(Timestamp(rfc3339: text) == nil)
  }

  @Test func aLeapSecondIsNeverLaterThanTheMinuteThatFollows() {
    #expect(Timestamp(rfc3339: "1990-12-31T23:59:60.999Z") == Timestamp(rfc3339: "1991-01-01T00:00:00Z"))
  }

  /// A year beyond four digits could be read but never written again.
  @Test(arguments: ["0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01"])
  func refusesAnInstantWhoseYearInUTCHasNoFourDigits(text: String) {
    #expect(Timestamp(rfc3339: text) == nil)
  }

  @Test(
    arguments: [
      (1_795_282_920_000, "2026-11-21T17:42:00Z"),
      (1_795_282_920_250, "2026-11-21T17:42:00.250Z"),
      (1_795_282_920_005, "2026-11-21T17:42:00.005Z"),
      (0, "1970-01-01T00:00:00Z"),
      (-1, "1969-12-31T23:59:59.999Z"),
      (-62_135_596_800_000, "0001-01-01T00:00:00Z"),
      (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ] as [(Int64, String)])
  func writesUTCWithMillisecondsOnlyWhenNotZero(milliseconds: Int64, text: String) {
    #expect(Timestamp(milliseconds: milliseconds).rfc3339 == text)
  }

  @Test func whatIsWrittenReadsBack() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<5000 {
      let instant = Timestamp(milliseconds: .random(in: -62_135_596_800_000...253_402_300_799_999, using: &random))
      #expect(Timestamp(rfc3339: instant.rfc3339) == instant)
    }
  }
}

@Suite struct WallTimeTests {
  @Test(arguments: [
    ("2017-09-05T07:43:00", 17_414, 27_780_000),
    ("2017-09-05 07:43", 17_414, 27_780_000),
    ("2017-09-05T07:43:59.5", 17_414, 27_839_500),
    ("1969-12-31T23:59:59", -1, 86_399_000),
  ])
  func readsDateAndClock(text: String, day: Int, milliseconds: Int) throws {
    let wall = try #require(WallTime(parsing: text))
    #expect(wall.date.dayNumber == day)
    #expect(wall.millisecondOfDay == milliseconds)
  }

  @Test(arguments: [
    "2017-09-05", "2017-09-05T24:00", "2017-09-05T07:43:60", "2017-09-05T07:43:00Z", "2017-02-29T07:43",
  ])
  func refusesOtherTexts(text: String) {
    #expect(WallTime(parsing: text) == nil)
  }
}
