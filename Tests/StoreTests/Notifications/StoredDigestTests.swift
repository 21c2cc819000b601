import Core
import Dispatch
import Testing

@testable import Store

@Suite struct StoredDigestTests {
  private let noon = TestTown.noon
  /// 09:00 of Saturday 22 August 2026 in George Town.
  private let nine = instant("2026-08-22T14:00:00Z")

  private func daily(zone: String = "America/Cayman") throws -> AlertTown {
    try AlertTown(zone: zone) { $0.alertFrequency = .daily }
  }

  @Test func aDayOfDealsIsOneItemOfTheInboxAndItsAlertsAreRead() throws {
    let town = try daily()
    let rule = try town.rule()
    let alerts = try (1...7).map { try town.raise(rule, try town.listing(score: Double($0) / 10), now: noon) }
    #expect(try town.stored(alerts[0]).state == .digest)
    #expect(try town.store.nextDue() == nine)
    let preview = try #require(try town.store.digestPreview(of: town.person.id, now: noon))
    #expect(preview.deals.map(\.title) == ["Thing 7", "Thing 6", "Thing 5", "Thing 4", "Thing 3"])
    #expect(try town.store.decideDue(now: nine).digests == 1)
    let told = try town.stored(alerts[0])
    #expect(told.state == .sent && told.isRead)
    let digest = try town.store.digest(try #require(told.digest))
    #expect(digest.subject == "Your day: 7 deals")
    #expect(digest.text == preview.text && digest.html == preview.html)
    #expect(digest.window.at == nine && digest.window.date.description == "2026-08-22")
    #expect(try town.count(.digest, .sent) == 1)
    // Nothing is told a second time, by the same window or by the next.
    #expect(try town.store.decideDue(now: nine + .hours(1)).digests == 0)
    #expect(try town.store.decideDue(now: nine + .days(1)).digests == 0)
  }

  @Test func fromDailyToAtOnceNothingIsToldTwice() throws {
    let town = try daily()
    let rule = try town.rule()
    let alert = try town.raise(rule, now: noon)
    try town.store.setPreferences(Preferences(), of: town.person.id, by: TestTown.ana, now: noon + .hours(1))
    #expect(try town.stored(alert).state == .digest)
    #expect(try town.store.decideDue(now: nine).digests == 1)
    #expect(try town.count(.deal, .sent) == 1)
  }

  @Test func whatWasToldAtOnceMeanwhileIsLeftOut() throws {
    let town = try daily()
    let (slow, fast) = (try town.rule("slow"), try town.rule("fast", frequency: .immediate))
    let (phone, twin) = (try town.listing(group: 1), try town.listing(cents: 10_500, group: 1))
    let other = try town.listing()
    let waiting = try [phone, twin, other].map { try town.raise(slow, $0, now: noon) }
    try town.raise(fast, phone, now: noon)
    try town.store.decideDue(now: nine)
    #expect(try town.stored(waiting[0]).reason == "digest.told_before")
    #expect(try town.stored(waiting[1]).reason == "digest.told_before")
    #expect(try town.stored(waiting[2]).state == .sent)
  }

  @Test func whereAllWasToldThereIsNoDigestAndNothingStaysDue() throws {
    let town = try daily()
    let (slow, fast) = (try town.rule("slow"), try town.rule("fast", frequency: .immediate))
    let phone = try town.listing()
    try town.raise(slow, phone, now: noon)
    try town.raise(fast, phone, now: noon)
    #expect(try town.store.decideDue(now: nine).digests == 0)
    #expect(try town.store.nextDue() == nine + .days(1))
  }

  @Test func thePersonWithoutRulesGetsNone() throws {
    let town = try daily()
    #expect(try town.store.nextDue() == nil)
    #expect(try town.store.digestPreview(of: town.person.id, now: noon) == nil)
  }

  @Test func aDigestWaitsForTheEndOfQuietHours() throws {
    let town = try AlertTown { preferences in
      preferences.alertFrequency = .daily
      preferences.quietHours = [try QuietHours(parsing: "22:00-10:00", field: "")]
    }
    try town.raise(try town.rule(), now: noon)
    #expect(try town.store.decideDue(now: nine).digests == 1)
    #expect(try town.count(.digest, .held) == 1)
    try town.store.decideDue(now: nine + .hours(1))
    #expect(try town.count(.digest, .sent) == 1)
  }

  @Test func eightWorkersAtOnceComposeOneDigest() throws {
    let town = try daily()
    try town.raise(try town.rule(), now: noon)
    let path = town.town.path
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      do {
        let store = try Store.open(at: path, now: TestTown.noon, zones: TestZones.zones)
        try store.decideDue(now: instant("2026-08-22T14:00:00Z"))
      } catch {
        Issue.record(error)
      }
    }
    #expect(try town.digestDays() == ["2026-08-22"])
    #expect(try town.count(.digest, .sent) == 1)
  }

  /// A year of two alerts a day, in zones with changes of a half and a whole hour and with none.
  @Test(arguments: ["America/Cayman", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"])
  func aYearHasExactlyOneDigestALocalDay(zone: String) throws {
    let town = try daily(zone: zone)
    let start = instant("2026-01-01T00:00:00Z")
    let rule = try town.rule(now: start)
    let listing = try town.listing()
    for half in 0..<734 {
      // Never a whole day apart, at all hours, and the listing is cheaper each time.
      let now = start + .hours(Int64(half) * 12 + Int64(half * 7 % 11))
      while let due = try town.store.nextDue(), due <= now { try town.store.decideDue(now: due) }
      try town.store.connection.run("UPDATE listing SET price_epoch = price_epoch + 1, price_cents = price_cents - 1")
      try town.raise(rule, listing, now: now)
    }
    let days = try town.digestDays()
    #expect(Set(days).count == days.count)
    let expected = (2...365).compactMap { day in
      CivilDate(year: 2026, month: 1, day: 1)?.adding(days: day - 1).description
    }
    #expect(Set(expected).subtracting(days).isEmpty)
  }

  @Test func aWeeklyPersonHasOneOnMondays() throws {
    let town = try AlertTown { $0.alertFrequency = .weekly }
    let rule = try town.rule()
    for day in 0..<21 {
      let now = noon + .days(Int64(day))
      while let due = try town.store.nextDue(), due <= now { try town.store.decideDue(now: due) }
      try town.raise(rule, now: now)
    }
    #expect(try town.digestDays() == ["2026-08-24", "2026-08-31", "2026-09-07"])
  }
}
