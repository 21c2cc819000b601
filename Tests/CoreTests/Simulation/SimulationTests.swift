import Testing

@testable import Core

@Suite struct SimulationTests {
  private static let start = LittleTown.start
  private static func run(seed: UInt64, step: TimeSpan) throws -> (log: [String], report: SimulationReport) {
    let world = try LittleTown.world()
    var simulation = Simulation(try LittleTown.plan(seed: seed), in: world)
    var until = start
    while !simulation.isFinished {
      until = until + step
      try simulation.advance(to: until)
    }
    return (world.log, simulation.report)
  }

  @Test func sameSeedGivesTheSameEventsHoweverTheRunIsCut() throws {
    let whole = try Self.run(seed: 7, step: .days(3))
    let cut = try Self.run(seed: 7, step: .minutes(17))
    #expect(whole.log == cut.log)
    #expect(whole.report == cut.report)
    #expect(try Self.run(seed: 8, step: .days(3)).log != whole.log)
  }

  @Test func nobodyIsInTwoPlacesAtOnce() throws {
    let world = try LittleTown.world()
    var simulation = Simulation(try LittleTown.plan(seed: 3), in: world)
    try simulation.advance(to: Self.start + .days(3))
    let byPerson = Dictionary(grouping: world.sessions.filter { $0.personID != nil }) { $0.personID }
    for stays in byPerson.values {
      for (one, next) in zip(stays, stays.dropFirst()) {
        #expect(try #require(one.endedAt) <= #require(next.startedAt))
      }
    }
  }

  @Test func peopleParkedBeforeTheRunArriveOnlyOnceTheyAreFree() throws {
    let world = try LittleTown.world()
    let until = Self.start + .hours(40)
    let cars = try [Int64(1), 2].map { number in
      let session = try world.park(Person.ID(number), at: LittleTown.lot(), from: Self.start - .hours(1), until: until)
      return ParkedCar(session: session, person: Person.ID(number), expiresAt: until)
    }
    var simulation = Simulation(try LittleTown.plan(seed: 3, parked: cars), in: world)
    #expect(simulation.parked == 2)
    try simulation.advance(to: Self.start + .days(3))
    let stays = world.sessions.filter { $0.personID == .init(1) || $0.personID == .init(2) }
    #expect(stays.count > 2)
    let left = try stays.prefix(2).map { try #require($0.endedAt) }
    // Back in the last quarter of the 40 hours that were left, or at their end; nobody is kept longer by 3 hours.
    #expect(left.allSatisfy { Self.start + .hours(30) <= $0 && $0 <= until + .hours(3) })
    #expect(stays.dropFirst(2).allSatisfy { later in (later.startedAt ?? Self.start) >= left.min() ?? until })
  }

  @Test func claimsNeverExceedCapacityAndEveryOneIsClosed() throws {
    let world = try LittleTown.world()
    var simulation = Simulation(try LittleTown.plan(seed: 5), in: world)
    for hour in 1...72 {
      try simulation.advance(to: Self.start + .hours(Int64(hour)))
      #expect(world.offers.allSatisfy { $0.capacityTotal == nil || (0...5).contains($0.capacityLeft ?? -1) })
    }
    let expired = try world.expireClaims(at: Self.start + .days(10))
    let report = simulation.report
    #expect(report.acceptances > 50)
    #expect(world.openClaims.isEmpty)
    #expect(report.acceptances >= report.redemptions + report.expiries + expired)
    #expect(world.closedClaims == report.redemptions + report.expiries + expired)
  }

  @Test func arrivalsComeAsOftenAsPlanned() throws {
    // 300 a day over 30 days is 9,000 expected; four standard deviations of a Poisson count are 4 x 95.
    let world = TestWorld(offers: [])
    var simulation = Simulation(try LittleTown.plan(seed: 11, days: 30), in: world)
    try simulation.advance(to: Self.start + .days(30))
    #expect(abs(simulation.report.sessions - 9000) < 380)
  }

  @Test func sharesOfStaysSumToOne() {
    for isWeekend in [false, true] {
      let sum = StayKind.allCases.reduce(0) { $0 + $1.share(isWeekend: isWeekend) }
      #expect(abs(sum - 1) < 1e-12)
    }
    #expect(StayKind.allCases.allSatisfy { $0.hours.count == 24 })
  }

  @Test func poissonCountsHaveTheirMeanAndVariance() {
    var generator = SeededGenerator(seed: 1)
    let counts = (0..<20_000).map { _ in Double(generator.poisson(mean: 40)) }
    let mean = counts.reduce(0, +) / 20_000
    let variance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 19_999
    // Standard errors: of the mean sqrt(40 / 20000) = 0.045, of the variance about 40 x sqrt(2 / 20000) = 0.4.
    #expect(abs(mean - 40) < 0.2)
    #expect(abs(variance - 40) < 1.8)
  }

  @Test func eventsComeInOrderOfTimeAndThenOfPlanning() {
    var generator = SeededGenerator(seed: 2)
    var queue = EventQueue<Int>()
    let times = (0..<500).map { _ in Timestamp(milliseconds: Int64(generator.whole(from: 0, to: 50))) }
    for (order, time) in times.enumerated() { queue.add(order, at: time) }
    var taken: [Int] = []
    while let next = queue.take() { taken.append(next.event) }
    #expect(taken == times.indices.sorted { (times[$0], $0) < (times[$1], $1) })
  }
}
