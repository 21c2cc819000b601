import Testing

@testable import Core

@Suite struct ScenarioTests {
  private let zone = ZoneTable(name: "America/Cayman", initialOffsetSeconds: -18_000)

  private func instant(_ text: String) throws -> Timestamp { try #require(Timestamp(rfc3339: text)) }

  /// Openings on the town's clock, five hours behind UTC.
  @Test(arguments: [
    // Saturday, 21 November 2026, 10:00.
    (Scenario.fridayRush, "2026-11-21T15:00:00Z", "2026-11-27T21:30:00Z"),
    // Friday itself, before and after.
    (.fridayRush, "2026-11-27T21:30:00Z", "2026-11-27T21:30:00Z"),
    (.fridayRush, "2026-11-27T21:30:00.001Z", "2026-12-04T21:30:00Z"),
    (.rainAtFive, "2026-11-21T15:00:00Z", "2026-11-21T21:00:00Z"),
    (.rainAtFive, "2026-11-21T23:00:00Z", "2026-11-22T21:00:00Z"),
    (.dinnerSoldOut, "2026-11-21T15:00:00Z", "2026-11-21T22:30:00Z"),
    (.quietMonday, "2026-11-21T15:00:00Z", "2026-11-23T15:00:00Z"),
    (.heatWave, "2026-11-21T15:00:00Z", "2026-11-21T16:00:00Z"),
  ])
  func opensAtTheNextTimeTheClockShows(scenario: Scenario, now: String, opening: String) throws {
    #expect(scenario.opening(after: try instant(now), zone: zone) == (try instant(opening)))
  }

  @Test func everyActComesWithinItsStory() throws {
    let opening = try instant("2026-11-27T21:30:00Z")
    for scenario in Scenario.allCases {
      let acts = scenario.acts(from: opening)
      #expect(!acts.isEmpty)
      #expect(acts.allSatisfy { opening <= $0.at && $0.at < opening + scenario.length })
      #expect(scenario.explanation.hasSuffix("."))
    }
  }

  @Test func rainAtFiveRainsFromFive() throws {
    let opening = try instant("2026-11-21T21:00:00Z")
    let acts = Scenario.rainAtFive.acts(from: opening)
    #expect(acts == [.init(at: try instant("2026-11-21T22:00:00Z"), .weather(.rain, temperature: 24, hours: 3))])
  }

  @Test func anActHappensInItsTurn() throws {
    let world = try LittleTown.world()
    let due = LittleTown.start + .hours(5)
    var simulation = Simulation(
      try LittleTown.plan(seed: 1, acts: [.init(at: due, .weather(.rain, temperature: 24, hours: 3))]), in: world)
    try simulation.advance(to: due)
    #expect(!world.log.contains { $0.hasPrefix("weather rain") })
    try simulation.advance(to: due + .seconds(1))
    #expect(world.log.contains("weather rain 24 \(due.rfc3339)"))
  }
}
