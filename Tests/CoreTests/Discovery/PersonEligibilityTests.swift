import Testing

@testable import Core

/// Quiet hours, blocked days, cooldowns and caps: the limits that follow the person's own clock and past.
@Suite struct PersonEligibilityTests {
  private static func codes(_ offer: Offer = .sample(), _ context: Context) -> [HeldBackCode] {
    OfferIndex([offer]).ranking(for: context, profile: .standard, limit: 10, allReasons: true)
      .heldBack.flatMap { [$0.reason.code] + $0.others.map(\.code) }
  }

  /// A session in George Town of someone who lives in `zone`.
  private static func context(_ now: String, _ zone: TestZone, _ change: (inout Context) -> Void = { _ in }) -> Context
  {
    .sample {
      $0.now = at(now)
      $0.session.startedAt = nil
      $0.session.expiresAt = $0.now + .minutes(60)
      $0.placeOffsetSeconds = TestZone.cayman.table.offsetSeconds(at: $0.now)
      $0.person.zoneOffsetSeconds = zone.table.offsetSeconds(at: $0.now)
      change(&$0)
    }
  }

  /// Row O.18: quiet from 22:00 to 07:00, also on the days when the person's clock changes.
  @Test(
    arguments: [
      ("2026-11-21T02:59:59.999Z", .cayman, false), ("2026-11-21T03:00:00Z", .cayman, true),
      ("2026-11-21T11:59:59.999Z", .cayman, true), ("2026-11-21T12:00:00Z", .cayman, false),
      // London springs forward at 01:00Z on the 29th and falls back at 01:00Z on the 25th.
      ("2026-03-28T21:59:59.999Z", .london, false), ("2026-03-28T22:00:00Z", .london, true),
      ("2026-03-29T05:59:59.999Z", .london, true), ("2026-03-29T06:00:00Z", .london, false),
      ("2026-03-29T21:00:00Z", .london, true), ("2026-10-24T20:59:59.999Z", .london, false),
      ("2026-10-24T21:00:00Z", .london, true), ("2026-10-25T06:59:59.999Z", .london, true),
      ("2026-10-25T07:00:00Z", .london, false), ("2026-10-25T21:59:59.999Z", .london, false),
      // New York, 8 March: 07:00 is 11:00Z, an hour earlier than the day before.
      ("2026-03-07T11:59:59.999Z", .newYork, true), ("2026-03-08T10:59:59.999Z", .newYork, true),
      ("2026-03-08T11:00:00Z", .newYork, false), ("2026-11-01T11:59:59.999Z", .newYork, true),
      ("2026-11-01T12:00:00Z", .newYork, false),
      // Lord Howe changes by half an hour.
      ("2026-10-03T20:00:00Z", .lordHowe, false), ("2026-10-03T19:59:59.999Z", .lordHowe, true),
      ("2026-10-02T20:30:00Z", .lordHowe, false), ("2026-10-02T20:29:59.999Z", .lordHowe, true),
    ] as [(String, TestZone, Bool)])
  func quietHoursRunOnThePersonsOwnClock(now: String, zone: TestZone, quiet: Bool) throws {
    let hours = try QuietHours("22:00", "07:00")
    let context = Self.context(now, zone) { $0.person.preferences.quietHours = [hours] }
    #expect(Self.codes(.sample(), context) == (quiet ? [.quietHours] : []))
  }

  /// In London 01:30 to 02:00 comes twice on 25 October, and 01:30 to 02:30 is half skipped on 29 March.
  @Test(arguments: [
    ("2026-10-25T00:29:59Z", false), ("2026-10-25T00:30:00Z", true), ("2026-10-25T00:59:59Z", true),
    ("2026-10-25T01:00:00Z", false), ("2026-10-25T01:30:00Z", true), ("2026-10-25T02:29:59Z", true),
    ("2026-10-25T02:30:00Z", false), ("2026-03-29T00:59:59Z", false), ("2026-03-29T01:00:00Z", true),
    ("2026-03-29T01:29:59Z", true), ("2026-03-29T01:30:00Z", false),
  ])
  func quietHoursInsideAClockChange(now: String, quiet: Bool) throws {
    let hours = try QuietHours("01:30", "02:30")
    let context = Self.context(now, .london) { $0.person.preferences.quietHours = [hours] }
    #expect(Self.codes(.sample(), context) == (quiet ? [.quietHours] : []))
  }

  /// 20 November 2026 is a Friday; a night belongs to the day it starts on.
  @Test(arguments: [
    ("2026-11-20T06:59:00Z", false), ("2026-11-20T21:59:59Z", false), ("2026-11-20T22:00:00Z", true),
    ("2026-11-21T06:59:59Z", true), ("2026-11-21T07:00:00Z", false), ("2026-11-21T22:00:00Z", false),
    ("2026-11-22T01:00:00Z", false), ("2026-11-27T23:00:00Z", true),
  ])
  func aQuietNightBelongsToTheDayItStartsOn(now: String, quiet: Bool) throws {
    let hours = try QuietHours("22:00", "07:00", on: WeekdaySet([.fri]))
    let context = Self.context(now, .london) { $0.person.preferences.quietHours = [hours] }
    #expect(Self.codes(.sample(), context) == (quiet ? [.quietHours] : []))
  }

