import Core
import Testing

@testable import Store

/// Draft, running, ended: what each allows, to whom.
@Suite struct ExperimentLifeTests {
  private static let analyst = Actor(.analyst, "ana")

  @Test func whatIsStoredIsWhatWasPlanned() throws {
    let town = try TestTown()
    let offer = try town.offer()
    var design = ExperimentTown.design(of: offer)
    design.hypothesis = "More is more"
    design.metric = .redemption
    design.guardrails = [Guardrail(.dismissal, margin: 0.01), Guardrail(.revenue, margin: 50)]
    design.arms = [
      ExperimentArm(name: "A", content: .offer(offer.id), weight: 1.0 / 3),
      ExperimentArm(
        name: "B",
        content: .variant(
          offer.id,
          ArmWording(description: "Bring friends", value: ValueProposition(parkingMinutes: 45, perks: [.freeDrink]))),
        weight: 1.0 / 3),
      ExperimentArm(name: "C", content: .variant(offer.id, ArmWording(title: "Feast")), weight: 1.0 / 3),
    ]
    design.coverage = 0.25
    design.namespace = ExperimentNamespace(name: "dinner", from: 0.25, to: 0.75)
    (design.confidence, design.power, design.minimumDays, design.alwaysValid) = (0.99, 0.9, 14, false)
    let draft = try town.store.createExperiment(design, by: Self.analyst, now: TestTown.noon)
    let read = try town.another().experiment(draft.id)
    #expect(read == draft)
    #expect(read.design == design)
    #expect((read.state, read.version, read.phases) == (.draft, 1, []))
    #expect(try ExperimentDesign(facts: .object(design.facts)) == design)
  }

