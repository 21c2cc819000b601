import Testing

@testable import Core

@Suite struct QuietTimesTests {
  private func quiet(_ texts: [String], _ zone: TestZone = .cayman) throws -> QuietTimes {
    QuietTimes(try texts.map { try QuietHours(parsing: $0, field: "") }, in: zone.table)
  }

  @Test func endsWhereItIsWrittenAlsoOverMidnight() throws {
    let night = try quiet(["22:00-08:00"])
    // 22:00 in Cayman is 03:00 UTC of the next day.
    #expect(night.end(from: at("2026-11-22T03:00:00Z")) == at("2026-11-22T13:00:00Z"))
    #expect(night.end(from: at("2026-11-22T12:59:59Z")) == at("2026-11-22T13:00:00Z"))
    // The start belongs to it, the end does not.
    #expect(night.end(from: at("2026-11-22T13:00:00Z")) == at("2026-11-22T13:00:00Z"))
    #expect(night.end(from: at("2026-11-22T02:59:59Z")) == at("2026-11-22T02:59:59Z"))
  }

  @Test func stretchesThatMeetAreOne() throws {
    let chain = try quiet(["22:00-07:00", "06:30-09:00", "09:00-10:15"])
    #expect(chain.end(from: at("2026-11-22T04:00:00Z")) == at("2026-11-22T15:15:00Z"))
  }

  @Test func aStretchOfSomeDaysEndsWithThem() throws {
    // Saturday and Sunday from midnight to midnight: from Saturday noon to Monday 00:00, 05:00 UTC.
    let weekend = try quiet(["sat,sun 00:00-24:00"])
    #expect(weekend.end(from: at("2026-11-21T17:00:00Z")) == at("2026-11-23T05:00:00Z"))
    #expect(weekend.end(from: at("2026-11-20T17:00:00Z")) == at("2026-11-20T17:00:00Z"))
  }

  @Test func aStretchThatEndsWhereItStartsIsNone() throws {
    let none = try quiet(["09:00-09:00"])
    for hour in 0..<24 { #expect(none.stretches(at: at("2026-11-21T00:00:00Z") + .hours(Int64(hour))).isEmpty) }
  }

  @Test func aWeekWithoutAPauseHasNoEnd() throws {
    #expect(try quiet(["00:00-24:00"]).end(from: at("2026-11-21T17:00:00Z")) == nil)
  }

  /// On 8 March 2026 the clocks of New York go from 02:00 to 03:00, at 07:00 UTC; on 1 November from 02:00 to 01:00.
  @Test func anEndThatTheClockJumpsOverIsTheJump() throws {
    let night = try quiet(["22:00-02:30"], .newYork)
    #expect(night.end(from: at("2026-03-08T05:00:00Z")) == at("2026-03-08T07:00:00Z"))
  }

  @Test func anHourThatComesTwiceIsQuietTwice() throws {
    let night = try quiet(["01:00-01:30"], .newYork)
    #expect(night.end(from: at("2026-11-01T05:10:00Z")) == at("2026-11-01T05:30:00Z"))
    #expect(night.end(from: at("2026-11-01T06:10:00Z")) == at("2026-11-01T06:30:00Z"))
  }

  /// Lord Howe Island goes back by half an hour, at 15:00 UTC of 4 April 2026: 02:00 becomes 01:30.
  @Test func halfAnHourBackMakesTheNightLonger() throws {
    let night = try quiet(["22:00-07:00"], .lordHowe)
    #expect(night.end(from: at("2026-04-04T12:00:00Z")) == at("2026-04-04T20:30:00Z"))
    #expect(night.end(from: at("2026-04-03T12:00:00Z")) == at("2026-04-03T20:00:00Z"))
  }
}