  @Test func quietHoursMayLastAllDayAndNeverNoTime() throws {
    let whole = try QuietHours("00:00", "24:00", on: WeekdaySet([.sat]))
    let context = Self.context("2026-11-21T23:59:59.999Z", .london) { $0.person.preferences.quietHours = [whole] }
    #expect(Self.codes(.sample(), context) == [.quietHours])
    let never = try QuietHours("09:00", "09:00")
    let morning = Self.context("2026-11-21T09:00:00Z", .london) { $0.person.preferences.quietHours = [never] }
    #expect(Self.codes(.sample(), morning) == [])
    #expect(throws: InvalidInput.self) { try QuietHours("09:00", "10:00", on: .none) }
  }

  /// A blocked Sunday in London, whatever the day at the car: 25 hours long on 25 October.
  @Test(arguments: [
    ("2026-10-24T22:59:59.999Z", false), ("2026-10-24T23:00:00Z", true), ("2026-10-25T23:59:59.999Z", true),
    ("2026-10-26T00:00:00Z", false),
  ])
  func aBlockedDayIsThePersonsWholeLocalDay(now: String, blocked: Bool) {
    let context = Self.context(now, .london) { $0.person.preferences.blockedDays = WeekdaySet([.sun]) }
    #expect(Self.codes(.sample(), context) == (blocked ? [.blockedDay] : []))
  }

  @Test func browsingLiftsQuietHoursAndBlockedDaysAlone() throws {
    var offer = Offer.sample()
    var context = Context.sample()
    for sample in HeldBackSample.all { try sample.apply(&offer, &context) }
    context.browsing = true
    let lifted: [HeldBackCode] = [.blockedDay, .quietHours]
    #expect(Self.codes(offer, context) == HeldBackCode.allCases.filter { !lifted.contains($0) })
  }

  /// Row O.43, elapsed time.
  @Test(
    arguments: [
      (nil, 86_399_999, true), (nil, 86_400_000, false), (nil, 0, true), (1.5, 5_399_999, true),
      (1.5, 5_400_000, false),
      (72, 259_199_999, true), (72, 259_200_000, false), (0, 0, false),
    ] as [(Double?, Int64, Bool)])
  func aDismissedOfferComesBackAfterItsCooldown(hours: Double?, elapsed: Int64, hidden: Bool) {
    // From before London's clocks go back to after.
    let dismissed = at("2026-10-24T20:00:00Z")
    let context = Self.context((dismissed + TimeSpan(milliseconds: elapsed)).rfc3339, .london) { context in
      context.history { $0.dismissedAt = dismissed }
    }
    #expect(Self.codes(.sample { $0.cooldownHours = hours }, context) == (hidden ? [.dismissed] : []))
  }

  @Test func aDismissalHidesOnlyItsOffer() {
    let context = Context.sample { context in
      context.history { $0.dismissedAt = at("2026-11-21T17:00:00Z") }
    }
    #expect(Self.codes(.sample(2), context).isEmpty)
  }

  @Test func theLastSecondsOfACooldownAreTold() throws {
    let context = Context.sample { context in
      context.history { $0.dismissedAt = at("2026-11-20T17:42:01Z") }
    }
    let held = OfferIndex([.sample()]).ranking(for: context, profile: .standard, limit: 1).heldBack
    #expect(held.map(\.reason.sentence) == ["dismissed 23.9997 h ago, back after 24 h"])
  }

  /// Row O.69.
  @Test(arguments: [
    (3, false, 2, 2, false), (3, false, 3, 0, true), (3, false, 4, 0, true), (2, true, 9, 1, false),
    (2, true, 9, 2, true),
  ])
  func impressionsAreCappedInAllOrByTheDay(cap: Int, perDay: Bool, ever: Int, today: Int, held: Bool) {
    let offer = Offer.sample { $0.impressionCap = ImpressionCap(count: cap, perDay: perDay) }
    let context = Context.sample { context in
      context.history { ($0.impressions, $0.impressionsToday) = (ever, today) }
    }
    #expect(Self.codes(offer, context) == (held ? [.impressionCap] : []))
  }

  @Test func anOfferOnScreenInThisSessionStaysWithinItsCaps() {
    let offer = Offer.sample { $0.impressionCap = ImpressionCap(count: 1) }
    let context = Context.sample { context in
      context.history { ($0.impressions, $0.impressionsToday, $0.shownInSession) = (1, 1, true) }
      context.person.preferences.offerFrequency = .minimal
      context.person.impressionsToday = 1
    }
    #expect(Self.codes(offer, context).isEmpty)
  }

  @Test func aDailyCapSaysToday() {
    let offer = Offer.sample { $0.impressionCap = ImpressionCap(count: 1, perDay: true) }
    let context = Context.sample { context in context.history { ($0.impressions, $0.impressionsToday) = (5, 1) } }
    let held = OfferIndex([offer]).ranking(for: context, profile: .standard, limit: 1).heldBack
    #expect(held.map(\.reason.sentence) == ["shown 1 time today, at most 1"])
    #expect(held.map(\.reason.actual.unit) == ["impressions_per_day"])
  }

  @Test func claimsAreLimitedForALifetime() {
    let offer = Offer.sample { $0.claimLimit = 2 }
    for (claims, expected) in [(0, []), (1, []), (2, [.claimLimit]), (3, [.claimLimit])] as [(Int, [HeldBackCode])] {
      let context = Context.sample { context in context.history { $0.claims = claims } }
      #expect(Self.codes(offer, context) == expected)
      #expect(Self.codes(.sample(), context).isEmpty)
    }
  }
}
