import Core
import Testing

@testable import Store

/// What a person asked for holds over days and through the file, not only within one decision.
@Suite struct LimitTests {
  private func reason(_ town: TestTown, _ session: ParkingSession, at now: Timestamp) throws -> HeldBackCode? {
    let options = DiscoverOptions(dryRun: true)
    let ranking = try town.store.discover(session: session.id, options: options, now: now).ranking
    return ranking.ranked.isEmpty ? ranking.heldBack.first?.reason.code : nil
  }

  @Test func aDismissedOfferIsBackAfterItsCooldownToTheMillisecond() throws {
    // In New York, over the night the clocks go back: elapsed time counts.
    let town = try TestTown(zone: "America/New_York")
    let offer = try town.offer()
    let evening = instant("2026-10-31T22:00:00Z")
    let session = try town.session(
      town.person(zone: "America/New_York"), from: evening - .hours(1), minutes: 4000, zone: "America/New_York")
    try town.store.dismiss(offer: offer.id, session: session.id, reason: .noTime, now: evening)
    #expect(try reason(town, session, at: evening + .hours(24) - TimeSpan(milliseconds: 1)) == .dismissed)
    #expect(try reason(town, session, at: evening + .hours(24)) == nil)
    #expect(
      code { try town.store.dismiss(offer: offer.id, session: session.id, reason: .noTime, now: evening) }
        == "cooldown.dismissed")
  }

  @Test func anOffersOwnCooldownCounts() throws {
    let town = try TestTown()
    let offer = try town.offer { $0.cooldownHours = 1.5 }
    let session = try town.session(minutes: 600)
    try town.store.dismiss(offer: offer.id, session: session.id, reason: .other, note: "closed", now: TestTown.noon)
    #expect(try reason(town, session, at: TestTown.noon + .minutes(90) - TimeSpan(milliseconds: 1)) == .dismissed)
    #expect(try reason(town, session, at: TestTown.noon + .minutes(90)) == nil)
  }

  @Test(arguments: [(Preferences.OfferFrequency.occasional, 21), (.minimal, 7), (.all, 70)])
  func theFrequencyHoldsOverAWeek(frequency: Preferences.OfferFrequency, expected: Int) throws {
    let town = try TestTown()
    for _ in 0..<5 { try town.offer() }
    let person = try town.person()
    var wishes = Preferences()
    wishes.offerFrequency = frequency
    try town.store.setPreferences(wishes, of: person.id, by: TestTown.ana, now: TestTown.noon)
    // Two sessions a day for a week, each looked at twice, the second look by a connection that remembers nothing.
    for day in 0..<7 {
      for hour in [0, 4] {
        let start = TestTown.noon + .days(Int64(day)) + .hours(Int64(hour))
        let session = try town.session(person, from: start)
        _ = try town.store.discover(session: session.id, now: start + .minutes(1))
        _ = try town.another().discover(session: session.id, now: start + .minutes(2))
      }
    }
    let shown = try town.store.history(of: .person(person.id)).entries
    #expect(shown.count == expected)
    #expect(shown.allSatisfy { $0.type == .impression })
    #expect(try town.failedChecks() == [])
  }

  @Test func theLocalDayOfThePersonCounts() throws {
    let town = try TestTown()
    for _ in 0..<3 { try town.offer() }
    // In Kolkata, 18:30 UTC is midnight.
    let person = try town.person(zone: "Asia/Kolkata")
    var wishes = Preferences()
    wishes.offerFrequency = .minimal
    try town.store.setPreferences(wishes, of: person.id, by: TestTown.ana, now: TestTown.noon)
    let session = try town.session(person, minutes: 600)
    func shown(_ now: Timestamp) throws -> Int {
      _ = try town.store.discover(session: session.id, now: now)
      return try town.store.history(of: .person(person.id)).entries.count
    }
    #expect(try shown(instant("2026-08-21T18:29:59.998Z")) == 1)
    #expect(try shown(instant("2026-08-21T18:29:59.999Z")) == 1)
    #expect(try shown(instant("2026-08-21T18:30:00Z")) == 2)
  }

  @Test func anImpressionCapHoldsForALifetimeOrADay() throws {
    let town = try TestTown()
    try town.offer { $0.impressionCap = ImpressionCap(count: 3) }
    try town.offer { $0.impressionCap = ImpressionCap(count: 1, perDay: true) }
    let person = try town.person()
    var shown: [[Int64]] = []
    for hour in [0, 2, 4, 24, 26] {
      let start = TestTown.noon + .hours(Int64(hour))
      let session = try town.session(person, from: start)
      shown.append(
        try town.store.discover(session: session.id, now: start).ranking.ranked.map(\.offer.id.value).sorted())
    }
    #expect(shown == [[1, 2], [1], [1], [2], []])
  }

  @Test func quietHoursRunOnThePersonsClockAlsoWhenItChanges() throws {
    let town = try TestTown()
    try town.offer()
    let person = try town.person(zone: "America/New_York")
    var wishes = Preferences()
    let from = try #require(ClockTime(parsing: "22:00"))
    let to = try #require(ClockTime(parsing: "07:00"))
    wishes.quietHours = [try QuietHours(from: from, to: to)]
    try town.store.setPreferences(wishes, of: person.id, by: TestTown.ana, now: TestTown.noon)
    let session = try town.session(person, from: instant("2026-10-31T12:00:00Z"), minutes: 5000)
    // 22:00 EDT is 02:00 UTC; the next morning 07:00 is EST, 12:00 UTC.
    #expect(try reason(town, session, at: instant("2026-11-01T01:59:59.999Z")) == nil)
    #expect(try reason(town, session, at: instant("2026-11-01T02:00:00Z")) == .quietHours)
    #expect(try reason(town, session, at: instant("2026-11-01T11:59:59.999Z")) == .quietHours)
    #expect(try reason(town, session, at: instant("2026-11-01T12:00:00Z")) == nil)
    // Looking around on one's own account is never quiet.
    let browsing = DiscoverOptions(browse: true)
    let quiet = instant("2026-11-01T03:00:00Z")
    #expect(try town.store.discover(session: session.id, options: browsing, now: quiet).ranking.ranked.count == 1)
  }
}
