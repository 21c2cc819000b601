import Testing

@testable import Core

/// What holds of every run, whatever the seed.
@Suite struct SimulationPropertyTests {
  private static let seeds: [UInt64] = Array(1...12)

  /// Three days of a town, one event at a time.
  private func events(
    seed: UInt64, in world: TestWorld, look: (Simulation<TestWorld>, TownEvent) -> Void = { _, _ in }
  ) throws -> Simulation<TestWorld> {
    var simulation = Simulation(try LittleTown.plan(seed: seed), in: world)
    while let event = try simulation.step() { look(simulation, event) }
    return simulation
  }

  @Test(arguments: seeds) func noEventComesBeforeItsPredecessor(seed: UInt64) throws {
    let world = try LittleTown.world()
    var last = LittleTown.start
    var announced: Timestamp?
    var count = 0
    let simulation = try events(seed: seed, in: world) { simulation, event in
      #expect(last <= event.at)
      // What was announced as next is what came.
      #expect(announced == nil || announced == event.at)
      last = event.at
      announced = simulation.nextEvent
      count += 1
    }
    #expect(simulation.isFinished)
    #expect(simulation.report.events == count)
    #expect(last < simulation.plan.end)
  }

  @Test(arguments: seeds) func aPersonIsInOnePlace(seed: UInt64) throws {
    let world = try LittleTown.world()
    _ = try events(seed: seed, in: world)
    let byPerson = Dictionary(grouping: world.sessions.filter { $0.personID != nil }) { $0.personID }
    #expect(byPerson.count > 40)
    for stays in byPerson.values {
      for (one, next) in zip(stays, stays.dropFirst()) {
        #expect(try #require(one.endedAt) <= #require(next.startedAt))
      }
    }
    // A claim is used while its car is parked, and nobody is at two counters, or at a counter and on the phone, at once:
    // the next acceptance of a session comes after the redemption of the one before.
    for (claim, ends) in world.ends {
      let (session, at) = try #require(world.accepted[claim])
      let redemption = try #require(ends.first)
      guard redemption.type == .redemption else { continue }
      let parked = world.sessions[Int(session.value) - 1]
      #expect(redemption.at <= parked.endedAt ?? LittleTown.start + .days(3))
      for other in world.accepted.values where other.session == session && at < other.at {
        #expect(redemption.at < other.at)
      }
    }
  }

  @Test(arguments: seeds) func claimsAndGuestsNeverExceedThePlaces(seed: UInt64) throws {
    let world = try LittleTown.world()
    _ = try events(seed: seed, in: world) { _, event in
      guard event.kind == .acceptance || event.kind == .guests || event.kind == .closing else { return }
      for offer in world.offers where offer.capacityTotal != nil {
        let open = world.openClaims.values.count { $0.offer == offer.id }
        #expect(open + (world.guests[offer.id] ?? 0) <= 5)
        #expect((0...5).contains(offer.capacityLeft ?? -1))
      }
    }
  }

  @Test(arguments: seeds) func everyAcceptanceEndsInExactlyOneRedemptionOrExpiry(seed: UInt64) throws {
    let world = try LittleTown.world()
    let report = try events(seed: seed, in: world).report
    let swept = try world.expireClaims(at: LittleTown.start + .days(10))
    #expect(report.acceptances == world.accepted.count)
    #expect(report.acceptances > 50)
    #expect(world.accepted.keys.allSatisfy { world.ends[$0]?.count == 1 })
    #expect(world.ends.count == report.redemptions + report.expiries + swept)
    #expect(report.redemptions > report.expiries)
  }

  @Test(arguments: seeds) func theHashIsTheSameHoweverTheRunIsCut(seed: UInt64) throws {
    let whole = try events(seed: seed, in: LittleTown.world())
    var cuts = SeededGenerator(seed: seed + 100)
    let world = try LittleTown.world()
    var simulation = Simulation(try LittleTown.plan(seed: seed), in: world)
    while !simulation.isFinished {
      // Slow, fast, stopped in the middle of a stretch, one event at a time, or paused.
      switch cuts.whole(from: 0, to: 4) {
      case 0: try simulation.advance(to: simulation.now + .seconds(Int64(cuts.whole(from: 1, to: 60))))
      case 1: try simulation.advance(to: simulation.now + .hours(Int64(cuts.whole(from: 1, to: 5))))
      case 2:
        var left = cuts.whole(from: 0, to: 20)
        try simulation.advance(to: simulation.now + .hours(9)) {
          left -= 1
          return left > 0
        }
      case 3: try simulation.step()
      default: try simulation.advance(to: simulation.now)
      }
    }
    #expect(simulation.report == whole.report)
    #expect(simulation.report.hash.description == whole.report.hash.description)
  }

  @Test func everySeedHasAnotherHash() throws {
    let hashes = try Self.seeds.map { try events(seed: $0, in: LittleTown.world()).report.hash }
    #expect(Set(hashes).count == Self.seeds.count)
  }

  @Test func theHashIsThatOfTheBytes() {
    // FNV-1a of eight zero bytes, by the reference implementation's rule, worked out with Python:
    // h = 0xcbf29ce484222325; 8 times h = h * 0x100000001b3 mod 2**64.
    var hash = EventHash()
    #expect(hash.description == "cbf29ce484222325")
    hash.fold(Int64(0))
    #expect(hash.description == "a8c7f832281a39c5")
  }
}
