import Core
import Testing

@testable import Store

@Suite struct RollupTests {
  /// One view every half hour from `start` on, each by a car of its own.
  private func town(_ zone: String, from start: String, halfHours: Int) throws -> TestTown {
    let town = try TestTown(zone: zone)
    let offer = try town.offer()
    try town.store.write { () throws(StoreError) in
      for step in 0..<halfHours {
        let now = instant(start) + .minutes(Int64(step) * 30)
        let session = try town.store.startSession(
          SessionDraft(position: TestTown.centre, zone: "UTC", startedAt: nil, expiresAt: now + .hours(1))
        ).session
        try town.store.view(offer: offer.id, session: session.id, now: now)
      }
    }
    return town
  }

  private func hours(_ town: TestTown) throws -> [(start: Timestamp, views: Int64)] {
    try town.store.connection.rows("SELECT hour, views FROM rollup_hour ORDER BY hour") { row throws(StoreError) in
      (row.instant(0), row.integer(1))
    }
  }

  private func days(_ town: TestTown) throws -> [String: Int64] {
    let rows = try town.store.connection.rows("SELECT day, views FROM rollup_day") { row throws(StoreError) in
      (CivilDate(dayNumber: row.count(0)).description, row.integer(1))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  @Test func aDayOf25HoursHas25() throws {
    // New York, 1 November 2026: 04:00 UTC to 05:00 UTC the next day.
    let town = try town("America/New_York", from: "2026-11-01T04:00:00Z", halfHours: 52)
    #expect(try days(town) == ["2026-11-01": 50, "2026-11-02": 2])
    #expect(try hours(town).map(\.views) == Array(repeating: 2, count: 26))
    #expect(try town.failedChecks() == [])
  }

  @Test func aDayOf23HoursHas23() throws {
    // New York, 8 March 2026: 05:00 UTC to 04:00 UTC the next day.
    let town = try town("America/New_York", from: "2026-03-08T05:00:00Z", halfHours: 48)
    #expect(try days(town) == ["2026-03-08": 46, "2026-03-09": 2])
    #expect(try hours(town).count == 24)
  }

  @Test func hoursOfAHalfHourZoneStartAtHalfPast() throws {
    let town = try town("Asia/Kolkata", from: "2026-08-20T18:30:00Z", halfHours: 50)
    #expect(try days(town) == ["2026-08-21": 48, "2026-08-22": 2])
    #expect(try hours(town).allSatisfy { $0.start.milliseconds % 3_600_000 == 1_800_000 && $0.views == 2 })
  }

  @Test func anHourInWhichTheClockChangesEndsThere() throws {
    // Lord Howe, 5 April 2026: at 02:00 the clock goes back to 01:30. The day is 24 and a half hours long.
    let back = try town("Australia/Lord_Howe", from: "2026-04-04T13:00:00Z", halfHours: 50)
    #expect(try days(back) == ["2026-04-05": 49, "2026-04-06": 1])
    let around = try hours(back)[0...3].map { "\($0.start.rfc3339) \($0.views)" }
    #expect(
      around == [
        "2026-04-04T13:00:00Z 2", "2026-04-04T14:00:00Z 2", "2026-04-04T15:00:00Z 1", "2026-04-04T15:30:00Z 2",
      ])
    // 4 October 2026: at 02:00 the clock goes on to 02:30; 23 and a half hours.
    let on = try town("Australia/Lord_Howe", from: "2026-10-03T13:30:00Z", halfHours: 48)
    #expect(try days(on) == ["2026-10-04": 47, "2026-10-05": 1])
  }

  @Test(arguments: [
    ("America/New_York", "2026-10-30T00:00:00Z"), ("America/New_York", "2026-03-06T00:00:00Z"),
    ("Asia/Kolkata", "2026-06-01T00:00:00Z"), ("Australia/Lord_Howe", "2026-04-03T00:00:00Z"),
  ])
  func everySumIsThatOfTheLog(zone: String, start: String) throws {
    let town = try TestTown(zone: zone)
    let offers = try (0..<6).map { _ in try town.offer { $0.claimMinutes = 200 } }
    let people = try (0..<5).map { try town.person("P\($0)", zone: zone) }
    var generator = SeededGenerator(seed: 5)
    var open: [Claim.ID] = []
    for step in 0..<250 {
      let now = instant(start) + .minutes(Int64(step) * 29)
      let session = try town.session(people[step % 5], from: now, zone: zone)
      let shown = try town.store.discover(session: session.id, options: DiscoverOptions(limit: 3), now: now)
      guard let offer = shown.ranking.ranked.randomElement(using: &generator)?.offer else { continue }
      try town.store.view(offer: offer.id, session: session.id, now: now)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: open.append(try town.accept(offer, session, now: now, seed: UInt64(step)).id)
      case 1: try town.store.dismiss(offer: offer.id, session: session.id, reason: .noTime, now: now)
      case 2:
        guard let claim = open.popLast() else { continue }
        // One that expired meanwhile is refused, and writes nothing.
        _ = try? town.store.redeem(claim: claim, amountCents: Int64(step * 7), by: .simulator, now: now)
      default: try town.store.expireClaims(now: now)
      }
    }
    #expect(offers.count == 6)
    #expect(try town.failedChecks() == [])
    for (period, length) in [("rollup_hour", "hour"), ("rollup_day", "day")] {
      // Summed by SQLite, without a line of the program.
      let wrong = try town.store.connection.rows(
        executing: """
          SELECT log.type, log.count, log.value, log.revenue
            FROM (
              SELECT type, count(*) AS count, sum(ifnull(value_cents, 0)) AS value,
                     sum(ifnull(revenue_cents, 0)) AS revenue
                FROM interaction
               GROUP BY type
            ) AS log, (
              SELECT sum(impressions) AS impression, sum(views) AS view, sum(acceptances) AS acceptance,
                     sum(dismissals) AS dismissal, sum(redemptions) AS redemption, sum(expiries) AS expiry,
                     sum(claimed_cents) AS claimed, sum(redeemed_cents) AS redeemed, sum(revenue_cents) AS revenue
                FROM \(period)
               WHERE \(length) IS NOT NULL
            ) AS kept
           WHERE log.count <> CASE log.type WHEN 'impression' THEN impression WHEN 'view' THEN view
                   WHEN 'acceptance' THEN acceptance WHEN 'dismissal' THEN dismissal
                   WHEN 'redemption' THEN redemption ELSE expiry END
              OR (log.type = 'acceptance' AND log.value <> claimed)
              OR (log.type = 'redemption' AND (log.value <> redeemed OR log.revenue <> kept.revenue))
          """
      ) { row throws(StoreError) in row.text(0) }
      #expect(wrong == [])
    }
    // Hours sum to their day, the day being where the hour begins on the partner's clock.
    let table = try town.store.zone(zone)
    var sums: [Int: Int64] = [:]
    try town.store.connection.each("SELECT hour, impressions, revenue_cents FROM rollup_hour") {
      row throws(StoreError) in
      sums[table.localDay(at: row.instant(0)), default: 0] += row.integer(1) * 1_000_000 + row.integer(2)
    }
    try town.store.connection.each("SELECT day, sum(impressions), sum(revenue_cents) FROM rollup_day GROUP BY day") {
      row throws(StoreError) in
      #expect(sums[row.count(0)] == row.integer(1) * 1_000_000 + row.integer(2))
    }
  }
}
