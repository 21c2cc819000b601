@testable import Core

/// For every code, what makes it apply to an otherwise eligible offer, and what is said of it: numbers and sentence by
/// hand from contract.md, for Saturday 2026-11-21, 12:42 in George Town, with 60 minutes left.
struct HeldBackSample: Sendable, CustomStringConvertible {
  let code: HeldBackCode
  let actual: JSON
  let required: JSON
  let unit: String
  let sentence: String
  let apply: @Sendable (inout Offer, inout Context) throws -> Void

  var description: String { code.name }

  init(
    _ code: HeldBackCode, _ actual: JSON, _ required: JSON, _ unit: String, _ sentence: String,
    _ apply: @escaping @Sendable (inout Offer, inout Context) throws -> Void
  ) {
    self.code = code
    self.actual = actual
    self.required = required
    self.unit = unit
    self.sentence = sentence
    self.apply = apply
  }

  /// One for each code, in the order of contract.md, each touching facts of its own, so that all can apply at once.
  static let all: [HeldBackSample] = offer + rule + reach + person + past

  private static let offer: [HeldBackSample] = [
    HeldBackSample(.notActive, "paused", "active", "state", "is paused, not active") { offer, _ in
      offer.state = .paused
    },
    HeldBackSample(
      .notStarted, "2026-11-21T17:42:00Z", "2026-11-21T18:00:00Z", "instant", "starts 2026-11-21 13:00"
    ) { offer, _ in
      offer.validFrom = at("2026-11-21T18:00:00Z")
    },
    HeldBackSample(.ended, "2026-11-21T17:42:00Z", "2026-11-21T17:42:00Z", "instant", "ended 2026-11-21 12:42") {
      offer, _ in
      offer.validUntil = at("2026-11-21T17:42:00Z")
    },
  ]

  private static let rule: [HeldBackSample] = [
    HeldBackSample(.timeRemaining, .number(60), .number(90), "minutes", "60 min left, needs 90") { offer, _ in
      offer.trigger = try offer.trigger.with(timeRemainingMinimum: 90)
    },
    HeldBackSample(.weekday, "sat", ["fri", "sun"], "weekday", "only on Fri or Sun, today is Sat") { offer, _ in
      offer.trigger = try offer.trigger.with(daysOfWeek: WeekdaySet([.sun, .fri]))
    },
    HeldBackSample(
      .timeOfDay, "12:42", ["17:00", "21:30"], "time_of_day", "only from 17:00 to 21:30, it is 12:42"
    ) { offer, _ in
      offer.trigger = try offer.trigger.with(start: ClockTime(parsing: "17:00"), end: ClockTime(parsing: "21:30"))
    },
    HeldBackSample(.weather, nil, ["hot", "rain"], "weather", "only in hot or rain, it is not known") { offer, _ in
      offer.trigger = try offer.trigger.with(weather: [.rain, .hot])
    },
    HeldBackSample(.capacityFull, 0, 1, "places", "all 5 places are taken") { offer, _ in
      (offer.capacityTotal, offer.capacityLeft) = (5, 0)
    },
    HeldBackSample(.budgetSpent, true, false, "budget_spent", "its campaign's budget is used up") { offer, _ in
      offer.budgetSpent = true
    },
    HeldBackSample(.otherSegment, false, true, "campaign_target", "its campaign is for other drivers") { offer, _ in
      offer.campaignHolds.insert(.otherSegment)
    },
  ]

  private static let reach: [HeldBackSample] = [
    HeldBackSample(.tooFar, .number(301), .number(300), "metres", "301 m walk, limit 300 m") { offer, context in
      offer.position = Coordinate.georgeTown.north(walk: 301)
      context.person.preferences.walkingLimit = Metres(300)
    },
    HeldBackSample(.timeNotEnough, .number(60), .number(75), "minutes", "60 min left, walk and use take 75") {
      offer, _ in
      offer.useMinutes = 75
    },
  ]

