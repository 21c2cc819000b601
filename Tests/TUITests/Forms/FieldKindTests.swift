import Core
import Testing

@testable import TUI

/// Moments, positions and shares as they are typed.
@Suite struct FieldKindTests {
  /// Berlin in 2026: summer time from 29 March 01:00 UTC to 25 October 01:00 UTC (EU directive 2000/84).
  private static let berlin = ZoneTable(
    name: "Europe/Berlin", initialOffsetSeconds: 3600,
    transitions: [
      .init(start: Timestamp(milliseconds: 1_774_746_000_000), offsetSeconds: 7200),
      .init(start: Timestamp(milliseconds: 1_792_890_000_000), offsetSeconds: 3600),
    ])

  @Test(arguments: [
    ("2026-06-21 12:00", "2026-06-21T10:00:00Z"), ("2026-12-24T17:30", "2026-12-24T16:30:00Z"),
    // The clock shows 02:30 twice on 25 October, the first time in summer time.
    ("2026-10-25 02:30", "2026-10-25T00:30:00Z"),
    // It never shows 02:30 on 29 March.
    ("2026-03-29 02:30", "2026-03-29T01:30:00Z"),
  ])
  func aMomentIsOnTheClockOfItsZone(text: String, utc: String) throws {
    let instant = try #require(Timestamp(rfc3339: utc))
    #expect(InstantText.instant(text, in: Self.berlin) == instant)
  }

  @Test func aMomentIsWrittenAsItWouldBeTyped() throws {
    let noon = try #require(Timestamp(rfc3339: "2026-06-21T10:00:00Z"))
    #expect(InstantText.text(noon, in: Self.berlin) == "2026-06-21 12:00")
    #expect(InstantText.text(noon + .seconds(7), in: Self.berlin) == "2026-06-21 12:00:07")
    #expect(InstantText.note("2026-06-21 12:00", in: Self.berlin) == "Sun")
    #expect(
      InstantText.note("2026-03-29 02:30", in: Self.berlin) == "means 03:30: that night the clock goes forward")
  }

  @Test func anEmptyMomentIsOpenEndedAndAWrongOneSaysHow() {
    #expect(Field.instant("until", "Until", nil, in: Self.berlin).value.objection == nil)
    #expect(Field.instant("until", "Until", nil, in: Self.berlin, isOptional: false).value.objection != nil)
    var field = Field.instant("until", "Until", nil, in: Self.berlin)
    for wrong in ["tomorrow", "2026-02-30 10:00", "2026-02-03 25:00", "2026-02-03"] {
      field.value.entry = TextEntry(wrong)
      #expect(field.value.objection == "must be a day and a time such as 2026-12-24 17:30", "\(wrong)")
    }
  }

  @Test(arguments: ["19.2951, -81.3826", "19.2951 -81.3826", " 19.2951,-81.3826 ", "19.2951; -81.3826"])
  func aPositionIsReadHoweverItIsParted(text: String) throws {
    let position = try PositionText.position(text)
    #expect(position == Coordinate(latitude: 19.2951, longitude: -81.3826))
    #expect(PositionText.text(position) == "19.2951, -81.3826")
  }

  @Test func aPositionOffTheGlobeSaysWhichPartIsWrong() {
    #expect(PositionText.objection(to: "91, 0") == "has a latitude that is not between -90 and 90 degrees")
    #expect(PositionText.objection(to: "19, 181") == "has a longitude that is not between -180 and 180 degrees")
    #expect(PositionText.objection(to: "nan, 0") == "has a latitude that is not between -90 and 90 degrees")
    #expect(PositionText.objection(to: "Main Street")?.hasPrefix("must be latitude and longitude") == true)
  }

  @Test(arguments: [
    (-81.0, "-81.0"), (0.000_001, "0.000001"), (-0.5, "-0.5"), (19.295_12, "19.29512"), (-0.000_000_4, "0.0"),
  ])
  func degreesAreWrittenWithNoMoreDigitsThanTheyNeed(degrees: Double, text: String) throws {
    let position = try #require(Coordinate(latitude: degrees, longitude: 0))
    #expect(PositionText.text(position) == "\(text), 0.0")
  }

  @Test(arguments: [
    ("12.5", nil), ("12.55", nil), ("12.555", "takes at most 2 digits behind the point"),
    ("101", "must be between 0 and 100"), ("", "is empty; give a number"),
  ])
  func aShareHasAtMostTwoDigitsBehindThePoint(text: String, objection: String?) {
    var field = Field.percent("commission", "Commission", 10)
    field.value.entry = TextEntry(text)
    #expect(field.value.objection == objection)
  }
}
