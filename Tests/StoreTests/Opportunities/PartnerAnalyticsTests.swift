import Core
import Testing

@testable import Store

/// What a partner is told, against the log, the ledger and the calendar.
@Suite struct PartnerAnalyticsTests {
  /// A week around a change of the clock, with the offsets before and after it, as SQL counts them.
  struct Week: Sendable {
    let zone: String
    let start: String
    let change: String
    let before: Int64
    let after: Int64
    /// The local day of the change and the number of its hours, counting the parts of an hour that a change cuts.
    let day: String
    let hours: Int
  }

  static let weeks = [
    Week(
      zone: "America/New_York", start: "2026-10-30T00:00:00Z", change: "2026-11-01T06:00:00Z", before: -14_400_000,
      after: -18_000_000, day: "2026-11-01", hours: 25),
    Week(
      zone: "America/New_York", start: "2026-03-06T00:00:00Z", change: "2026-03-08T07:00:00Z", before: -18_000_000,
      after: -14_400_000, day: "2026-03-08", hours: 23),
    // Half an hour back at two, and half an hour on: one hour is cut in two parts each time.
    Week(
      zone: "Australia/Lord_Howe", start: "2026-04-02T00:00:00Z", change: "2026-04-04T15:00:00Z", before: 39_600_000,
      after: 37_800_000, day: "2026-04-05", hours: 25),
    Week(
      zone: "Australia/Lord_Howe", start: "2026-10-01T00:00:00Z", change: "2026-10-03T15:30:00Z", before: 37_800_000,
      after: 39_600_000, day: "2026-10-04", hours: 24),
  ]

  /// Some hundred drivers of a partner with 12.5 % commission, and of another one beside it.
  private func busyTown(_ week: Week) throws -> (town: TestTown, partner: Partner) {
    let town = try TestTown(zone: week.zone)
    let partner = try town.store.addPartner(
      Partner(
        id: Partner.ID(0), name: "Busy", category: "food", position: TestTown.centre, zone: week.zone,
        commissionBasisPoints: 1250), by: TestTown.ana, now: TestTown.noon)
    for _ in 0..<4 {
      try town.offer {
        $0.partnerID = partner.id
        $0.claimMinutes = 200
      }
    }
    try town.offer()
    let people = try (0..<5).map { try town.person("P\($0)", zone: week.zone) }
    var random = SeededGenerator(seed: 5)
    var open: [(claim: Claim, at: Timestamp)] = []
    for step in 0..<400 {
      let now = instant(week.start) + .minutes(Int64(step) * 13)
      let spot = position(19.2866 + .random(in: -0.004...0.004, using: &random), -81.3744)
      let session = try town.session(people[step % 5], from: now, at: spot, zone: week.zone)
      let shown = try town.store.discover(session: session.id, options: DiscoverOptions(limit: 3), now: now)
      guard let offer = shown.ranking.ranked.randomElement(using: &random)?.offer else { continue }
      let later = now + TimeSpan(milliseconds: .random(in: 0...700_000, using: &random))
      try town.store.view(offer: offer.id, session: session.id, now: later)
      switch Int.random(in: 0..<4, using: &random) {
      case 0, 1: open.append((try town.accept(offer, session, now: later, seed: UInt64(step)), later))
      case 2: try town.store.dismiss(offer: offer.id, session: session.id, reason: .noTime, now: later)
      default:
        guard let (claim, _) = open.popLast(), claim.expiresAt > later else { continue }
        let amount = Int64(step * 7 + 500)
        _ = try town.store.redeem(claim: claim.id, amountCents: amount, by: TestTown.ana, now: later)
        guard Bool.random(using: &random) else { continue }
        _ = try town.store.refund(
          code: claim.code.description, amountCents: amount / 3, by: TestTown.ana, now: later + .hours(20))
      }
    }
    try town.store.expireClaims(now: instant(week.start) + .days(6))
    return (town, partner)
  }

  /// The log of one partner, each row with its local time: written without a line of the program.
  private func log(_ partner: Partner, _ week: Week) -> String {
    let change = instant(week.change).milliseconds
    return """
      SELECT *, at + CASE WHEN at < \(change) THEN \(week.before) ELSE \(week.after) END AS local
        FROM interaction
       WHERE partner_id = \(partner.id)
      """
  }