  private static let person: [HeldBackSample] = [
    HeldBackSample(.disabled, false, true, "enabled", "this person has switched offers off") { _, context in
      context.person.preferences.enabled = false
    },
    HeldBackSample(.category, "dining", "not blocked", "category", "dining is blocked") { _, context in
      context.person.preferences.blockedCategories = ["cafe", "dining"]
    },
    HeldBackSample(.partner, 1, "not blocked", "partner_id", "this partner is blocked") { _, context in
      context.person.preferences.blockedPartners = [.init(1), .init(9)]
    },
    HeldBackSample(
      .blockedDay, "sat", ["mon", "tue", "wed", "thu", "fri"], "weekday", "no offers on Sat"
    ) { _, context in
      context.person.preferences.blockedDays = WeekdaySet([.sat, .sun])
    },
    HeldBackSample(
      .quietHours, "12:42", ["12:00", "13:30"], "quiet_hours", "quiet from 12:00 to 13:30, it is 12:42"
    ) { _, context in
      context.person.preferences.quietHours = [try QuietHours("09:00", "09:30"), try QuietHours("12:00", "13:30")]
    },
    HeldBackSample(.frequency, 3, 3, "impressions_per_day", "occasional: at most 3 new offers a day") { _, context in
      context.person.preferences.offerFrequency = .occasional
      context.person.impressionsToday = 3
    },
  ]

  private static let past: [HeldBackSample] = [
    HeldBackSample(.impressionCap, 3, 3, "impressions", "shown 3 times, at most 3") { offer, context in
      offer.impressionCap = ImpressionCap(count: 3)
      context.history { $0.impressions = 3 }
    },
    HeldBackSample(.dismissed, .number(1.5), .number(24), "hours", "dismissed 1.5 h ago, back after 24 h") {
      _, context in
      context.history { $0.dismissedAt = at("2026-11-21T16:12:00Z") }
    },
    HeldBackSample(.openClaim, 1, 0, "open_claims", "already claimed, the code is still open") { _, context in
      context.history { $0.hasOpenClaim = true }
    },
    HeldBackSample(.claimLimit, 2, 2, "claims", "claimed 2 times, at most 2") { offer, context in
      offer.claimLimit = 2
      context.history { $0.claims = 2 }
    },
    HeldBackSample(.otherArm, "other", "shown", "arm", "is shown to another arm of an experiment") { _, context in
      context.history { $0.otherArm = true }
    },
    HeldBackSample(
      .sessionEnded, "2026-11-21T17:42:00Z", "2026-11-21T17:37:00Z", "instant", "the session ended 2026-11-21 12:37"
    ) { _, context in
      context.session.endedAt = at("2026-11-21T17:37:00Z")
    },
  ]
}

extension Context {
  /// Changes what the person and offer 1 have had with each other.
  mutating func history(of offer: Offer.ID = .init(1), _ change: (inout OfferHistory) -> Void) {
    change(&person.history[offer, default: OfferHistory()])
  }
}

extension QuietHours {
  init(_ from: String, _ to: String, on days: WeekdaySet = .all) throws(InvalidInput) {
    guard let from = ClockTime(parsing: from), let to = ClockTime(parsing: to) else {
      throw InvalidInput(field: "quiet_hours", "is no pair of times")
    }
    try self.init(days: days, from: from, to: to)
  }
}

extension TriggerRule {
  /// The same rule with one more constraint.
  func with(
    timeRemainingMinimum minimum: Double? = nil, timeRemainingMaximum maximum: Double? = nil,
    daysOfWeek days: WeekdaySet? = nil, start: ClockTime? = nil, end: ClockTime? = nil, weather: Set<Weather>? = nil
  ) throws(InvalidInput) -> TriggerRule {
    try TriggerRule(
      timeRemainingMinimum: minimum ?? timeRemainingMinimum, timeRemainingMaximum: maximum ?? timeRemainingMaximum,
      daysOfWeek: days ?? daysOfWeek, timeOfDayStart: start ?? timeOfDayStart, timeOfDayEnd: end ?? timeOfDayEnd,
      weather: weather ?? self.weather)
  }
}
