import Testing

@testable import Core

@Suite struct TakeOverTests {
  /// A town with one car of person 1 that is parked for four hours.
  private func town(errands: [Errand] = []) throws -> (TestWorld, Simulation<TestWorld>, ParkingSession.ID) {
    let world = try LittleTown.world()
    let end = LittleTown.start + .hours(4)
    let session = try world.park(.init(1), at: LittleTown.lot(), from: LittleTown.start - .hours(1), until: end)
    let car = ParkedCar(session: session, person: .init(1), expiresAt: end, errands: errands)
    return (world, Simulation(try LittleTown.plan(seed: 2, sessionsPerDay: 0.001, parked: [car]), in: world), session)
  }

  private func accept(_ number: Int64, in session: ParkingSession.ID, of world: TestWorld, at now: Timestamp) throws
    -> Errand
  {
    var generator = SeededGenerator(seed: 1)
    let claim = try #require(try world.accept(.init(number), in: session, at: now, using: &generator))
    let offer = try #require(world.offers.first { $0.id == .init(number) })
    return Errand(claim.id, of: offer, walk: Walk(distance: Metres(160)))
  }

  @Test func whoIsTakenOverDoesNothingByThemselvesAndStaysUntilTheMeterRunsOut() throws {
    var (world, simulation, session) = try town()
    let isThere = simulation.takeOver(session)
    #expect(isThere)
    #expect(simulation.isTakenOver(session))
    try simulation.advance(to: LittleTown.start + .days(1))
    #expect(!world.log.contains { $0.hasPrefix("look") || $0.hasPrefix("view") })
    #expect(world.sessions[0].endedAt == LittleTown.start + .hours(4))
  }

  @Test func whoIsHandedBackLooksAgain() throws {
    var looked = 0
    for seed in 1...30 as ClosedRange<UInt64> {
      let world = try LittleTown.world()
      let end = LittleTown.start + .hours(4)
      let session = try world.park(.init(1), at: LittleTown.lot(), from: LittleTown.start, until: end)
      let car = ParkedCar(session: session, person: .init(1), expiresAt: end)
      var simulation = Simulation(
        try LittleTown.plan(seed: seed, sessionsPerDay: 0.001, parked: [car]), in: world)
      simulation.takeOver(session)
      try simulation.advance(to: LittleTown.start + .hours(2))
      #expect(!world.log.contains { $0.hasPrefix("look") })
      simulation.handBack(session)
      #expect(!simulation.isTakenOver(session))
      try simulation.advance(to: LittleTown.start + .hours(4))
      if world.log.contains(where: { $0.hasPrefix("look") }) { looked += 1 }
    }
    // Half of those who are parked at the start would have looked within the hour.
    #expect((8...22).contains(looked))
  }

  @Test func whatAHumanAcceptsIsWalkedAndRedeemedOneAfterTheOther() throws {
    var (world, simulation, session) = try town()
    simulation.takeOver(session)
    let first = try accept(2, in: session, of: world, at: simulation.now)
    simulation.accepted(first, in: session)
    let second = try accept(4, in: session, of: world, at: simulation.now)
    simulation.accepted(second, in: session)
    try simulation.advance(to: LittleTown.start + .hours(4))
    let used = try [first, second].map { try #require(world.ends[$0.claim]?.first) }
    #expect(used.allSatisfy { $0.type == .redemption })
    // Offer 2 takes 10 to 20 minutes after a walk of 2 and a pause of up to 15; then 2 back, and the next one begins.
    #expect(used[0].at - LittleTown.start > .minutes(12))
    #expect(used[1].at > used[0].at + .minutes(2))
  }

  @Test func aCarStaysForWhatAHumanPaysAndGoesWhenAHumanEndsIt() throws {
    var (world, simulation, session) = try town()
    simulation.takeOver(session)
    let end = try #require(try world.extend(session, minutes: 90, at: simulation.now))
    simulation.extended(session, until: end)
    try simulation.advance(to: LittleTown.start + .hours(5))
    #expect(simulation.parked == 1)
    try simulation.advance(to: end + .seconds(1))
    #expect(simulation.parked == 0)
    #expect(world.sessions[0].endedAt == end)

    (world, simulation, session) = try town()
    simulation.left(session)
    #expect(simulation.parked == 0)
    try simulation.advance(to: LittleTown.start + .days(1))
    #expect(world.sessions[0].endedAt == nil)
  }

  @Test func aCarThatIsNotInTownCannotBeTakenOver() throws {
    var (_, simulation, _) = try town()
    let isThere = simulation.takeOver(.init(999))
    #expect(!isThere)
    #expect(!simulation.isTakenOver(.init(999)))
  }

  @Test func claimsThatWereOpenBeforeTheRunAreUsedInIt() throws {
    let world = try LittleTown.world()
    let end = LittleTown.start + .hours(4)
    let session = try world.park(.init(1), at: LittleTown.lot(), from: LittleTown.start, until: end)
    let errand = try accept(2, in: session, of: world, at: LittleTown.start)
    let car = ParkedCar(session: session, person: .init(1), expiresAt: end, errands: [errand])
    var simulation = Simulation(try LittleTown.plan(seed: 2, sessionsPerDay: 0.001, parked: [car]), in: world)
    try simulation.advance(to: end)
    #expect(world.ends[errand.claim]?.first?.type == .redemption)
  }
}
