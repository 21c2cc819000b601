import Core

/// A city of offers and drivers, dense enough that a circle of 800 walked metres holds about a hundredth of 100,000.
struct BenchWorld {
  private static let categories = [
    "dining", "cafe", "bar", "shopping", "groceries", "wellness", "tours", "culture", "kids", "sports", "services",
    "charging",
  ]
  private static let centre = (latitude: 19.30, longitude: -81.25)

  let offers: [Offer]
  private var random: SeededGenerator
  /// Half the side of the city, in degrees of latitude.
  private let halfSide: Double

  /// - Parameter inReach: about how many offers a driver can walk to.
  init(offers count: Int, inReach: Int, seed: UInt64) throws {
    // pi r^2 of n / side^2 offers are in reach, r = 800 m of walking / 1.3; a degree of latitude is 111,195 m.
    let side = 800 / 1.3 * (Double.pi * Double(count) / Double(inReach)).squareRoot()
    halfSide = side / 111_195 / 2
    random = SeededGenerator(seed: seed)
    var offers: [Offer] = []
    for id in 1...Int64(count) { offers.append(try Self.offer(id, halfSide, &random)) }
    self.offers = offers
  }

  /// Another driver somewhere in the city, away from its edge, with tastes and a past.
  mutating func context() throws -> Context {
    let now = Moment.now + .minutes(.random(in: -300...300, using: &random))
    let session = ParkingSession(
      id: .init(1), personID: .init(1), position: try Self.position(halfSide * 0.85, &random), zone: "America/Cayman",
      startedAt: now - .minutes(.random(in: 1...60, using: &random)),
      expiresAt: now + .minutes(.random(in: 40...200, using: &random)), hourlyRateCents: 250)
    var person = PersonContext(personID: .init(1), zoneOffsetSeconds: -18_000)
    person.preferences.preferredCategories = ["dining", "tours"]
    person.preferences.blockedCategories = ["kids"]
    person.preferences.offerFrequency = Int.random(in: 0..<4, using: &random) == 0 ? .occasional : .all
    person.preferences.quietHours = [QuietHours]()
    for category in Self.categories { person.categoryAffinity[category] = affinity(now) }
    for _ in 0..<60 { person.partnerAffinity[.init(.random(in: 1...4000, using: &random))] = affinity(now) }
    for _ in 0..<200 { person.history[.init(.random(in: 1...Int64(offers.count), using: &random))] = history(now) }
    return Context(now: now, session: session, placeOffsetSeconds: -18_000, weather: .clear, person: person)
  }

  private mutating func affinity(_ now: Timestamp) -> Affinity {
    Affinity(
      accepted: .random(in: 0...9, using: &random), dismissed: .random(in: 0...9, using: &random),
      asOf: now - .days(.random(in: 0...200, using: &random)))
  }

  private mutating func history(_ now: Timestamp) -> OfferHistory {
    var history = OfferHistory()
    history.impressions = .random(in: 1...5, using: &random)
    history.dismissedAt = Bool.random(using: &random) ? now - .hours(.random(in: 0...72, using: &random)) : nil
    return history
  }

  private static func offer(_ id: Int64, _ halfSide: Double, _ random: inout SeededGenerator) throws -> Offer {
    var offer = Offer(
      id: .init(id), partnerID: .init(.random(in: 1...4000, using: &random)), title: "Offer \(id)",
      category: categories[Int.random(in: 0..<12, using: &random)],
      value: ValueProposition(
        discountPercent: .random(in: 10...40, using: &random), parkingMinutes: .random(in: 0...30, using: &random)),
      useMinutes: Double.random(in: 0...40, using: &random).rounded(), position: try position(halfSide, &random),
      validFrom: Moment.now - .days(30), validUntil: Moment.now + .days(.random(in: 0...30, using: &random)),
      priority: .random(in: 0...3, using: &random))
    if Bool.random(using: &random) {
      offer.capacityTotal = 40
      offer.capacityLeft = .random(in: 0...40, using: &random)
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      offer.trigger = try TriggerRule(
        timeRemainingMinimum: 20, daysOfWeek: WeekdaySet([.thu, .fri, .sat, .sun]),
        timeOfDayStart: ClockTime(minuteOfDay: 9 * 60), timeOfDayEnd: ClockTime(minuteOfDay: 21 * 60))
    }
    if Int.random(in: 0..<10, using: &random) == 0 { offer.impressionCap = ImpressionCap(count: 3) }
    return offer
  }

  private static func position(_ halfSide: Double, _ random: inout SeededGenerator) throws -> Coordinate {
    // A degree of longitude is shorter by the cosine of 19.3 degrees, 0.944.
    try Coordinate(
      latitude: centre.latitude + .random(in: -halfSide...halfSide, using: &random),
      longitude: centre.longitude + .random(in: -halfSide...halfSide, using: &random) / 0.944,
      latitudeField: "latitude", longitudeField: "longitude")
  }
}
