import Core
import Testing

@testable import Store

/// Who sees what, and who is counted.
@Suite struct ExposureTests {
  @Test func peopleOfAnArmAreShownItsWordingAndAcceptItsValue() throws {
    let scene = try ExperimentTown()
    let (_, control) = try scene.people(1, in: 0)[0]
    let (_, variant) = try scene.people(1, in: 1)[0]
    let plain = try #require(scene.discover(control).ranking.ranked.first)
    let worded = try #require(scene.discover(variant).ranking.ranked.first)
    // 20 % and 60 % of the usual 25.00.
    #expect((plain.offer.title, plain.valueCents) == ("Sunset dinner", 500))
    #expect((worded.offer.title, worded.valueCents) == ("Sunset feast", 1500))
    #expect(worded.score > plain.score)
    let claim = try scene.town.accept(scene.offer, variant)
    let facts = try #require(
      scene.store.validate(code: claim.code.description, for: TestTown.ana, now: TestTown.noon).claim)
    #expect((facts.offerTitle, facts.value.discountPercent, facts.valueCents) == ("Sunset feast", 60, 1500))
    #expect(try scene.store.claims(for: TestTown.ana).map(\.offerTitle) == ["Sunset feast"])
  }

  @Test func aDecisionReplaysWithTheWordingItWasMadeWith() throws {
    let scene = try ExperimentTown()
    let (_, session) = try scene.people(1, in: 1)[0]
    let id = try #require(scene.discover(session).decisionID)
    try scene.store.endExperiment(scene.experiment.id, by: TestTown.ana, now: TestTown.noon)
    let decision = try scene.store.decision(id)
    #expect(decision.matches)
    #expect(decision.ranking?.ranked.first?.valueCents == 1500)
    #expect(try scene.town.failedChecks() == [])
  }

  @Test func theFirstDecisionExposesAndNoLaterOne() throws {
    let scene = try ExperimentTown()
    for (_, session) in try scene.people(3, in: 0) + scene.people(2, in: 1) {
      try scene.discover(session)
      try scene.discover(session, now: TestTown.noon + .minutes(5))
    }
    #expect(try scene.totals().map(\.exposures) == [3, 2])
    #expect(try scene.town.failedChecks() == [])
  }

  @Test func lookingWithoutWritingExposesNobody() throws {
    let scene = try ExperimentTown()
    let (_, session) = try scene.people(1, in: 1)[0]
    for options in [DiscoverOptions(browse: true), DiscoverOptions(dryRun: true)] {
      let shown = try scene.store.discover(session: session.id, options: options, now: TestTown.noon)
      #expect(shown.ranking.ranked.first?.offer.title == "Sunset feast")
    }
    #expect(try scene.totals().map(\.exposures) == [0, 0])
  }

  @Test func driversWithoutANameSeeTheControlAndAreNotCounted() throws {
    let scene = try ExperimentTown()
    let shown = try scene.discover(scene.town.session())
    #expect(shown.ranking.ranked.first?.valueCents == 500)
    #expect(try scene.totals().map(\.exposures) == [0, 0])
  }

  @Test func whoTakesNoPartSeesTheControlAndIsNotCounted() throws {
    let scene = try ExperimentTown { $0.coverage = 0.2 }
    let (_, session) = try scene.people(1, in: nil)[0]
    #expect(try scene.discover(session).ranking.ranked.first?.valueCents == 500)
    #expect(try scene.totals().map(\.exposures) == [0, 0])
  }

  /// The variant's value lifts the offer over another one. To count who was shown it would count the variant's people
  /// only; what is counted is everybody to whom it could have been shown.
  @Test func whoWouldBeShownItInAnotherArmIsCountedToo() throws {
    let scene = try ExperimentTown()
    try scene.town.offer {
      $0.title = "Brunch"
      $0.value = ValueProposition(discountPercent: 40)
    }
    let control = try scene.people(2, in: 0).map(\.session)
    let variant = try scene.people(2, in: 1).map(\.session)
    #expect(
      try control.map { try scene.discover($0, limit: 1).ranking.ranked.map(\.offer.title) }
        == [["Brunch"], ["Brunch"]])
    #expect(
      try variant.map { try scene.discover($0, limit: 1).ranking.ranked.map(\.offer.title) }
        == [["Sunset feast"], ["Sunset feast"]])
    #expect(try scene.totals().map(\.exposures) == [2, 2])
    #expect(try scene.town.failedChecks() == [])
  }

  @Test func whoIsTooFarForEveryArmIsNotCounted() throws {
    let scene = try ExperimentTown()
    let (person, _) = try scene.people(1, in: 1)[0]
    let away = try scene.town.session(person, at: position(19.35, -81.30))
    try scene.discover(away)
    #expect(try scene.totals().map(\.exposures) == [0, 0])
  }

  @Test func aCampaignIsShownToItsOwnPeopleOnly() throws {
    let town = try TestTown()
    let offers = try ["Breakfast", "Dinner", "Cinema"].map { title in try town.offer { $0.title = title } }
    let campaigns = try offers.prefix(2).map { offer in
      try town.store.createCampaign(
        CampaignDraft(name: offer.title, offers: [offer.id]), by: TestTown.ana, now: TestTown.noon)
    }
    let arms = campaigns.map { ExperimentArm(name: $0.name, content: .campaign($0.id), weight: 0.5) }
    let draft = try town.store.createExperiment(
      ExperimentDesign(name: "when", arms: arms, baseline: 0.1, effect: 0.02, plannedPerArm: 3841), by: TestTown.ana,
      now: TestTown.noon)
    let experiment = try town.store.startExperiment(draft.id, by: TestTown.ana, now: TestTown.noon)
    for _ in 0..<8 {
      let person = try town.person()
      let arm = try #require(experiment.phase?.arm(of: "\(person.id)"))
      let shown = try town.store.discover(
        session: town.session(person).id, options: DiscoverOptions(allReasons: true), now: TestTown.noon)
      #expect(Set(shown.ranking.ranked.map(\.offer.title)) == [offers[arm].title, "Cinema"])
      #expect(shown.ranking.heldBack.map(\.reason.code) == [.otherArm])
    }
    #expect(try town.failedChecks() == [])
  }

  @Test func whatWasWrittenWinsOverTheHash() throws {
    let scene = try ExperimentTown()
    let (person, session) = try scene.people(1, in: 1)[0]
    try scene.discover(session)
    // Another process lets hardly anybody take part from here on.
    try scene.town.another().rampExperiment(
      scene.experiment.id, coverage: 0.0001, by: TestTown.ana, now: TestTown.noon + .minutes(1))
    let later = try scene.town.session(person)
    #expect(try scene.discover(later, now: TestTown.noon + .minutes(2)).ranking.ranked.first?.valueCents == 1500)
    let place = try scene.store.arm(of: "\(person.id)", in: scene.store.experiment(scene.experiment.id))
    #expect((place.arm, place.exposedAt) == (1, TestTown.noon))
    #expect(try scene.totals().map(\.exposures) == [0, 1])
  }

  @Test func moreCoverageMovesNobody() throws {
    let scene = try ExperimentTown { $0.coverage = 0.3 }
    let units = (1...2000).map { "\($0)" }
    let before = try #require(scene.experiment.phase)
    let ramped = try scene.store.rampExperiment(
      scene.experiment.id, coverage: 0.8, by: TestTown.ana, now: TestTown.noon)
    let after = try #require(ramped.phase)
    #expect(after.number == 1)
    for unit in units {
      if let arm = before.arm(of: unit) { #expect(after.arm(of: unit) == arm) }
    }
    #expect(units.count { after.arm(of: $0) != nil } > 1500)
  }

  @Test func otherWeightsBeginANewPhaseThatCountsFromNothing() throws {
    let scene = try ExperimentTown()
    let (person, session) = try scene.people(1, in: 0)[0]
    try scene.discover(session)
    let ramped = try scene.store.rampExperiment(
      scene.experiment.id, weights: [0.2, 0.8], by: TestTown.ana, now: TestTown.noon)
    #expect(ramped.phases.map(\.number) == [1, 2])
    #expect(ramped.phases[0].seed != ramped.phases[1].seed)
    #expect(try scene.totals().map(\.exposures) == [0, 0])
    try scene.discover(try scene.town.session(person))
    #expect(try scene.totals().map(\.exposures).reduce(0, +) == 1)
    #expect(try scene.town.failedChecks() == [])
  }

  @Test func anErasedPersonLeavesTheCountsAndNoName() throws {
    let scene = try ExperimentTown()
    let (person, session) = try scene.people(1, in: 1)[0]
    try scene.discover(session)
    _ = try scene.town.accept(scene.offer, session)
    let pseudonym = try scene.store.erasePerson(person.id, now: TestTown.noon)
    #expect(try scene.totals()[1] == ArmCounts(exposures: 1, acceptances: 1))
    let units = try scene.store.connection.rows("SELECT unit FROM assignment") { row throws(StoreError) in row.text(0) }
    #expect(units == ["\(pseudonym)"])
    #expect(try scene.town.failedChecks() == [])
  }
}
