/// Turns a held-back code into its two numbers and a sentence, from the same context that decided it.
struct ObstacleReason {
  let context: Context

  /// A reason that leaves the whole list empty; nil if there is none.
  var forWholeList: HeldBackReason? {
    if !context.person.preferences.enabled { return disabled }
    if context.session.hasEnded(at: context.now) { return sessionEnded }
    return nil
  }

  func reason(_ code: HeldBackCode, offer: Offer, walk: Walk) -> HeldBackReason {
    switch code {
    case .notActive where offer.state.isApproved, .budgetSpent, .otherSegment: campaign(code)
    case .notStarted where offer.validFrom.map({ $0 <= context.now }) ?? true: campaign(code)
    case .ended where offer.validUntil.map({ context.now < $0 }) ?? true: campaign(code)
    case .notActive, .notStarted, .ended, .capacityFull: state(code, offer)
    case .timeRemaining, .weekday, .timeOfDay, .weather: trigger(code, offer.trigger)
    case .tooFar, .timeNotEnough: distance(code, offer, walk)
    case .disabled: disabled
    case .category, .partner, .blockedDay, .quietHours, .frequency: preference(code, offer)
    case .impressionCap, .dismissed, .openClaim, .claimLimit, .otherArm: past(code, offer)
    case .sessionEnded: sessionEnded
    }
  }

  private func make(
    _ code: HeldBackCode, _ actual: JSON, _ required: JSON, _ unit: String, _ sentence: String
  ) -> HeldBackReason {
    HeldBackReason(code: code, actual: .init(actual, unit), required: .init(required, unit), sentence: sentence)
  }

  private func moment(_ instant: Timestamp) -> String {
    let local = LocalTime(utc: instant, offsetSeconds: context.placeOffsetSeconds)
    return "\(local.date) \(local.clock)"
  }

  private func state(_ code: HeldBackCode, _ offer: Offer) -> HeldBackReason {
    let now = JSON.instant(context.now)
    return switch code {
    case .notActive:
      make(code, .string(offer.state.rawValue), "active", "state", "is \(offer.state.rawValue), not active")
    case .notStarted:
      make(
        code, now, .instant(offer.validFrom), "instant", "starts \(offer.validFrom.map(moment) ?? "later")")
    case .ended:
      make(code, now, .instant(offer.validUntil), "instant", "ended \(offer.validUntil.map(moment) ?? "before")")
    default:
      make(
        code, .count(offer.capacityLeft ?? 0), 1, "places",
        offer.capacityTotal.map { $0 == 1 ? "its only place is taken" : "all \($0) places are taken" }
          ?? "every place is taken")
    }
  }

  /// What holds all offers of a campaign back alike.
  private func campaign(_ code: HeldBackCode) -> HeldBackReason {
    switch code {
    case .notActive: make(code, "paused", "active", "campaign_state", "its campaign is paused")
    case .notStarted: make(code, false, true, "campaign_started", "its campaign has not begun")
    case .ended: make(code, true, false, "campaign_ended", "its campaign is over")
    case .otherSegment: make(code, false, true, "campaign_target", "its campaign is for other drivers")
    default: make(code, true, false, "budget_spent", "its campaign's budget is used up")
    }
  }

  private func trigger(_ code: HeldBackCode, _ rule: TriggerRule) -> HeldBackReason {
    let place = context.placeTime
    switch code {
    case .timeRemaining:
      let left = context.minutesLeft
      if let least = rule.timeRemainingMinimum, left < least {
        let (actual, required) = Words.pair(left, least)
        return make(code, .number(left), .number(least), "minutes", "\(actual) min left, needs \(required)")
      }
      let most = rule.timeRemainingMaximum ?? 0
      let (actual, required) = Words.pair(left, most)
      return make(code, .number(left), .number(most), "minutes", "\(actual) min left, at most \(required)")
    case .weekday:
      let days = (rule.daysOfWeek ?? .all).days
      return make(
        code, .string(place.weekday.rawValue), .array(days.map { .string($0.rawValue) }), "weekday",
        "only on \(Words.either(days.map(\.title))), today is \(place.weekday.title)")
    case .timeOfDay:
      let start = rule.timeOfDayStart ?? .midnight
      let end = rule.timeOfDayEnd ?? .endOfDay
      return make(
        code, .string(place.clock), [.string(start.description), .string(end.description)], "time_of_day",
        "only from \(start) to \(end), it is \(place.clock)")
    default:
      let kinds = (rule.weather ?? []).map(\.rawValue).sorted()
      return make(
        code, .optional(context.weather?.rawValue), .array(kinds.map { .string($0) }), "weather",
        "only in \(Words.either(kinds)), it is \(context.weather?.rawValue ?? "not known")")
    }
  }

