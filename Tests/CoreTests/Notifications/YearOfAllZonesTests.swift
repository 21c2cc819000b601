import Foundation
import Testing

@testable import Core

/// Every zone the platform knows, through a whole year: its days are counted by walking hour by hour over the
/// platform's offsets, and compared with the windows of the digests.
@Suite struct YearOfAllZonesTests {
  /// In 2011 Samoa left a day out; 2026 is an ordinary year.
  @Test(arguments: [2011, 2026])
  func everyLocalDayHasExactlyOneDigestAndEveryMondayOneOfTheWeek(year: Int) throws {
    let names = TimeZone.knownTimeZoneIdentifiers
    #expect(names.count > 400 && names.contains("Australia/Lord_Howe") && names.contains("Pacific/Apia"))
    for name in names {
      let walk = try HourlyWalk(through: year, in: name)
      let windows = NotificationWindows(in: walk.table)
      for cadence in NotificationWindow.Cadence.allCases {
        var dates: [CivilDate] = []
        var instant = walk.start
        while true {
          let window = windows.next(cadence, after: instant)
          guard window.at < walk.end else { break }
          #expect(walk.localClock(at: window.at) == .init(date: window.date, minute: 540), "\(name) \(window.date)")
          dates.append(window.date)
          instant = window.at
        }
        let days = walk.days.filter { cadence == .daily || $0.weekday == .mon }
        #expect(dates == days, "\(name), \(cadence.rawValue)")
      }
    }
  }

  @Test func samoaHadADayLessThatYear() throws {
    #expect(try HourlyWalk(through: 2011, in: "Pacific/Apia").days.count == 364)
    #expect(try HourlyWalk(through: 2011, in: "Pacific/Auckland").days.count == 365)
  }
}

/// One year of a zone as the platform has it, from local midnight to local midnight.
private struct HourlyWalk {
  struct LocalClock: Hashable {
    let date: CivilDate
    let minute: Int
  }

  let start: Timestamp
  let end: Timestamp
  /// Every date a wall calendar in the zone shows in the year.
  let days: [CivilDate]
  /// The same offsets as a table, with changes narrowed down to the second.
  let table: ZoneTable
  private let zone: TimeZone

  init(through year: Int, in name: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    let first = try #require(CivilDate(year: year, month: 1, day: 1))
    func offset(_ second: Int) -> Int { zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))) }
    func date(_ second: Int) -> CivilDate {
      CivilDate(dayNumber: Int(Int64(second + offset(second)).flooredQuotient(86_400)))
    }
    var days: [CivilDate] = []
    var transitions: [ZoneTable.Transition] = []
    var (begin, finish): (Int?, Int?) = (nil, nil)
    let low = first.dayNumber * 86_400 - 3 * 86_400
    var now = offset(low)
    let initial = now
    for second in stride(from: low, to: low + 372 * 86_400, by: 1800) {
      if offset(second) != now {
        var (before, after) = (second - 1800, second)
        while after - before > 1 {
          let middle = (before + after) / 2
          if offset(middle) == now { before = middle } else { after = middle }
        }
        now = offset(second)
        transitions.append(.init(start: Timestamp(milliseconds: Int64(after) * 1000), offsetSeconds: now))
      }
      let day = date(second)
      guard day.components.year == year else {
        if begin != nil, finish == nil { finish = second }
        continue
      }
      if begin == nil { begin = second }
      if days.last != day { days.append(day) }
    }
    self.zone = zone
    self.days = days
    start = Timestamp(milliseconds: Int64(try #require(begin)) * 1000)
    end = Timestamp(milliseconds: Int64(try #require(finish)) * 1000)
    table = ZoneTable(name: name, initialOffsetSeconds: initial, transitions: transitions)
  }

  /// What the platform's clock shows.
  func localClock(at instant: Timestamp) -> LocalClock {
    let second = Int(instant.milliseconds / 1000)
    let local = second + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
    let day = Int(Int64(local).flooredQuotient(86_400))
    return LocalClock(date: CivilDate(dayNumber: day), minute: (local - day * 86_400) / 60)
  }
}
