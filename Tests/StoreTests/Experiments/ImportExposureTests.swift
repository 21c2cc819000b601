import Core
import Testing

@testable import Store

/// Tests that were run elsewhere, by unit and by day.
@Suite struct ImportExposureTests {
  private let town: TestTown
  private let id: Experiment.ID

  init() throws {
    town = try TestTown()
    let arms = ["A", "B"].map { ExperimentArm(name: $0, content: .imported, weight: 0.5) }
    id = try town.store.createExperiment(
      ExperimentDesign(name: "mail", arms: arms, baseline: 0.1, effect: 0.02, plannedPerArm: 3841), by: TestTown.ana,
      now: TestTown.noon
    ).id
  }

  private func line(
    _ unit: String, _ arm: Int, converted: Bool = false, cents: Int64? = nil, at instant: Timestamp? = nil
  ) throws -> ImportedLine {
    try town.store.importExposure(
      ImportedExposure(unit: unit, arm: arm, exposedAt: instant, converted: converted, valueCents: cents), into: id,
      now: TestTown.noon)
  }

  private func totals() throws -> [ArmCounts] {
    let record = try town.store.experimentRecord(id)
    return record.days.reduce([ArmCounts(), ArmCounts()]) { zip($0, $1.arms).map(+) }
  }

  @Test func theSameLineAgainChangesNothingAndAnotherOutcomeCountsAnew() throws {
    #expect(try line("a", 0, converted: true, cents: 1250) == .new)
    #expect(try line("b", 1) == .new)
    #expect(try line("a", 0, converted: true, cents: 1250) == .unchanged)
    #expect(try line("b", 1, converted: true, cents: 300) == .changed)
    #expect(
      try totals() == [
        ArmCounts(exposures: 1, acceptances: 1, revenueCents: 1250, revenueSquares: 1_562_500),
        ArmCounts(exposures: 1, acceptances: 1, revenueCents: 300, revenueSquares: 90_000),
      ])
    #expect(try town.failedChecks() == [])
  }

  @Test func aUnitOfTwoArmsIsCountedInNeither() throws {
    for (unit, arm) in [("a", 0), ("b", 1), ("c", 0), ("a", 1), ("a", 0), ("a", 1)] { _ = try line(unit, arm) }
    #expect(try totals().map(\.exposures) == [1, 1])
    #expect(try town.store.experimentRecord(id).inTwoArms == 1)
    #expect(try town.failedChecks() == [])
  }

  @Test func aTestBeganWithTheFirstExposureThatIsKnownOf() throws {
    _ = try line("a", 0, at: TestTown.noon - .hours(30))
    _ = try line("b", 1, at: TestTown.noon - .hours(54))
    #expect(try town.store.experiment(id).startedAt == TestTown.noon - .hours(54))
    #expect(try town.store.experimentRecord(id).days.map { $0.arms.map(\.exposures) } == [[0, 1], [1, 0]])
    #expect(code { _ = try line("c", 0, at: TestTown.noon + .hours(1)) } == "invalid_value")
  }

  @Test func anEndedTestTakesNothingMore() throws {
    _ = try line("a", 0)
    try town.store.endExperiment(id, by: TestTown.ana, now: TestTown.noon)
    #expect(code { _ = try line("b", 1) } == "experiment.state")
    #expect(code { _ = try line("a", 0, converted: true) } == "experiment.state")
  }

  @Test func onlyATestThatWasRunElsewhereIsImportedInto() throws {
    let scene = try ExperimentTown()
    #expect(
      code {
        _ = try scene.store.importExposure(
          ImportedExposure(unit: "a", arm: 0, exposedAt: nil, converted: false, valueCents: nil),
          into: scene.experiment.id, now: TestTown.noon)
      } == "experiment.state")
  }

  private func day(
    _ day: Int, _ arm: Int, _ exposures: Int64, _ conversions: Int64, cents: Int64 = 0
  ) throws -> ImportedLine {
    try town.store.importTotals(
      day: day, arm: arm, exposures: exposures, conversions: conversions, revenueCents: cents, into: id,
      now: TestTown.noon)
  }

  @Test func aDayIsReplacedByWhatComesLater() throws {
    #expect(try day(20_000, 0, 100, 10, cents: 500) == .new)
    #expect(try day(20_000, 0, 100, 10, cents: 500) == .unchanged)
    #expect(try day(20_000, 0, 120, 11, cents: 600) == .changed)
    #expect(try day(20_000, 0, 100, 10, cents: 500) == .changed)
    #expect(try day(20_001, 1, 90, 9) == .new)
    #expect(
      try totals() == [
        ArmCounts(exposures: 100, acceptances: 10, revenueCents: 500), ArmCounts(exposures: 90, acceptances: 9),
      ])
    let rows = try town.store.connection.integer("SELECT count(*) FROM imported_totals")
    #expect(rows == 4)
    #expect(throws: StoreError.self) { try town.store.connection.execute("DELETE FROM imported_totals") }
    #expect(try town.failedChecks() == [])
  }

  @Test func daysThatCannotBeAreRefused() throws {
    #expect(code { _ = try day(20_000, 0, 10, 11) } == "invalid_value")
    #expect(code { _ = try day(20_000, 0, -1, 0) } == "invalid_value")
    #expect(code { _ = try day(99_999, 0, 10, 1) } == "invalid_value")
    _ = try day(20_000, 0, 10, 1)
    #expect(code { _ = try line("a", 0) } == "import.mixed")
  }

  @Test func aThousandMillionPeopleAreCountedToTheLast() throws {
    _ = try day(20_000, 0, 1_000_000_000, 100_000_000)
    _ = try day(20_001, 0, 1_000_000_000, 100_000_001)
    #expect(try totals()[0] == ArmCounts(exposures: 2_000_000_000, acceptances: 200_000_001))
    #expect(try town.failedChecks() == [])
  }
}
