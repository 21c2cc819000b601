import Testing

@testable import Core

@Suite struct EligibilityTests {
  private static func ranking(_ offer: Offer, _ context: Context, allReasons: Bool = true) -> Ranking {
    OfferIndex([offer]).ranking(for: context, profile: .standard, limit: 10, allReasons: allReasons)
  }

  private static func codes(_ offer: Offer, _ context: Context) -> [HeldBackCode] {
    ranking(offer, context).heldBack.flatMap { [$0.reason.code] + $0.others.map(\.code) }
  }

  private static func with(_ samples: [HeldBackSample]) throws -> (Offer, Context) {
    var offer = Offer.sample()
    var context = Context.sample()
    for sample in samples { try sample.apply(&offer, &context) }
    return (offer, context)
  }

  @Test func nothingHoldsThePlainOfferBack() {
    let ranking = Self.ranking(.sample(), .sample())
    #expect(ranking.ranked.map(\.offer.id) == [.init(1)])
    #expect(ranking.heldBack.isEmpty && ranking.heldBackCounts.isEmpty && ranking.reason == nil)
  }

  /// The names and their order stand in contract.md, "Held-back codes".
  @Test func everyCodeHasItsNameAndPlace() {
    #expect(
      HeldBackCode.allCases.map(\.name) == [
        "offer.not_active", "offer.not_started", "offer.ended", "trigger.time_remaining", "trigger.weekday",
        "trigger.time_of_day", "trigger.weather", "capacity.full", "budget.spent", "campaign.other_segment",
        "distance.too_far",
        "time.not_enough", "preferences.disabled", "preferences.category", "preferences.partner",
        "preferences.blocked_day", "preferences.quiet_hours", "preferences.frequency", "cap.impressions",
        "cooldown.dismissed", "claim.open", "claim.limit", "experiment.other_arm", "session.ended",
      ])
    #expect(HeldBackSample.all.map(\.code) == HeldBackCode.allCases)
  }

  @Test(arguments: HeldBackSample.all)
  func eachCodeStandsAloneWithItsNumbers(sample: HeldBackSample) throws {
    let (offer, context) = try Self.with([sample])
    let ranking = Self.ranking(offer, context)
    #expect(ranking.ranked.isEmpty)
    #expect(ranking.eligible == 0)
    #expect(ranking.heldBackCounts.map(\.code) == [sample.code])
    #expect(ranking.heldBackCounts.map(\.count) == [1])
    let held = try #require(ranking.heldBack.first)
    #expect(held.others.isEmpty)
    #expect(held.reason.code == sample.code)
    #expect(held.reason.actual.value.isClose(to: sample.actual))
    #expect(held.reason.required.value.isClose(to: sample.required))
    #expect(held.reason.actual.unit == sample.unit && held.reason.required.unit == sample.unit)
    #expect(held.reason.sentence == sample.sentence)
    #expect(OfferIndex([offer]).best(10, for: context, profile: .standard).isEmpty)
  }

  @Test func ofTwoReasonsTheEarlierCounts() throws {
    for (place, first) in HeldBackSample.all.enumerated() {
      for second in HeldBackSample.all[(place + 1)...] {
        let (offer, context) = try Self.with([first, second])
        // Once the session is over no time is left for any walk at all.
        let implied: [HeldBackCode] =
          first.code == .tooFar && second.code == .sessionEnded ? [.timeNotEnough] : []
        #expect(Self.codes(offer, context) == [first.code] + implied + [second.code])
        let short = Self.ranking(offer, context, allReasons: false)
        #expect(short.heldBack.map(\.reason.code) == [first.code])
        #expect(short.heldBack.first?.others.isEmpty == true)
        #expect(short.heldBackCounts.map(\.code) == [first.code])
      }
    }
  }

  @Test func everyReasonIsListedInOrder() throws {
    let (offer, context) = try Self.with(HeldBackSample.all)
    #expect(Self.codes(offer, context) == HeldBackCode.allCases)
  }

  /// Half-open [from, until).
  @Test func theWindowIncludesItsStartAndNotItsEnd() {
    let now = Context.sample().now
    let millisecond = TimeSpan(milliseconds: 1)
    #expect(Self.codes(.sample { $0.validFrom = now }, .sample()).isEmpty)
    #expect(Self.codes(.sample { $0.validFrom = now + millisecond }, .sample()) == [.notStarted])
    #expect(Self.codes(.sample { $0.validUntil = now + millisecond }, .sample()).isEmpty)
    #expect(Self.codes(.sample { $0.validUntil = now }, .sample()) == [.ended])
  }

  @Test func onlyAnActiveOfferIsDecided() {
    for state in OfferState.allCases {
      #expect(Self.codes(.sample { $0.state = state }, .sample()) == (state.isApproved ? [] : [.notActive]))
    }
  }

  /// With 60 minutes left.
  @Test(arguments: [(60.0, 60.0, true), (59, 60, true), (60, 61, true), (60.01, 90, false), (20, 59.99, false)])
  func bothEndsOfTheTimeRemainingSuit(least: Double, most: Double, suits: Bool) throws {
    let rule = try TriggerRule(timeRemainingMinimum: least, timeRemainingMaximum: most)
    #expect(Self.codes(.sample { $0.trigger = rule }, .sample()) == (suits ? [] : [.timeRemaining]))
  }

  @Test func moreTimeThanTheRuleAllowsIsSaid() throws {
    let rule = try TriggerRule(timeRemainingMaximum: 45)
    let held = try #require(Self.ranking(.sample { $0.trigger = rule }, .sample()).heldBack.first)
    #expect(held.reason.sentence == "60 min left, at most 45")
    #expect(held.reason.actual.value == .number(60) && held.reason.required.value == .number(45))
  }

  /// Days and clock times run on the clock of the place: 12:42 on Saturday in George Town is 04:42 on Sunday on Lord
  /// Howe.
  @Test func rulesFollowTheClockOfThePlace() throws {
    let saturday = try TriggerRule(daysOfWeek: WeekdaySet([.sat]))
    let night = try TriggerRule(timeOfDayStart: ClockTime(parsing: "04:00"), timeOfDayEnd: ClockTime(parsing: "05:00"))
    let there = Context.sample { $0.placeOffsetSeconds = 39_600 }
    #expect(Self.codes(.sample { $0.trigger = saturday }, .sample()).isEmpty)
    #expect(Self.codes(.sample { $0.trigger = saturday }, there) == [.weekday])
    #expect(Self.codes(.sample { $0.trigger = night }, .sample()) == [.timeOfDay])
    #expect(Self.codes(.sample { $0.trigger = night }, there).isEmpty)
  }

  @Test func aTimeOfDayIncludesItsStartAndNotItsEnd() throws {
    let lunch = try TriggerRule(timeOfDayStart: ClockTime(parsing: "11:30"), timeOfDayEnd: ClockTime(parsing: "14:00"))
    let offer = Offer.sample { $0.trigger = lunch }
    for (time, open) in [("16:29:59.999", false), ("16:30:00", true), ("18:59:59.999", true), ("19:00:00", false)] {
      let context = Context.sample { context in
        context.now = at("2026-11-21T\(time)Z")
        context.session.expiresAt = context.now + .minutes(60)
      }
      #expect(Self.codes(offer, context) == (open ? [] : [.timeOfDay]), "\(time)")
    }
  }

  @Test func weatherMatchesOneOfItsKindsAndNeverTheUnknown() throws {
    let rule = try TriggerRule(weather: [.rain, .storm])
    let offer = Offer.sample { $0.trigger = rule }
    for weather in Weather.allCases {
      let expected: [HeldBackCode] = weather == .rain || weather == .storm ? [] : [.weather]
      #expect(Self.codes(offer, .sample { $0.weather = weather }) == expected)
      #expect(Self.codes(.sample(), .sample { $0.weather = weather }).isEmpty)
    }
    #expect(Self.codes(offer, .sample()) == [.weather])
  }

  /// Row O.21.
  @Test func aWalkOf299MetresIsWithinALimitOf300And301IsNot() throws {
    let context = Context.sample { $0.person.preferences.walkingLimit = Metres(300) }
    #expect(Self.codes(.sample(walk: 299), context).isEmpty)
    #expect(Self.codes(.sample(walk: 301), context) == [.tooFar])
    let held = try #require(Self.ranking(.sample(walk: 300.2), context).heldBack.first)
    #expect(held.reason.sentence == "300.2 m walk, limit 300 m")
  }

  @Test func whoDoesNotWalkIsShownWhatIsAtTheCar() {
    let context = Context.sample { $0.person.preferences.walkingLimit = Metres(0) }
    #expect(Self.codes(.sample(), context).isEmpty)
    #expect(Self.ranking(.sample(walk: 1), context).heldBackCounts.map(\.code) == [.tooFar])
  }

  /// 400 m is five minutes each way: with 50 minutes of use exactly the hour that is left.
  @Test func timeMustBeEnoughToWalkUseAndWalkBack() {
    let context = Context.sample()
    #expect(Self.codes(.sample(walk: 399.99) { $0.useMinutes = 50 }, context).isEmpty)
    #expect(Self.codes(.sample(walk: 400.01) { $0.useMinutes = 50 }, context) == [.timeNotEnough])
    #expect(Self.codes(.sample { $0.useMinutes = 60 }, context).isEmpty)
    #expect(Self.codes(.sample { $0.useMinutes = 60.001 }, context) == [.timeNotEnough])
  }

  @Test func anUnlimitedOfferIsNeverFull() {
    #expect(Self.codes(.sample { ($0.capacityTotal, $0.capacityLeft) = (nil, 0) }, .sample()).isEmpty)
    #expect(Self.codes(.sample { ($0.capacityTotal, $0.capacityLeft) = (1, 1) }, .sample()).isEmpty)
  }

  @Test func theLastOfOnePlaceIsSaidInWords() throws {
    let held = Self.ranking(.sample { ($0.capacityTotal, $0.capacityLeft) = (1, 0) }, .sample()).heldBack
    #expect(held.map(\.reason.sentence) == ["its only place is taken"])
  }

  @Test func aSessionEndsWhenItExpiresOrTheDriverLeaves() {
    let now = Context.sample().now
    #expect(Self.codes(.sample(), .sample { $0.session.expiresAt = now + .seconds(1) }).isEmpty)
    #expect(Self.codes(.sample(), .sample { $0.session.expiresAt = now }) == [.sessionEnded])
    #expect(Self.codes(.sample(), .sample { $0.session.endedAt = now }) == [.sessionEnded])
    #expect(Self.codes(.sample(), .sample { $0.session.endedAt = now + .seconds(1) }).isEmpty)
  }

  @Test func theWholeListHasAReasonWhenOffersAreOffOrTheSessionIsOver() {
    let off = Context.sample { $0.person.preferences.enabled = false }
    let over = Context.sample { $0.session.endedAt = $0.now }
    #expect(Self.ranking(.sample(), off).reason?.code == .disabled)
    #expect(Self.ranking(.sample(), over).reason?.code == .sessionEnded)
    #expect(Self.ranking(.sample { $0.state = .paused }, .sample()).reason == nil)
  }
}

extension JSON {
  /// Equal, but for the last digits of a number.
  func isClose(to other: JSON) -> Bool {
    if case .number(let one) = self, case .number(let two) = other { return abs(one - two) < 1e-6 }
    return self == other
  }
}