  @Test func eachStepLeadsOnAndNoneIsTakenTwice() throws {
    let scene = try ExperimentTown(start: false)
    let id = scene.experiment.id
    let store = scene.store
    let now = TestTown.noon
    #expect(code { try store.endExperiment(id, by: Self.analyst, now: now) } == "experiment.state")
    #expect(code { try store.rampExperiment(id, coverage: 0.5, by: Self.analyst, now: now) } == "experiment.state")
    #expect(try store.startExperiment(id, by: Self.analyst, now: now).state == .running)
    #expect(code { try store.startExperiment(id, by: Self.analyst, now: now) } == "experiment.state")
    #expect(
      code { try store.editExperiment(id, scene.experiment.design, by: Self.analyst, now: now) } == "experiment.state")
    #expect(code { try store.endExperiment(id, winner: 2, by: Self.analyst, now: now) } == "invalid_value")
    #expect(code { try store.endExperiment(id, by: Self.analyst, now: now - .hours(1)) } == "invalid_value")
    let ended = try store.endExperiment(id, winner: 1, by: Self.analyst, now: now + .hours(1))
    #expect((ended.state, ended.winner, ended.endedAt) == (.ended, 1, now + .hours(1)))
    #expect(code { try store.endExperiment(id, by: Self.analyst, now: now + .hours(2)) } == "experiment.state")
    #expect(code { try store.endExperiment(Experiment.ID(9), by: Self.analyst, now: now) } == "not_found")
    #expect(
      try store.experimentHistory(id).map(\.what) == ["ended for bigger", "started", "created"])
  }

  @Test func anOfferTakesPartInOneRunningExperimentAtMost() throws {
    let scene = try ExperimentTown()
    var design = ExperimentTown.design(of: scene.offer)
    design.name = "another"
    let other = try scene.store.createExperiment(design, by: Self.analyst, now: TestTown.noon)
    #expect(
      throws: StoreError.conflict(
        code: "experiment.offer",
        sentence: "offer 1 takes part in experiment 1 'bigger', which runs; end that first")
    ) { try scene.store.startExperiment(other.id, by: Self.analyst, now: TestTown.noon) }
    #expect(try scene.store.experiment(other.id).state == .draft)
    try scene.store.endExperiment(scene.experiment.id, by: Self.analyst, now: TestTown.noon)
    #expect(try scene.store.startExperiment(other.id, by: Self.analyst, now: TestTown.noon).state == .running)
  }

  @Test func draftsAreTakenBackAndWhatRanIsNot() throws {
    let scene = try ExperimentTown(start: false)
    let (store, id, now) = (scene.store, scene.experiment.id, TestTown.noon)
    var design = scene.experiment.design
    design.effect = 0.03
    try store.editExperiment(id, design, by: TestTown.ana, now: now)
    try store.undo(by: TestTown.ana, now: now)
    #expect(try store.experiment(id).design == scene.experiment.design)
    try store.redo(by: TestTown.ana, now: now)
    #expect(try store.experiment(id).design == design)
    try store.undo(by: TestTown.ana, now: now)
    try store.undo(by: TestTown.ana, now: now)
    #expect(code { _ = try store.experiment(id) } == "not_found")
    try store.redo(by: TestTown.ana, now: now)
    #expect(try store.experiment(id).design == scene.experiment.design)
    try store.startExperiment(id, by: TestTown.ana, now: now)
    #expect(code { try store.undo(by: TestTown.ana, now: now) } == "undo.never")
    #expect(try scene.town.failedChecks() == [])
  }

  @Test func partnersRunNoExperimentsAndAnalystsDeployNone() throws {
    let scene = try ExperimentTown(start: false)
    let (store, now) = (scene.store, TestTown.noon)
    let partner = Actor(scene.town.partner.id)
    let design = scene.experiment.design
    #expect(code { try store.createExperiment(design, by: partner, now: now) } == "not_allowed")
    #expect(code { try store.startExperiment(scene.experiment.id, by: partner, now: now) } == "not_allowed")
    try store.startExperiment(scene.experiment.id, by: Self.analyst, now: now)
    try store.endExperiment(scene.experiment.id, winner: 1, by: Self.analyst, now: now)
    #expect(code { try store.deployWinner(scene.experiment.id, by: Self.analyst, now: now) } == "not_allowed")
    #expect(
      code { try store.createCampaign(CampaignDraft(name: "x", offers: [scene.offer.id]), by: partner, now: now) }
        == "not_allowed")
  }

  @Test func aWinningWordingBecomesTheOffersOwn() throws {
    let scene = try ExperimentTown()
    try scene.store.endExperiment(scene.experiment.id, winner: 1, by: Self.analyst, now: TestTown.noon)
    let deployed = try scene.store.deployWinner(scene.experiment.id, by: TestTown.ana, now: TestTown.noon)
    #expect(deployed.deployedAt == TestTown.noon)
    let offer = try scene.store.offer(scene.offer.id)
    #expect((offer.title, offer.value.discountPercent, offer.version) == ("Sunset feast", 60, 2))
    #expect(
      code { try scene.store.deployWinner(scene.experiment.id, by: TestTown.ana, now: TestTown.noon) }
        == "experiment.deployed")
  }

  @Test func theLosingCampaignsOffersEnd() throws {
    let town = try TestTown()
    let offers = try (0..<4).map { _ in try town.offer { $0.state = .approved } }
    let campaigns = try [offers[..<2], offers[2...]].enumerated().map { index, part in
      try town.store.createCampaign(
        CampaignDraft(name: "\(index)", offers: part.map(\.id)), by: Self.analyst, now: TestTown.noon)
    }
    let arms = campaigns.map { ExperimentArm(name: $0.name, content: .campaign($0.id), weight: 0.5) }
    let draft = try town.store.createExperiment(
      ExperimentDesign(name: "when", arms: arms, baseline: 0.1, effect: 0.02, plannedPerArm: 3841), by: Self.analyst,
      now: TestTown.noon)
    try town.store.startExperiment(draft.id, by: Self.analyst, now: TestTown.noon)
    try town.store.endExperiment(draft.id, winner: 1, by: Self.analyst, now: TestTown.noon)
    try town.store.deployWinner(draft.id, by: TestTown.ana, now: TestTown.noon)
    #expect(try offers.map { try town.store.offer($0.id).state } == [.ended, .ended, .approved, .approved])
  }

  @Test func whatEndedWithoutAWinnerIsNotDeployed() throws {
    let scene = try ExperimentTown()
    try scene.store.endExperiment(scene.experiment.id, by: Self.analyst, now: TestTown.noon)
    #expect(
      code { try scene.store.deployWinner(scene.experiment.id, by: TestTown.ana, now: TestTown.noon) }
        == "experiment.state")
  }

  @Test(arguments: [
    (["weights"], "arms"), (["twice"], "arms"), (["confidence"], "confidence"), (["effect"], "effect"),
    (["names"], "arms"), (["coverage"], "coverage"), (["guardrail"], "guardrails"), (["mixed"], "arms"),
    (["empty"], "arms.1"), (["poor"], "arms.1.value"), (["metric"], "metric"), (["slice"], "namespace"),
  ])
  func aDesignThatCannotBeIsRefusedByItsField(fault: [String], field: String) throws {
    let town = try TestTown()
    let offer = try town.offer()
    var design = ExperimentTown.design(of: offer)
    let control = design.arms[0]
    func second(_ content: ExperimentArm.Content, name: String = "B") {
      design.arms[1] = ExperimentArm(name: name, content: content, weight: 0.5)
    }
    switch fault[0] {
    case "weights": design.arms[1].weight = 0.4
    case "twice": second(control.content)
    case "confidence": design.confidence = 0.94
    case "effect": design.effect = 0.95
    case "names": second(.offer(Offer.ID(2)), name: control.name.uppercased())
    case "coverage": design.coverage = 0
    case "guardrail": design.guardrails = [Guardrail(.acceptance, margin: 0.1)]
    case "mixed": second(.imported)
    case "empty": second(.variant(offer.id, ArmWording()))
    case "poor": second(.variant(offer.id, ArmWording(value: ValueProposition(discountPercent: 5))))
    case "metric": design.metric = .dismissal
    default: design.namespace = ExperimentNamespace(name: "all", from: 0.5, to: 0.5)
    }
    do {
      _ = try town.store.createExperiment(design, by: Self.analyst, now: TestTown.noon)
      Issue.record("\(fault) was taken")
    } catch {
      guard case .invalid(let input) = error else { throw error }
      #expect(input.field == field)
    }
  }
}
