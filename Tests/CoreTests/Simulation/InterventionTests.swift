import Testing

@testable import Core

@Suite struct InterventionTests {
  /// A busy town without offers.
  private func town(_ acts: [Scenario.Act] = [], perDay: Double = 2000) throws -> Simulation<TestWorld> {
    Simulation(
      try LittleTown.plan(seed: 4, days: 30, sessionsPerDay: perDay, acts: acts), in: TestWorld(offers: []))
  }

  /// Cars that come within some hours.
  private func arrivals(
    _ simulation: inout Simulation<TestWorld>, hours: Int64
  ) throws -> Double {
    let before = simulation.report.sessions
    try simulation.advance(to: simulation.now + .hours(hours))
    return Double(simulation.report.sessions - before)
  }

  @Test func aRushMultipliesTheCarsUntilItIsOverAndNoLonger() throws {
    var usual = try town()
    var rushed = try town()
    try usual.advance(to: LittleTown.start + .days(1))
    try rushed.advance(to: LittleTown.start + .days(1))
    try rushed.perform(.rush(factor: 4, until: rushed.now + .hours(20)))
    let (plain, many) = (try arrivals(&usual, hours: 20), try arrivals(&rushed, hours: 20))
    // Poisson: of about 1,700 and 6,700, the ratio is 4 within four standard errors of 0.11.
    #expect(abs(many / plain - 4) < 0.45)
    let (after, still) = (try arrivals(&usual, hours: 48), try arrivals(&rushed, hours: 48))
    #expect(abs(still / after - 1) < 0.1)
  }

  @Test func nobodyComesInARushOfNoCars() throws {
    var simulation = try town()
    try simulation.advance(to: LittleTown.start + .hours(12))
    let before = simulation.parked
    try simulation.perform(.rush(factor: 0, until: simulation.now + .days(3)))
    try simulation.advance(to: simulation.now + .days(2))
    #expect(before > 50)
    #expect(simulation.parked == 0)
  }

  @Test func arrivalsPerDayHoldFromNowOn() throws {
    var simulation = try town(perDay: 100)
    try simulation.advance(to: LittleTown.start + .hours(5) + .minutes(20))
    try simulation.perform(.arrivals(perDay: 3000))
    // Standard deviation of 9,000 is 95.
    let cars = try arrivals(&simulation, hours: 72)
    #expect(abs(cars - 9000) < 380)
  }

