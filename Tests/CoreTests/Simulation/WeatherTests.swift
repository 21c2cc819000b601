import Testing

@testable import Core

/// The sky over a simulated town.
@Suite struct WeatherTests {
  /// What the sky did in three days under a climate in which every weather is as likely.
  private func skies(seed: UInt64, step: TimeSpan) throws -> [String] {
    let month = Climate.Chances(weights: [1, 1, 1, 1, 1, 1], temperatureMean: 26, temperatureDeviation: 4)
    let climate = try #require(Climate(months: Array(repeating: Array(repeating: month, count: 4), count: 12)))
    let world = try LittleTown.world()
    let plan = try LittleTown.plan(seed: seed)
    var simulation = Simulation(
      SimulationPlan(
        start: plan.start, end: plan.end, arrivals: plan.arrivals, seed: seed, townSeed: 1, zone: plan.zone,
        places: plan.places, people: plan.people, climate: climate),
      in: world)
    while !simulation.isFinished { try simulation.advance(to: simulation.now + step) }
    return world.log.filter { $0.hasPrefix("weather ") }
  }

  @Test func theSameSeedHasTheSameWeatherHoweverTheRunIsCut() throws {
    let whole = try skies(seed: 5, step: .days(3))
    #expect(try skies(seed: 5, step: .minutes(37)) == whole)
    #expect(try skies(seed: 6, step: .days(3)) != whole)
  }

  @Test func theWeatherChangesEveryThreeHours() throws {
    let skies = try skies(seed: 5, step: .days(3))
    // Three days of eight stretches.
    let expected = (0..<24).map { (LittleTown.start + .hours(3 * $0)).rfc3339 }
    #expect(skies.compactMap { $0.split(separator: " ").last.map(String.init) } == expected)
    // Of six as likely ones, at least three come in 24 draws: two or fewer have a chance below 1 in 10^10.
    #expect(Set(skies.map { $0.split(separator: " ")[1] }).count >= 3)
  }
}
