import Core
import Testing

@testable import Store

@Suite struct SimulationTests {
  private func fill(_ town: TestTown) throws {
    var generator = SeededGenerator(seed: 3)
    for number in 1...30 {
      try town.offer {
        $0.category = ["food", "spa", "tour"][number % 3]
        $0.position = position(19.28 + generator.unit() * 0.01, -81.38 + generator.unit() * 0.01)
        $0.capacityTotal = number.isMultiple(of: 2) ? 5 : nil
      }
    }
    for number in 1...20 { _ = try town.person("Person \(number)", zone: "Asia/Kolkata") }
    for number in 1...3 {
      try town.store.addPlace(
        Place(
          id: Place.ID(0), name: "Place \(number)", position: position(19.281 + Double(number) * 0.002, -81.375),
          zone: "America/Cayman", hourlyRateCents: 300, capacity: 40))
    }
  }

  private func simulate(_ town: TestTown, step: TimeSpan) throws -> SimulationReport {
    let people = try town.store.people()
    let plan = SimulationPlan(
      start: TestTown.noon, end: TestTown.noon + .days(2), arrivals: .invented(perDay: 150, initialShare: 1), seed: 9,
      townSeed: 9, zone: TestZones.cayman, places: try town.store.places(),
      people: people.map { SimulatedPerson(id: $0.id, townSeed: 9) })
    var simulation = Simulation(plan, in: StoredWorld(town.store))
    while !simulation.isFinished {
      _ = try town.store.write { () throws(StoreError) in try simulation.advance(to: simulation.now + step) }
    }
    return simulation.report
  }

  @Test func aSimulatedTownPassesEveryCheckHoweverItIsCutIntoTransactions() throws {
    var reports: [SimulationReport] = []
    for step in [TimeSpan.minutes(20), .days(3)] {
      let town = try TestTown()
      try fill(town)
      let report = try simulate(town, step: step)
      #expect(try town.failedChecks() == [])
      let info = try town.store.info()
      #expect(info.sessions == report.sessions)
      #expect(info.claims == report.acceptances)
      let logged = try town.store.connection.rows(
        "SELECT type, count(*) FROM interaction GROUP BY type"
      ) { row throws(StoreError) in (row.text(0), row.count(1)) }
      let counts = Dictionary(uniqueKeysWithValues: logged)
      #expect(counts["impression"] == report.impressions)
      #expect(counts["acceptance"] == report.acceptances)
      #expect(counts["dismissal"] == report.dismissals)
      #expect(counts["redemption"] == report.redemptions)
      #expect(counts["view"] == report.views)
      #expect(counts["expiry"] ?? 0 == report.expiries)
      #expect(report.acceptances > 10)
      reports.append(report)
    }
    #expect(reports[0] == reports[1])
  }

  @Test func aHugePastIsAsLongAsAskedForAndPassesEveryCheck() throws {
    let town = try TestTown()
    try fill(town)
    var told: [Int] = []
    try town.store.fillHuge(
      interactions: 250_000, from: TestTown.noon - .days(30), until: TestTown.noon, seed: 4
    ) { told.append($0) }
    #expect(told.last == 250_000)
    #expect(told == told.sorted())
    #expect(try town.store.info().interactions == 250_000)
    #expect(try town.failedChecks() == [])
    // The file is an ordinary one again.
    let mode = try town.store.connection.rows("PRAGMA journal_mode") { row throws(StoreError) in row.text(0) }
    #expect(mode == ["wal"])
    #expect(try town.store.connection.integer("PRAGMA foreign_keys") == 1)
    let session = try #require(try town.another().sessions(activeAt: TestTown.noon, limit: 1).first)
    _ = try town.store.discover(session: session.id, now: TestTown.noon)
    #expect(try town.failedChecks() == [])
  }

  @Test func aLiveDatabaseIsNotFilled() throws {
    let town = try TestTown(kind: .live)
    try fill(town)
    #expect(
      code {
        try town.store.fillHuge(
          interactions: 10, from: TestTown.noon - .days(1), until: TestTown.noon, seed: 1
        ) { _ in }
      } == "not_empty")
  }
}
