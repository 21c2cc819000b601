import Testing

@testable import Core

@Suite struct ReplayTests {
  /// Forty stays that are stored already: persons 1 and 2 have two cars at a time.
  private func world() throws -> (world: TestWorld, stays: [RecordedStay]) {
    let world = try LittleTown.world()
    let stays = try (0..<40).map { number in
      let start = LittleTown.start + .minutes(Int64(number) * 30)
      let person = number % 2 == 0 ? Person.ID(Int64(number / 2 % 2 + 1)) : nil
      let end = start + .minutes(90)
      let session = try world.park(person, at: LittleTown.lot(), from: start, until: end)
      return RecordedStay(session: session, person: person, start: start, end: end)
    }
    return (world, stays)
  }

  private func plan(_ stays: [RecordedStay], seed: UInt64 = 5) throws -> SimulationPlan {
    let town = try LittleTown.plan(seed: seed)
    return SimulationPlan(
      start: town.start, end: town.end, arrivals: .recorded(stays), seed: seed, townSeed: 1, zone: town.zone,
      places: town.places, people: town.people)
  }

  @Test func recordedCarsComeAndLeaveAsTheyDidAndNothingOfThatIsWrittenAgain() throws {
    let (world, stays) = try world()
    let before = world.log.count
    var simulation = Simulation(try plan(stays), in: world)
    var arrived: [ParkingSession.ID: Timestamp] = [:]
    var left: [ParkingSession.ID: Timestamp] = [:]
    while let event = try simulation.step() {
      if event.kind == .arrival { arrived[try #require(event.session)] = event.at }
      if event.kind == .departure { left[try #require(event.session)] = event.at }
    }
    #expect(arrived == Dictionary(uniqueKeysWithValues: stays.map { ($0.session, $0.start) }))
    #expect(left == Dictionary(uniqueKeysWithValues: stays.map { ($0.session, $0.end) }))
    #expect(simulation.report.sessions == 40)
    let written = world.log.dropFirst(before)
    #expect(!written.contains { $0.hasPrefix("park") || $0.hasPrefix("leave") || $0.hasPrefix("extend") })
    #expect(written.contains { $0.hasPrefix("look") })
    #expect(simulation.report.acceptances > 3)
    #expect(simulation.report.redemptions > 0)
  }

  @Test func claimsAreUsedWhileTheCarIsReallyThere() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      let (world, stays) = try world()
      var simulation = Simulation(try plan(stays, seed: seed), in: world)
      try simulation.advance(to: simulation.plan.end)
      for (claim, ends) in world.ends where ends.first?.type == .redemption {
        let session = try #require(world.accepted[claim]).session
        let stay = try #require(stays.first { $0.session == session })
        #expect(try #require(ends.first).at < stay.end)
      }
    }
  }

  @Test func aPersonWithTwoCarsLooksOnlyWhereTheLastOneIs() throws {
    let (world, stays) = try world()
    let before = world.log.count
    var simulation = Simulation(try plan(stays), in: world)
    try simulation.advance(to: simulation.plan.end)
    // Two hours lie between the starts of one person's cars, of which each stays for 90 minutes: shift half of them
    // onto the others, and the first car's looks end where the second one begins.
    let double = stays.map { stay in
      RecordedStay(session: stay.session, person: .init(1), start: stay.start, end: stay.end)
    }
    var crowded = Simulation(try plan(double), in: world)
    var last: ParkingSession.ID?
    while let event = try crowded.step() {
      if event.kind == .arrival { last = event.session }
      if event.kind == .look, event.outcome >= 0 { #expect(event.session == last) }
    }
    #expect(world.log.count > before)
  }
}
