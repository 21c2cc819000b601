import Core
import Testing

@testable import Store

@Suite struct WatcherTests {
  @Test func tellsWhatAnotherConnectionChangedOnce() throws {
    let town = try TestTown()
    let offer = try town.offer { $0.capacityTotal = 3 }
    let session = try town.session()
    let watcher = try Watcher(path: town.path)
    #expect(try watcher.changes() == [])
    _ = try town.store.discover(session: session.id, now: TestTown.noon)
    #expect(try watcher.changes() == [.log])
    #expect(try watcher.changes() == [])
    _ = try town.accept(offer, session)
    try town.store.endSession(session.id, now: TestTown.noon)
    #expect(try watcher.changes() == [.log, .claims, .capacity, .sessions])
  }

  @Test func hearsNothingOfReadsRefusalsAndCheckpoints() throws {
    let town = try TestTown()
    try town.offer()
    let session = try town.session()
    let watcher = try Watcher(path: town.path)
    _ = try town.store.board(session: session.id, now: TestTown.noon)
    #expect(code { try town.store.extendSession(ParkingSession.ID(99), byMinutes: 5, now: TestTown.noon) } != nil)
    town.store.truncateLog()
    #expect(try watcher.changes() == [])
  }

  @Test(arguments: Topic.allCases)
  func everyTopicHasAnActionThatTouchesIt(topic: Topic) throws {
    let town = try TestTown()
    let offer = try town.offer { $0.capacityTotal = 3 }
    let person = try town.person()
    let session = try town.session(person)
    let watcher = try Watcher(path: town.path)
    switch topic {
    case .world: try town.store.setWeather(.hot, from: TestTown.noon)
    case .partners:
      try town.store.addPartner(
        Partner(id: Partner.ID(0), name: "Two", category: "spa", position: TestTown.centre, zone: "UTC"),
        by: TestTown.ana, now: TestTown.noon)
    case .offers, .commands:
      var edited = offer
      edited.title = "Brunch"
      try town.store.updateOffer(edited, by: TestTown.ana, now: TestTown.noon)
    case .capacity, .claims: _ = try town.accept(offer, session)
    case .people: try town.store.setPreferences(Preferences(), of: person.id, by: TestTown.ana, now: TestTown.noon)
    case .sessions: try town.store.extendSession(session.id, byMinutes: 5, now: TestTown.noon)
    case .log: try town.store.view(offer: offer.id, session: session.id, now: TestTown.noon)
    case .ledger: try town.store.redeem(claim: town.accept(offer, session).id, by: .simulator, now: TestTown.noon)
    case .keys:
      var random = SeededGenerator(seed: 1)
      _ = try town.store.createKey(of: town.partner.id, by: TestTown.ana, now: TestTown.noon, using: &random)
    case .campaigns:
      _ = try town.store.createCampaign(
        CampaignDraft(name: "Spring", offers: [offer.id]), by: TestTown.ana, now: TestTown.noon)
    case .budgets:
      var draft = CampaignDraft(name: "Spring", budgetCents: 1, offers: [offer.id])
      draft.costs.perViewMicros = 10_000
      try town.store.createCampaign(draft, by: TestTown.ana, now: TestTown.noon)
      try town.store.view(offer: offer.id, session: session.id, now: TestTown.noon)
    case .listings, .rules, .alerts: try town.store.write { () throws(StoreError) in town.store.touch(topic) }
    case .experiments:
      let arms = [
        ExperimentArm(name: "as it is", content: .offer(offer.id), weight: 0.5),
        ExperimentArm(name: "brunch", content: .variant(offer.id, ArmWording(title: "Brunch")), weight: 0.5),
      ]
      _ = try town.store.createExperiment(
        ExperimentDesign(name: "title", arms: arms, baseline: 0.1, effect: 0.02, plannedPerArm: 3841), by: TestTown.ana,
        now: TestTown.noon)
    }
    #expect(try watcher.changes().contains(topic))
  }
}