  /// Counts of the log and money of the ledger by a key of their time or offer, as texts of eleven numbers.
  private func recount(
    _ town: TestTown, _ partner: Partner, _ week: Week, key: String
  ) throws -> [Int64: [Int64]] {
    let change = instant(week.change).milliseconds
    var counts: [Int64: [Int64]] = [:]
    let rows = try town.store.connection.rows(
      executing: """
        SELECT \(key), sum(type = 'impression'), sum(type = 'view'), sum(type = 'acceptance'),
               sum(type = 'dismissal'), sum(type = 'redemption'), sum(type = 'expiry'),
               sum(iif(type = 'acceptance', value_cents, 0)), sum(iif(type = 'redemption', value_cents, 0)),
               sum(ifnull(revenue_cents, 0))
          FROM (\(log(partner, week)))
         GROUP BY 1
        """
    ) { row throws(StoreError) in (row.integer(0), (1...9).map { row.integer($0) }) }
    for (key, numbers) in rows {
      counts[key, default: [Int64](repeating: 0, count: 11)].replaceSubrange(0..<9, with: numbers)
    }
    let money = try town.store.connection.rows(
      executing: """
        SELECT \(key), sum(amount_cents), sum(iif(kind = 'refund', -base_cents, 0))
          FROM (
            SELECT ledger_entry.*, ledger_line.amount_cents, claim.offer_id,
                   at + CASE WHEN at < \(change) THEN \(week.before) ELSE \(week.after) END AS local
              FROM ledger_entry
              JOIN ledger_line ON entry_id = ledger_entry.id AND account = 'commission_due'
              JOIN claim ON claim.id = claim_id
             WHERE partner_id = \(partner.id)
          )
         GROUP BY 1
        """
    ) { row throws(StoreError) in (row.integer(0), [row.integer(1), row.integer(2)]) }
    for (key, numbers) in money {
      counts[key, default: [Int64](repeating: 0, count: 11)].replaceSubrange(9..<11, with: numbers)
    }
    return counts
  }

  private func numbers(_ figures: PartnerFigures) -> [Int64] {
    [
      figures.impressions, figures.views, figures.acceptances, figures.dismissals, figures.redemptions,
      figures.expiries, figures.claimedCents, figures.redeemedCents, figures.paidCents, figures.commissionCents,
      figures.refundedCents,
    ]
  }

  private func key(_ label: PartnerAnalytics.Label) -> Int64 {
    switch label {
    case .hour(let start): start.milliseconds
    case .day(let date): Int64(date.dayNumber)
    case .offer(let id, _): id.value
    }
  }

  private func analytics(
    _ town: TestTown, _ partner: Partner, _ week: Week, _ grain: PartnerAnalytics.Grain
  ) throws -> PartnerAnalytics {
    let day = try #require(CivilDate(parsing: week.day)).dayNumber
    return try town.store.partnerAnalytics(
      of: partner.id, from: CivilDate(dayNumber: day - 3), to: CivilDate(dayNumber: day + 5), by: grain,
      for: TestTown.ana)
  }

