import Testing

@testable import Core

/// What a partner's last place means for drivers: they are shown others.
@Suite struct SellOutTests {
  /// Guests leave at four in the morning; the run begins at 19:26:40 in town.
  private static let closing = LittleTown.start + .minutes(8 * 60 + 33) + .seconds(20)

  /// How often each offer was accepted so far.
  private func acceptances(in world: TestWorld) -> [Int64: Int] {
    let accepted = world.log.filter { $0.hasPrefix("accept ") }.compactMap { Int64($0.split(separator: " ")[1]) }
    return Dictionary(accepted.map { ($0, 1) }, uniquingKeysWith: +)
  }

  @Test func nobodyAcceptsAtASoldOutPartnerUntilItsGuestsHaveGone() throws {
    // Partner 3 has the offers 3, 10, 17 and 24, of which the even ones have five places each.
    var before: [Int64: Int] = [:]
    var after: [Int64: Int] = [:]
    for seed in 1...6 as ClosedRange<UInt64> {
      let world = try LittleTown.world()
      var simulation = Simulation(try LittleTown.plan(seed: seed, sessionsPerDay: 900), in: world)
      try simulation.perform(.soldOut(.partner(.init(3))))
      try simulation.advance(to: Self.closing)
      let evening = acceptances(in: world)
      before.merge(evening, uniquingKeysWith: +)
      try simulation.advance(to: LittleTown.start + .days(3))
      after.merge(acceptances(in: world).map { ($0, $1 - (evening[$0] ?? 0)) }, uniquingKeysWith: +)
    }
    #expect(before[10] == nil && before[24] == nil)
    // Its offers without a number of places go on, and so do other partners with places.
    #expect((before[3] ?? 0) + (before[17] ?? 0) > 0)
    #expect([2, 4, 6, 8].reduce(0) { $0 + (before[$1] ?? 0) } > 0)
    #expect((after[10] ?? 0) + (after[24] ?? 0) > 0)
  }

  @Test func aSoldOutOfferIsNotEvenShown() throws {
    let world = try LittleTown.world()
    var simulation = Simulation(try LittleTown.plan(seed: 2, sessionsPerDay: 900), in: world)
    try simulation.perform(.soldOut(.category("cafe")))
    try simulation.advance(to: Self.closing)
    let shown = world.log.filter { $0.hasPrefix("look ") }.flatMap { line in
      line.split(separator: "[").last?.split { !$0.isNumber }.compactMap { Int($0) } ?? []
    }
    // Cafes are 1, 4, 7 and so on; the even ones have places.
    #expect(shown.count > 100)
    #expect(shown.filter { $0 % 3 == 1 && $0 % 2 == 0 } == [])
    #expect(shown.contains { $0 % 3 == 1 })
  }
}
