import Testing

@testable import Core

/// Expected values from Python's zoneinfo, around each change of the clocks.
@Suite struct ZoneTableTests {
  static let walls: [(TestZone, String, String, Weekday, Int)] = [
    (.newYork, "2026-03-07T19:00:00Z", "2026-03-07T14:00:00", .sat, -18000),
    (.newYork, "2026-03-08T06:59:59.999Z", "2026-03-08T01:59:59.999", .sun, -18000),
    (.newYork, "2026-03-08T07:00:00Z", "2026-03-08T03:00:00", .sun, -14400),
    (.newYork, "2026-03-08T07:45:00Z", "2026-03-08T03:45:00", .sun, -14400),
    (.newYork, "2026-03-09T13:00:00Z", "2026-03-09T09:00:00", .mon, -14400),
    (.newYork, "2026-10-31T18:00:00Z", "2026-10-31T14:00:00", .sat, -14400),
    (.newYork, "2026-11-01T05:59:59.999Z", "2026-11-01T01:59:59.999", .sun, -14400),
    (.newYork, "2026-11-01T06:00:00Z", "2026-11-01T01:00:00", .sun, -18000),
    (.newYork, "2026-11-01T06:45:00Z", "2026-11-01T01:45:00", .sun, -18000),
    (.newYork, "2026-11-02T12:00:00Z", "2026-11-02T07:00:00", .mon, -18000),
    (.london, "2026-03-28T13:00:00Z", "2026-03-28T13:00:00", .sat, 0),
    (.london, "2026-03-29T00:59:59.999Z", "2026-03-29T00:59:59.999", .sun, 0),
    (.london, "2026-03-29T01:00:00Z", "2026-03-29T02:00:00", .sun, 3600),
    (.london, "2026-03-29T01:45:00Z", "2026-03-29T02:45:00", .sun, 3600),
    (.london, "2026-03-30T07:00:00Z", "2026-03-30T08:00:00", .mon, 3600),
    (.london, "2026-10-24T13:00:00Z", "2026-10-24T14:00:00", .sat, 3600),
    (.london, "2026-10-25T00:59:59.999Z", "2026-10-25T01:59:59.999", .sun, 3600),
    (.london, "2026-10-25T01:00:00Z", "2026-10-25T01:00:00", .sun, 0),
    (.london, "2026-10-25T01:45:00Z", "2026-10-25T01:45:00", .sun, 0),
    (.london, "2026-10-26T07:00:00Z", "2026-10-26T07:00:00", .mon, 0),
    (.lordHowe, "2026-04-04T03:00:00Z", "2026-04-04T14:00:00", .sat, 39600),
    (.lordHowe, "2026-04-04T14:59:59.999Z", "2026-04-05T01:59:59.999", .sun, 39600),
    (.lordHowe, "2026-04-04T15:00:00Z", "2026-04-05T01:30:00", .sun, 37800),
    (.lordHowe, "2026-04-04T15:45:00Z", "2026-04-05T02:15:00", .sun, 37800),
    (.lordHowe, "2026-04-05T21:00:00Z", "2026-04-06T07:30:00", .mon, 37800),
    (.lordHowe, "2026-10-03T03:30:00Z", "2026-10-03T14:00:00", .sat, 37800),
    (.lordHowe, "2026-10-03T15:29:59.999Z", "2026-10-04T01:59:59.999", .sun, 37800),
    (.lordHowe, "2026-10-03T15:30:00Z", "2026-10-04T02:30:00", .sun, 39600),
    (.lordHowe, "2026-10-03T16:15:00Z", "2026-10-04T03:15:00", .sun, 39600),
    (.lordHowe, "2026-10-04T21:30:00Z", "2026-10-05T08:30:00", .mon, 39600),
    (.apia, "2011-12-29T22:00:00Z", "2011-12-29T12:00:00", .thu, -36000),
    (.apia, "2011-12-30T09:59:59.999Z", "2011-12-29T23:59:59.999", .thu, -36000),
    (.apia, "2011-12-30T10:00:00Z", "2011-12-31T00:00:00", .sat, 50400),
    (.apia, "2011-12-30T10:45:00Z", "2011-12-31T00:45:00", .sat, 50400),
    (.apia, "2011-12-31T16:00:00Z", "2012-01-01T06:00:00", .sun, 50400),
  ]

  @Test(arguments: walls)
  func showsTheWallClock(zone: TestZone, instant: String, wall: String, weekday: Weekday, offset: Int) throws {
    let local = zone.table.localTime(at: at(instant))
    let expected = try #require(WallTime(parsing: wall))
    #expect(local.date == expected.date)
    #expect(local.millisecondOfDay == expected.millisecondOfDay)
    #expect(local.weekday == weekday)
    #expect(local.offsetSeconds == offset)
  }

