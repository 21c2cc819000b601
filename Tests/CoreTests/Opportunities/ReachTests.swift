import Testing

@testable import Core

/// Reaches against the engine asked minute by minute.
@Suite struct ReachTests {
  /// What a session needs to stand in a sample and to be asked the engine about.
  private struct Car {
    var session: ParkingSession
    var driver: Int
    var clock: Int
  }

  private struct Town {
    var from: Timestamp
    var until: Timestamp
    var clocks: [ZoneTable]
    var drivers: [ReachSample.Driver]
    var skies: [ReachSample.Sky]
    var cars: [Car] = []

    var sample: ReachSample {
      var sample = ReachSample(from: from, until: until, clocks: clocks, drivers: drivers, skies: skies)
      for car in cars {
        let session = car.session
        sample.add(
          at: session.position, from: session.startedAt ?? from,
          until: min(session.endedAt ?? session.expiresAt, session.expiresAt), expires: session.expiresAt,
          clock: car.clock, driver: car.driver)
      }
      return sample
    }

    /// The engine's codes for one offer at one instant of one stay.
    func codes(_ offer: Offer, _ car: Car, at now: Timestamp) -> Set<HeldBackCode> {
      let driver = drivers[car.driver]
      let clock = clocks[car.clock]
      var person = PersonContext(
        personID: .init(1), preferences: driver.preferences,
        zoneOffsetSeconds: (driver.clock.map { clocks[$0] } ?? clock).offsetSeconds(at: now))
      person.impressionsToday = 0
      let context = Context(
        now: now, session: car.session, placeOffsetSeconds: clock.offsetSeconds(at: now),
        weather: skies.last { $0.start <= now }?.weather, person: person)
      let moment = Moment(context, categories: [offer.category])
      let candidate = Candidate(offer, category: 0)
      return Set(moment.obstacles(candidate, moment.walk(to: SpherePoint(offer.position))).all)
    }

    /// Every whole minute of a stay, and the few instants between at which the time left may begin or cease to suit.
    func instants(_ offer: Offer, _ car: Car) -> [Timestamp] {
      let session = car.session
      let start = max(session.startedAt ?? from, from)
      let end = min(min(session.endedAt ?? session.expiresAt, session.expiresAt), until + .days(7))
      let walk = Walk(greatCircle: SpherePoint(session.position).distance(to: SpherePoint(offer.position)))
      var instants = [start]
      var minute = Timestamp(milliseconds: (start.milliseconds / 60_000 + 1) * 60_000)
      while minute < end {
        instants.append(minute)
        minute = minute + .minutes(1)
      }
      let bounds = [
        offer.trigger.timeRemainingMinimum, offer.trigger.timeRemainingMaximum,
        walk.minutes + offer.useMinutes + walk.minutes,
      ]
      for minutes in bounds.compactMap(\.self) {
        for step in -2...2 as ClosedRange<Int64> {
          instants.append(session.expiresAt - TimeSpan(milliseconds: Int64(minutes * 60_000) + step))
        }
      }
      return instants.filter { start <= $0 && $0 < end }
    }
  }