  private func distance(_ code: HeldBackCode, _ offer: Offer, _ walk: Walk) -> HeldBackReason {
    if code == .tooFar {
      let limit = context.person.preferences.walkingLimit.value
      let (actual, required) = Words.pair(walk.distance.value, limit)
      return make(
        code, .number(walk.distance.value), .number(limit), "metres", "\(actual) m walk, limit \(required) m")
    }
    let need = TemporalFactor.roundTrip(walk, offer.useMinutes)
    let (actual, required) = Words.pair(context.minutesLeft, need)
    return make(
      code, .number(context.minutesLeft), .number(need), "minutes",
      "\(actual) min left, walk and use take \(required)")
  }

  private func preference(_ code: HeldBackCode, _ offer: Offer) -> HeldBackReason {
    let preferences = context.person.preferences
    let local = context.personTime
    switch code {
    case .category:
      return make(code, .string(offer.category), "not blocked", "category", "\(offer.category) is blocked")
    case .partner:
      return make(code, .id(offer.partnerID), "not blocked", "partner_id", "this partner is blocked")
    case .blockedDay:
      let open = Weekday.allCases.filter { !preferences.blockedDays.contains($0) }
      return make(
        code, .string(local.weekday.rawValue), .array(open.map { .string($0.rawValue) }), "weekday",
        "no offers on \(local.weekday.title)")
    case .quietHours:
      let quiet = preferences.quietHours.first { $0.contains(local) }
      let from = quiet?.from.description ?? ""
      let to = quiet?.to.description ?? ""
      return make(
        code, .string(local.clock), [.string(from), .string(to)], "quiet_hours",
        "quiet from \(from) to \(to), it is \(local.clock)")
    default:
      let cap = preferences.offerFrequency.perDay ?? 0
      // What was not used up before is used up by the better offers of this very list.
      return make(
        code, .count(max(cap, context.person.impressionsToday)), .count(cap), "impressions_per_day",
        "\(preferences.offerFrequency.rawValue): at most \(Words.count(cap, "new offer")) a day")
    }
  }

  private func past(_ code: HeldBackCode, _ offer: Offer) -> HeldBackReason {
    let history = context.person.history[offer.id] ?? OfferHistory()
    switch code {
    case .impressionCap:
      let cap = offer.impressionCap ?? ImpressionCap(count: 0)
      let shown = cap.perDay ? history.impressionsToday : history.impressions
      return make(
        code, .count(shown), .count(cap.count), cap.perDay ? "impressions_per_day" : "impressions",
        "shown \(Words.count(shown, "time"))\(cap.perDay ? " today" : ""), at most \(cap.count)")
    case .dismissed:
      let hours = Double((context.now - (history.dismissedAt ?? context.now)).milliseconds) / 3_600_000
      let cooldown = offer.cooldownHours ?? Offer.defaultCooldownHours
      let (actual, required) = Words.pair(hours, cooldown, decimals: 1)
      return make(
        code, .number(hours), .number(cooldown), "hours",
        "dismissed \(actual) h ago, back after \(required) h")
    case .openClaim:
      return make(code, 1, 0, "open_claims", "already claimed, the code is still open")
    case .claimLimit:
      let limit = offer.claimLimit ?? 0
      return make(
        code, .count(history.claims), .count(limit), "claims",
        "claimed \(Words.count(history.claims, "time")), at most \(limit)")
    default:
      return make(code, "other", "shown", "arm", "is shown to another arm of an experiment")
    }
  }

  private var disabled: HeldBackReason {
    make(.disabled, false, true, "enabled", "this person has switched offers off")
  }

  private var sessionEnded: HeldBackReason {
    let end = context.session.endedAt.map { min($0, context.session.expiresAt) } ?? context.session.expiresAt
    return make(
      .sessionEnded, .instant(context.now), .instant(end), "instant", "the session ended \(moment(end))")
  }
}
