@testable import Core

/// Random offers and contexts that meet each other in every way: near and far, in time and late, wanted and blocked.
enum RandomWorld {
  static let categories = ["dining", "cafe", "shopping", "wellness", "tours"]

  /// Offers 1 to `count` within about a kilometre of George Town; numbers are round so that ties happen.
  static func offers(_ count: Int, _ random: inout SeededGenerator) -> [Offer] {
    (1...Int64(count)).map { offer($0, &random) }
  }

  static func offer(_ id: Int64, _ random: inout SeededGenerator) -> Offer {
    var offer = Offer.sample(id)
    offer.version = .random(in: 1...5, using: &random)
    offer.partnerID = Partner.ID(.random(in: 1...40, using: &random))
    offer.category = pick(categories, &random)
    offer.value = ValueProposition(
      discountPercent: pick([0, 10, 20, 33.3, 100], &random), amountCents: pick([0, 500, 1999], &random),
      parkingMinutes: pick([0, 15, 60], &random), perks: pick([[], [], [.gift], [.freeDrink, .skipLine]], &random))
    offer.typicalSpendCents = pick([nil, 0, 1200, 9000], &random)
    offer.useMinutes = pick([0, 0, 5, 20, 45], &random)
    offer.position = position(&random)
    offer.capacityTotal = pick([nil, 1, 5, 50], &random)
    offer.capacityLeft = offer.capacityTotal.map { .random(in: 0...$0, using: &random) }
    offer.validFrom = rarely(&random) ? near(&random) : nil
    offer.validUntil = rarely(&random) ? near(&random) : nil
    offer.trigger = trigger(&random)
    offer.priority = .random(in: 0...2, using: &random)
    offer.cooldownHours = pick([nil, nil, 0, 1.5, 72], &random)
    offer.impressionCap = pick([nil, nil, ImpressionCap(count: 2), ImpressionCap(count: 1, perDay: true)], &random)
    offer.claimLimit = pick([nil, nil, 1], &random)
    offer.state = rarely(&random) ? pick(OfferState.allCases, &random) : .active
    offer.campaignHolds = rarely(&random) ? pick([.spent, .paused, .notStarted, .ended], &random) : []
    return offer
  }

  /// Any of a few drivers near George Town, with memories of offers 1 to `offers`.
  static func context(_ random: inout SeededGenerator, offers: Int) -> Context {
    var context = Context.sample()
    let now = near(&random)
    context.now = now
    context.session.position = position(&random)
    context.session.startedAt = pick([nil, now - .minutes(.random(in: -5...200, using: &random))], &random)
    context.session.expiresAt = now + TimeSpan(milliseconds: .random(in: -300_000...14_400_000, using: &random))
    context.session.endedAt = rarely(&random) ? near(&random) : nil
    context.session.hourlyRateCents = pick([nil, 250, 1000], &random)
    context.placeOffsetSeconds = pick([-18_000, 37_800, 0], &random)
    context.weather = pick([nil] + Weather.allCases, &random)
    context.browsing = rarely(&random)
    context.person = person(now, &random, offers: offers)
    return context
  }

  private static func person(_ now: Timestamp, _ random: inout SeededGenerator, offers: Int) -> PersonContext {
    var person = PersonContext(personID: pick([nil, .init(7)], &random))
    person.zoneOffsetSeconds = pick([-18_000, 3600, 39_600], &random)
    person.impressionsToday = .random(in: 0...3, using: &random)
    person.preferences.offerFrequency = pick([.all, .all, .all, .all, .occasional, .minimal], &random)
    person.preferences.enabled = !rarely(&random)
    person.preferences.walkingLimit = Metres(pick([0, 150, 400, 800, 2500], &random))
    person.preferences.blockedDays = rarely(&random) ? WeekdaySet([.sat, .sun, .mon]) : .none
    person.preferences.blockedCategories = rarely(&random) ? ["cafe"] : []
    person.preferences.preferredCategories = pick([[], ["dining", "tours"]], &random)
    person.preferences.blockedPartners = pick([[], [.init(3), .init(17)]], &random)
    if rarely(&random), let from = ClockTime(parsing: "22:00"), let to = ClockTime(parsing: "07:00") {
      person.preferences.quietHours = [QuietHours](trying: { try QuietHours(from: from, to: to) })
    }
    for category in categories where Bool.random(using: &random) {
      person.categoryAffinity[category] = affinity(now, &random)
    }
    for _ in 0..<Int.random(in: 0...20, using: &random) {
      person.partnerAffinity[Partner.ID(.random(in: 1...40, using: &random))] = affinity(now, &random)
    }
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      person.history[Offer.ID(.random(in: 1...Int64(offers), using: &random))] = history(now, &random)
    }
    return person
  }

  private static func history(_ now: Timestamp, _ random: inout SeededGenerator) -> OfferHistory {
    var history = OfferHistory()
    history.impressions = .random(in: 0...3, using: &random)
    history.impressionsToday = .random(in: 0...history.impressions, using: &random)
    history.shownInSession = Bool.random(using: &random)
    history.dismissedAt = rarely(&random) ? now - .hours(.random(in: 0...80, using: &random)) : nil
    history.hasOpenClaim = rarely(&random)
    history.claims = .random(in: 0...1, using: &random)
    history.otherArm = rarely(&random)
    return history
  }

  private static func affinity(_ now: Timestamp, _ random: inout SeededGenerator) -> Affinity {
    Affinity(
      accepted: Double.random(in: 0...20, using: &random), dismissed: pick([0, 1, 12.75], &random),
      asOf: now - .hours(.random(in: -5...5000, using: &random)))
  }

  private static func trigger(_ random: inout SeededGenerator) -> TriggerRule {
    let days = rarely(&random) ? WeekdaySet([.fri, .sat]) : nil
    let start = rarely(&random) ? ClockTime(parsing: "11:30") : nil
    let weather: Set<Weather>? = rarely(&random) ? [.rain, .hot] : nil
    let rule = try? TriggerRule(
      timeRemainingMinimum: pick([nil, nil, 10, 45], &random),
      timeRemainingMaximum: pick([nil, nil, 90, 150], &random),
      daysOfWeek: days, timeOfDayStart: start, weather: weather)
    return rule ?? .none
  }

  /// Some hours around a Saturday noon.
  private static func near(_ random: inout SeededGenerator) -> Timestamp {
    at("2026-11-21T17:42:00Z") + TimeSpan(milliseconds: .random(in: -50_000_000...50_000_000, using: &random))
  }

  private static func position(_ random: inout SeededGenerator) -> Coordinate {
    let latitude = 19.2866 + Double(Int.random(in: -80...80, using: &random)) * 0.0001
    let longitude = -81.3744 + Double(Int.random(in: -80...80, using: &random)) * 0.0001
    return Coordinate(latitude: latitude, longitude: longitude) ?? .georgeTown
  }

  private static func pick<Value>(_ values: [Value], _ random: inout SeededGenerator) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }

  /// True once in sixteen times.
  private static func rarely(_ random: inout SeededGenerator) -> Bool {
    Int.random(in: 0..<16, using: &random) == 0
  }
}

extension Array {
  /// One element, or none where making it fails.
  fileprivate init(trying make: () throws -> Element) {
    self = (try? make()).map { [$0] } ?? []
  }
}