  /// A week in which New York's clock goes back (1 November 2026, 06:00 UTC) or Lord Howe's goes on (3 October).
  private static func town(until: Timestamp, cars: Int, seed: UInt64) throws -> Town {
    var random = SeededGenerator(seed: seed)
    let clocks = [TestZone.newYork, .lordHowe, .cayman, .kathmandu].map(\.table)
    var drivers = [ReachSample.Driver(preferences: Preferences(), clock: nil)]
    for _ in 0..<40 {
      var wishes = Preferences()
      wishes.enabled = Int.random(in: 0..<12, using: &random) > 0
      wishes.walkingLimit = Metres([150, 400, 800, 2500].randomElement(using: &random) ?? 800)
      wishes.blockedDays = Int.random(in: 0..<4, using: &random) == 0 ? WeekdaySet([.sat, .sun, .tue]) : .none
      wishes.blockedCategories = Int.random(in: 0..<6, using: &random) == 0 ? ["dining"] : []
      wishes.blockedPartners = Int.random(in: 0..<6, using: &random) == 0 ? [.init(3), .init(17)] : []
      for (from, to) in [("22:00", "07:00"), ("12:15", "13:45"), ("00:30", "24:00")]
      where Int.random(in: 0..<4, using: &random) == 0 {
        wishes.quietHours.append(
          try QuietHours(
            days: WeekdaySet(bits: .random(in: 1...127, using: &random)), from: #require(ClockTime(parsing: from)),
            to: #require(ClockTime(parsing: to))))
      }
      drivers.append(.init(preferences: wishes, clock: [nil, 0, 1, 3].randomElement(using: &random) ?? nil))
    }
    var town = Town(from: until - .days(7), until: until, clocks: clocks, drivers: drivers, skies: [])
    var sky = town.from - .hours(30)
    while sky < until + .days(7) {
      town.skies.append(.init(start: sky, weather: ([nil] + Weather.allCases).randomElement(using: &random) ?? nil))
      sky = sky + .minutes(.random(in: 30...900, using: &random))
    }
    for id in 1...Int64(cars) {
      let start = until - TimeSpan(milliseconds: .random(in: -3_600_000...650_000_000, using: &random))
      // Mostly an hour or two, now and then days.
      let longest: Int64 = Int.random(in: 0..<20, using: &random) == 0 ? 200_000_000 : 9_000_000
      let length = TimeSpan(milliseconds: .random(in: 1...longest, using: &random))
      let clock = Int.random(in: clocks.indices, using: &random)
      var session = ParkingSession(
        id: .init(id), personID: .init(1), position: position(&random), zone: clocks[clock].name, startedAt: start,
        expiresAt: start + length)
      if Int.random(in: 0..<3, using: &random) == 0 {
        session.endedAt =
          start + TimeSpan(milliseconds: .random(in: 0...length.milliseconds + 1_000_000, using: &random))
      }
      town.cars.append(
        Car(session: session, driver: .random(in: drivers.indices, using: &random), clock: clock))
    }
    return town
  }

  private static func position(_ random: inout SeededGenerator) -> Coordinate {
    Coordinate(
      latitude: 19.2866 + .random(in: -0.006...0.006, using: &random),
      longitude: -81.3744 + .random(in: -0.006...0.006, using: &random)) ?? .georgeTown
  }

  private static func offer(_ id: Int64, _ random: inout SeededGenerator) throws -> Offer {
    func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &random) ? value : nil }
    let start = maybe(ClockTime(minuteOfDay: .random(in: 0...1100, using: &random))).flatMap(\.self)
    let end = maybe(ClockTime(minuteOfDay: .random(in: 1101...1440, using: &random))).flatMap(\.self)
    let trigger = try TriggerRule(
      timeRemainingMinimum: maybe(Double.random(in: 0...60, using: &random)),
      timeRemainingMaximum: maybe(Double.random(in: 60...200, using: &random)),
      daysOfWeek: maybe(WeekdaySet(bits: .random(in: 1...127, using: &random))), timeOfDayStart: start,
      timeOfDayEnd: end, weather: maybe([.rain, .clear, .hot]))
    return .sample(id) { offer in
      offer.partnerID = .init(.random(in: 1...20, using: &random))
      offer.category = Bool.random(using: &random) ? "dining" : "cafe"
      offer.useMinutes = .random(in: 0...45, using: &random)
      offer.position = position(&random)
      offer.trigger = trigger
    }
  }

  @Test(arguments: ["2026-11-03T17:42:00Z", "2026-10-06T03:15:00Z", "2026-08-21T17:00:00Z"])
  func agreesWithTheEngineAtEveryMinute(until: String) throws {
    let town = try Self.town(until: at(until), cars: 70, seed: 7)
    let sample = town.sample
    var random = SeededGenerator(seed: 11)
    var (eligible, held) = (0, 0)
    for id in 1...12 as ClosedRange<Int64> {
      let offer = try Self.offer(id, &random)
      let estimate = sample.estimate(for: offer)
      var expected: (eligible: Int, excluded: [HeldBackCode: Int], only: [HeldBackCode: Int]) = (0, [:], [:])
      var sessions = 0
      for car in town.cars {
        let instants = town.instants(offer, car)
        guard !instants.isEmpty, (car.session.startedAt ?? town.from) < town.until else { continue }
        sessions += 1
        let codes = instants.map { town.codes(offer, car, at: $0) }
        if codes.contains(where: \.isEmpty) {
          expected.eligible += 1
          continue
        }
        let throughout = codes.dropFirst().reduce(codes[0]) { $0.intersection($1) }
        let alone = codes.filter { $0.count == 1 }.reduce(into: Set()) { $0.formUnion($1) }
        for code in throughout { expected.excluded[code, default: 0] += 1 }
        for code in alone { expected.only[code, default: 0] += 1 }
      }
      #expect(estimate.sessions == sessions)
      #expect(estimate.eligible == expected.eligible, "offer \(id)")
      for code in HeldBackCode.allCases {
        let cost = estimate.costs.first { $0.code == code }
        #expect(cost?.excluded ?? 0 == expected.excluded[code, default: 0], "offer \(id), \(code.name)")
        #expect(cost?.only ?? 0 == expected.only[code, default: 0], "offer \(id), \(code.name)")
      }
      #expect(estimate.costs.map(\.excluded) == estimate.costs.map(\.excluded).sorted(by: >))
      eligible += expected.eligible
      held += sessions - expected.eligible
    }
    // Neither answer is rare, or nothing was tested.
    #expect(eligible > 40 && held > 40)
  }
}