  @Test(arguments: weeks)
  func everyPartIsARecountOfTheLogAndTheLedger(week: Week) throws {
    let (town, partner) = try busyTown(week)
    let change = instant(week.change).milliseconds
    // An hour begins at a full hour of the clock, or where the clock was changed within it.
    let hour =
      "iif(at >= \(change) AND at - local % 3600000 < \(change), \(change), at - local % 3600000)"
    let keys: [(PartnerAnalytics.Grain, String)] = [(.hour, hour), (.day, "local / 86400000"), (.offer, "offer_id")]
    for (grain, key) in keys {
      let analytics = try analytics(town, partner, week, grain)
      let counted = try recount(town, partner, week, key: key)
      var told: [Int64: [Int64]] = [:]
      for part in analytics.parts where numbers(part.figures).contains(where: { $0 != 0 }) {
        told[self.key(part.label)] = numbers(part.figures)
      }
      #expect(told == counted, "\(grain)")
      #expect(told.count > 3)
      // The parts sum to the whole.
      let sum = analytics.parts.map { numbers($0.figures) }.reduce([Int64](repeating: 0, count: 11)) {
        zip($0, $1).map(+)
      }
      #expect(sum == numbers(analytics.total))
      #expect(
        analytics.total.redemptions > 10 && analytics.total.refundedCents > 0 && analytics.total.commissionCents > 0)
    }
    #expect(try town.failedChecks() == [])
  }

  @Test(arguments: weeks)
  func aDayHasAsManyHoursAsTheClockGivesIt(week: Week) throws {
    let town = try TestTown(zone: week.zone)
    let day = try #require(CivilDate(parsing: week.day))
    let hours = try town.store.partnerAnalytics(of: town.partner.id, from: day, to: day, by: .hour, for: TestTown.ana)
    #expect(hours.parts.count == week.hours)
    #expect(Set(hours.parts.map(\.label)).count == week.hours)
    let days = try town.store.partnerAnalytics(of: town.partner.id, from: day, to: day, for: TestTown.ana)
    #expect(days.parts.map(\.label) == [.day(day)])
  }

  @Test func mediansAreThoseOfTheLog() throws {
    let week = Self.weeks[0]
    let (town, partner) = try busyTown(week)
    for grain in PartnerAnalytics.Grain.allCases {
      let analytics = try analytics(town, partner, week, grain)
      let key = ["hour": "at - local % 3600000", "day": "local / 86400000", "offer": "offer_id"][grain.rawValue] ?? ""
      let rows = try town.store.connection.rows(
        executing: """
          SELECT \(key), (at - (
                   SELECT at
                     FROM interaction AS shown
                    WHERE shown.session_id = log.session_id AND shown.offer_id = log.offer_id
                      AND shown.type = 'impression')) / 1000,
                 CAST(round(walk_metres) AS INTEGER)
            FROM (\(log(partner, week))) AS log
           WHERE type = 'acceptance'
          """
      ) { row throws(StoreError) in (key: row.integer(0), seconds: row.integer(1), metres: row.integer(2)) }
      #expect(rows.count > 50)
      expect(analytics.total.secondsToAccept, of: rows.map(\.seconds))
      expect(analytics.total.metresToWalk, of: rows.map(\.metres))
      for part in analytics.parts {
        let own = rows.filter { $0.key == self.key(part.label) }
        expect(part.figures.secondsToAccept, of: own.map(\.seconds))
        expect(part.figures.metresToWalk, of: own.map(\.metres))
      }
    }
  }

  private func expect(_ summary: ValueSummary?, of values: [Int64]) {
    let sorted = values.sorted()
    guard !sorted.isEmpty else {
      #expect(summary == nil)
      return
    }
    let upper = sorted[sorted.count / 2]
    let median = sorted.count % 2 == 1 ? Double(upper) : Double(sorted[sorted.count / 2 - 1] + upper) / 2
    #expect(summary?.n == Int64(sorted.count))
    #expect(summary?.median == median)
    #expect(summary?.p90 == sorted[Int((0.9 * Double(sorted.count)).rounded(.up)) - 1])
  }

  @Test func aPartnerIsToldOfItsOwnAndOfNobodyElse() throws {
    let (town, partner) = try busyTown(Self.weeks[0])
    let own = Actor(partner.id)
    func told(_ id: Partner.ID, _ actor: Actor) throws -> PartnerFigures {
      let day = try #require(CivilDate(parsing: "2026-11-01"))
      return try town.store.partnerAnalytics(
        of: id, from: CivilDate(dayNumber: day.dayNumber - 3), to: day, for: actor
      ).total
    }
    #expect(try told(partner.id, own) == told(partner.id, Actor(.analyst, "ben")))
    #expect(throws: StoreError.notFound(what: "partner", name: "\(town.partner.id)")) {
      _ = try told(town.partner.id, own)
    }
    #expect(throws: StoreError.notFound(what: "partner", name: "999")) { _ = try told(Partner.ID(999), own) }
  }

  @Test func rollingUpTwiceChangesNothing() throws {
    let (town, partner) = try busyTown(Self.weeks[2])
    let before = try analytics(town, partner, Self.weeks[2], .hour)
    // From the log alone, into empty tables, as often as one likes.
    for _ in 0..<2 {
      try town.store.write { () throws(StoreError) in
        let recount = try Recount(of: town.store)
        for table in ["rollup_hour", "rollup_day", "rollup_partner_day", "rollup_partner", "acceptance_value"] {
          try town.store.connection.execute("DELETE FROM \(table)")
        }
        town.store.rollups = recount.rollups
      }
      #expect(try analytics(town, partner, Self.weeks[2], .hour) == before)
    }
  }
}
