import Testing

@testable import Core

@Suite struct NotificationWindowsTests {
  /// Expected instants from Python's zoneinfo: 09:00 of the day before, of and after each change of the clock.
  static let changes: [(TestZone, [String])] = [
    (.newYork, ["2026-03-07T14:00:00Z", "2026-03-08T13:00:00Z", "2026-03-09T13:00:00Z"]),
    (.newYork, ["2026-10-31T13:00:00Z", "2026-11-01T14:00:00Z", "2026-11-02T14:00:00Z"]),
    (.lordHowe, ["2026-04-03T22:00:00Z", "2026-04-04T22:30:00Z", "2026-04-05T22:30:00Z"]),
    (.lordHowe, ["2026-10-02T22:30:00Z", "2026-10-03T22:00:00Z", "2026-10-04T22:00:00Z"]),
    (.kathmandu, ["2026-11-21T03:15:00Z", "2026-11-22T03:15:00Z", "2026-11-23T03:15:00Z"]),
    // The 30th of December 2011 was left out: the 29th is followed by the 31st.
    (.apia, ["2011-12-28T19:00:00Z", "2011-12-29T19:00:00Z", "2011-12-30T19:00:00Z"]),
  ]

  @Test(arguments: changes.indices)
  func followsTheLocalClockOverItsChanges(index: Int) {
    let (zone, expected) = Self.changes[index]
    let windows = NotificationWindows(in: zone.table)
    var instant = at(expected[0]) - TimeSpan(milliseconds: 1)
    for text in expected {
      let window = windows.next(.daily, after: instant)
      #expect(window.at == at(text))
      instant = window.at
    }
  }

  @Test func aDayThatWasLeftOutHasNoWindow() {
    let windows = NotificationWindows(in: TestZone.apia.table)
    #expect(CivilDate(parsing: "2011-12-30").flatMap { windows.window(.daily, on: $0) } == nil)
    #expect(windows.next(.daily, after: at("2011-12-29T19:00:00Z")).date.description == "2011-12-31")
  }

  @Test func aWeekBeginsOnMonday() {
    let windows = NotificationWindows(in: TestZone.cayman.table)
    // Monday 23 November 2026, 09:00 in Cayman is 14:00 UTC.
    #expect(windows.next(.weekly, after: at("2026-11-17T00:00:00Z")).at == at("2026-11-23T14:00:00Z"))
    #expect(windows.next(.weekly, after: at("2026-11-23T13:59:59Z")).at == at("2026-11-23T14:00:00Z"))
    #expect(windows.next(.weekly, after: at("2026-11-23T14:00:00Z")).at == at("2026-11-30T14:00:00Z"))
    #expect(CivilDate(parsing: "2026-11-24").flatMap { windows.window(.weekly, on: $0) } == nil)
  }
}