  /// The earlier instant where a wall time comes twice; the same span after the jump where it is skipped (fold = 0).
  static let instants: [(TestZone, String, String)] = [
    (.newYork, "2026-03-08T01:59:59", "2026-03-08T06:59:59Z"),
    (.newYork, "2026-03-08T02:00:00", "2026-03-08T07:00:00Z"),
    (.newYork, "2026-03-08T02:30:00", "2026-03-08T07:30:00Z"),
    (.newYork, "2026-03-08T03:00:00", "2026-03-08T07:00:00Z"),
    (.newYork, "2026-11-01T00:59:59", "2026-11-01T04:59:59Z"),
    (.newYork, "2026-11-01T01:00:00", "2026-11-01T05:00:00Z"),
    (.newYork, "2026-11-01T01:59:59", "2026-11-01T05:59:59Z"),
    (.newYork, "2026-11-01T02:00:00", "2026-11-01T07:00:00Z"),
    (.newYork, "2026-07-04T12:00:00", "2026-07-04T16:00:00Z"),
    (.newYork, "2026-03-09T02:30:00", "2026-03-09T06:30:00Z"),
    (.newYork, "2026-10-31T01:30:00", "2026-10-31T05:30:00Z"),
    (.london, "2026-03-29T00:59:59", "2026-03-29T00:59:59Z"),
    (.london, "2026-03-29T01:30:00", "2026-03-29T01:30:00Z"),
    (.london, "2026-03-29T02:00:00", "2026-03-29T01:00:00Z"),
    (.london, "2026-10-25T00:59:59", "2026-10-24T23:59:59Z"),
    (.london, "2026-10-25T01:30:00", "2026-10-25T00:30:00Z"),
    (.london, "2026-10-25T02:00:00", "2026-10-25T02:00:00Z"),
    (.lordHowe, "2026-04-05T01:29:59", "2026-04-04T14:29:59Z"),
    (.lordHowe, "2026-04-05T01:30:00", "2026-04-04T14:30:00Z"),
    (.lordHowe, "2026-04-05T01:45:00", "2026-04-04T14:45:00Z"),
    (.lordHowe, "2026-04-05T02:00:00", "2026-04-04T15:30:00Z"),
    (.lordHowe, "2026-10-04T01:59:59", "2026-10-03T15:29:59Z"),
    (.lordHowe, "2026-10-04T02:00:00", "2026-10-03T15:30:00Z"),
    (.lordHowe, "2026-10-04T02:15:00", "2026-10-03T15:45:00Z"),
    (.lordHowe, "2026-10-04T02:30:00", "2026-10-03T15:30:00Z"),
    (.apia, "2011-12-29T23:59:59", "2011-12-30T09:59:59Z"),
    (.apia, "2011-12-30T00:00:00", "2011-12-30T10:00:00Z"),
    (.apia, "2011-12-30T12:00:00", "2011-12-30T22:00:00Z"),
    (.apia, "2011-12-31T00:00:00", "2011-12-30T10:00:00Z"),
    (.apia, "2011-12-31T13:00:00", "2011-12-30T23:00:00Z"),
  ]

  @Test(arguments: instants)
  func findsTheInstantOfAWallTime(zone: TestZone, wall: String, instant: String) throws {
    let time = try #require(WallTime(parsing: wall))
    #expect(zone.table.instant(on: time.date, millisecondOfDay: time.millisecondOfDay).rfc3339 == instant)
  }

  @Test(arguments: TestZone.allCases)
  func everyInstantComesBackFromItsWallTime(zone: TestZone) {
    var random = SeededGenerator(seed: 2)
    let table = zone.table
    for _ in 0..<2000 {
      // 2011 to 2027, and often within two hours of a change.
      var instant = Timestamp(milliseconds: .random(in: 1_320_000_000_000...1_830_000_000_000, using: &random))
      if let change = table.transitions.randomElement(using: &random), Bool.random(using: &random) {
        instant = change.start + TimeSpan(milliseconds: .random(in: -7_200_000...7_200_000, using: &random))
      }
      let local = table.localTime(at: instant)
      let back = table.instant(on: local.date, millisecondOfDay: local.millisecondOfDay)
      // In the repeated hour the earlier instant is the answer; it must show the same wall time.
      #expect(back <= instant)
      let again = table.localTime(at: back)
      #expect(again.date == local.date)
      #expect(again.millisecondOfDay == local.millisecondOfDay)
    }
  }

  @Test func zonesWithoutChangesKeepTheirOffset() {
    #expect(TestZone.cayman.table.localTime(at: at("2026-07-04T03:00:00Z")).clockWithSeconds == "22:00:00")
    #expect(TestZone.kathmandu.table.localTime(at: at("2026-07-04T18:15:30Z")).clockWithSeconds == "00:00:30")
    #expect(TestZone.kathmandu.table.localTime(at: at("2026-07-04T18:15:30Z")).date.description == "2026-07-05")
    #expect(ZoneTable.utc.localTime(at: at("1969-12-31T23:59:59.999Z")).millisecondOfDay == 86_399_999)
  }
}