  @Test func theWeatherOfAnOperatorLastsItsHoursAndThenNobodyKnowsIt() throws {
    let world = TestWorld(offers: [])
    var simulation = Simulation(try LittleTown.plan(seed: 4, sessionsPerDay: 1), in: world)
    try simulation.advance(to: LittleTown.start + .hours(2))
    try simulation.perform(.weather(.storm, temperature: 19, hours: 3))
    try simulation.advance(to: LittleTown.start + .days(1))
    #expect(
      world.log.filter { $0.hasPrefix("weather") } == [
        "weather storm 19 \((LittleTown.start + .hours(2)).rfc3339)",
        "weather  0 \((LittleTown.start + .hours(5)).rfc3339)",
      ])
  }

  @Test func afterAnOperatorsWeatherTheClimateHasItsWayAgain() throws {
    let month = Climate.Chances(weights: [1, 0, 0, 0, 0, 0], temperatureMean: 20, temperatureDeviation: 0)
    let climate = try #require(
      Climate(months: Array(repeating: Array(repeating: month, count: 4), count: 12)))
    let world = TestWorld(offers: [])
    let plan = try LittleTown.plan(seed: 4, sessionsPerDay: 1).with(climate)
    var simulation = Simulation(plan, in: world)
    try simulation.advance(to: LittleTown.start + .hours(4))
    try simulation.perform(.weather(.rain, temperature: 24, hours: 7))
    try simulation.advance(to: LittleTown.start + .hours(15))
    let hours = world.log.filter { $0.hasPrefix("weather") }.map { line in
      (0...15).first { line.hasSuffix((LittleTown.start + .hours(Int64($0))).rfc3339) } ?? -1
    }
    // Every three hours by the climate, at 4 by hand; the ones at 6 and 9 are skipped, and at 11 the climate begins anew.
    #expect(hours == [0, 3, 4, 11, 14])
    #expect(world.log.filter { $0.hasPrefix("weather rain") }.count == 1)
  }

  @Test func whatIsSoldOutHasNoPlaceUntilTheSmallHours() throws {
    let world = try LittleTown.world()
    var simulation = Simulation(try LittleTown.plan(seed: 4, sessionsPerDay: 0.001), in: world)
    try simulation.perform(.soldOut(.category("cafe")))
    func left(_ category: String) -> [Int] {
      world.offers.filter { $0.category == category && $0.capacityTotal != nil }.compactMap(\.capacityLeft)
    }
    #expect(left("cafe") == [0, 0, 0, 0, 0])
    #expect(left("dining").allSatisfy { $0 == 5 })
    // It is 19:26 in town; guests leave at 4.
    try simulation.advance(to: LittleTown.start + .hours(8) + .minutes(33))
    #expect(left("cafe") == [0, 0, 0, 0, 0])
    try simulation.advance(to: LittleTown.start + .hours(8) + .minutes(34))
    #expect(left("cafe") == [5, 5, 5, 5, 5])
  }

  @Test func onePartnerSellsOutAlone() throws {
    let world = try LittleTown.world()
    var simulation = Simulation(try LittleTown.plan(seed: 4), in: world)
    try simulation.perform(.soldOut(.partner(.init(3))))
    for offer in world.offers where offer.capacityTotal != nil {
      #expect(offer.capacityLeft == (offer.partnerID == .init(3) ? 0 : 5))
    }
  }

  @Test func guestsComeByDayAndPartnersSellOutNowAndThen() throws {
    let world = try LittleTown.world()
    var simulation = Simulation(try LittleTown.plan(seed: 4, days: 30, sessionsPerDay: 0.001), in: world)
    var soldOut = 0
    var hours = Set<Int>()
    while let event = try simulation.step() {
      guard event.kind == .guests else { continue }
      hours.insert(LittleTown.zone.localTime(at: event.at).minuteOfDay / 60)
      if world.offers.contains(where: { $0.id == event.offer && $0.capacityLeft == 0 }) { soldOut += 1 }
    }
    #expect(soldOut > 20)
    #expect(hours == Set(9...21))
  }

  @Test func theSameInterventionsAtTheSameInstantsGiveTheSameHash() throws {
    func run(in steps: [Int64]) throws -> EventHash {
      let world = try LittleTown.world()
      var simulation = Simulation(try LittleTown.plan(seed: 6), in: world)
      let deeds: [Intervention] = [
        .weather(.rain, temperature: 24, hours: 3), .soldOut(.category("dining")),
        .rush(factor: 2, until: LittleTown.start + .hours(30)), .arrivals(perDay: 500),
      ]
      for (number, deed) in deeds.enumerated() {
        let due = LittleTown.start + .hours(Int64(6 * (number + 1)))
        while simulation.now < due {
          for minutes in steps { try simulation.advance(to: min(due, simulation.now + .minutes(minutes))) }
        }
        try simulation.perform(deed)
      }
      try simulation.advance(to: LittleTown.start + .days(3))
      return simulation.report.hash
    }
    let hash = try run(in: [6000])
    #expect(try run(in: [1, 13, 170]) == hash)
    #expect(try run(in: [7]) == hash)
  }
}

extension SimulationPlan {
  /// The same plan under another sky.
  fileprivate func with(_ climate: Climate) -> SimulationPlan {
    SimulationPlan(
      start: start, end: end, arrivals: arrivals, seed: seed, townSeed: townSeed, zone: zone, places: places,
      people: people, climate: climate)
  }
}
