import Core
import Testing

@testable import Store

/// Simulated towns whose people answer by a published model, so that what is true of an experiment is known: seeds are
/// fixed, and what is found must be what is true.
@Suite struct ExperimentTruthTests {
  /// Lets a town of four hundred people live with an experiment, and analyses it as its command would.
  private func analysis(control: Double, variant: ArmWording) throws -> (ExperimentAnalysis, failed: [String]) {
    let town = try TestTown()
    let offer = try town.offer {
      $0.value = ValueProposition(discountPercent: control)
      $0.claimMinutes = 120
    }
    for _ in 0..<3 { try town.offer { $0.value = ValueProposition(discountPercent: 30) } }
    try town.store.addPlace(
      Place(
        id: Place.ID(0), name: "Harbour", position: TestTown.centre, zone: "America/Cayman", hourlyRateCents: 300,
        capacity: 400))
    let people = try (0..<400).map { try town.person("Person \($0)") }
    let arms = [
      ExperimentArm(name: "as it is", content: .offer(offer.id), weight: 0.5),
      ExperimentArm(name: "other", content: .variant(offer.id, variant), weight: 0.5),
    ]
    let design = ExperimentDesign(
      name: "truth", arms: arms, baseline: 0.2, effect: 0.1, plannedPerArm: 290, minimumDays: 2)
    let draft = try town.store.createExperiment(design, by: TestTown.ana, now: TestTown.noon)
    try town.store.startExperiment(draft.id, by: TestTown.ana, now: TestTown.noon)
    let end = TestTown.noon + .days(4)
    let plan = SimulationPlan(
      start: TestTown.noon, end: end, arrivals: .invented(perDay: 300, initialShare: 1), seed: 11, townSeed: 9,
      zone: TestZones.cayman, places: try town.store.places(),
      people: people.map { SimulatedPerson(id: $0.id, townSeed: 9) }, anonymousShare: 0)
    _ = try SimulationRun.run(plan, in: town.store) { _ in }
    return (
      ExperimentAnalysis(record: try town.store.experimentRecord(draft.id), now: end, zone: TestZones.cayman),
      try town.failedChecks()
    )
  }

  /// Ninety percent off is worth more to everybody than ten (`AcceptanceModel`: the chance rises with the worth).
  @Test func aVariantThatIsWorthMoreIsFoundToBeBetter() throws {
    let (found, failed) = try analysis(
      control: 10, variant: ArmWording(value: ValueProposition(discountPercent: 90)))
    #expect(found.health.problems == [])
    #expect(found.verdict.kind == .ship, "\(found.verdict.text)")
    #expect(found.verdict.arm == 1)
    #expect((found.comparisons[0].differenceInterval?.low ?? -1) > 0)
    #expect(failed == [])
  }

  @Test func aVariantThatIsWorthLessIsFoundToBeWorse() throws {
    let (found, failed) = try analysis(
      control: 90, variant: ArmWording(value: ValueProposition(discountPercent: 10)))
    #expect(found.health.problems == [])
    #expect(found.verdict.kind == .rollBack, "\(found.verdict.text)")
    #expect(failed == [])
  }

  /// The model does not read: another title changes nothing, and nothing must be found.
  @Test func anotherTitleAloneIsFoundToChangeNothing() throws {
    let (found, failed) = try analysis(control: 40, variant: ArmWording(title: "A feast"))
    #expect(found.health.problems == [])
    #expect(![.ship, .rollBack, .review].contains(found.verdict.kind), "\(found.verdict.text)")
    #expect((found.comparisons[0].differenceInterval?.low ?? 0) < 0)
    #expect(failed == [])
  }
}
