import Core
import Testing

@testable import Store

/// What the form of a test begins with, what a search finds of tests, and which offers a deployment would end.
@Suite struct TestableOfferTests {
  @Test func offersInARunningTestCannotBeTestedAgain() throws {
    let scene = try ExperimentTown()
    let other = try scene.town.offer()
    #expect(try scene.store.testableOffers(now: TestTown.noon).map(\.offer.id) == [other.id])
    try scene.store.endExperiment(scene.experiment.id, by: TestTown.ana, now: TestTown.noon)
    #expect(try scene.store.testableOffers(now: TestTown.noon).map(\.offer.id) == [scene.offer.id, other.id])
  }

  @Test func whatPeopleDidLatelyIsCountedOncePerPerson() throws {
    let scene = try ExperimentTown(start: false)
    let person = try scene.town.person()
    // One person who saw it in two sessions, and another who saw it in one.
    for session in [try scene.town.session(person), try scene.town.session(person)] { try scene.discover(session) }
    try scene.discover(try scene.town.session(try scene.town.person()))
    let lately = try #require(
      try scene.store.testableOffers(lately: scene.offer.id, now: TestTown.noon).first {
        $0.offer.id == scene.offer.id
      }?
      .lately)
    #expect(lately.people == 2 && lately.accepted == 0 && lately.days == 28)
    let later = TestTown.noon + .days(29)
    let offers = try scene.store.testableOffers(lately: scene.offer.id, now: later)
    #expect(offers.first { $0.offer.id == scene.offer.id }?.lately?.people == 0)
  }

  @Test func aTestIsFoundByItsNameAndItsNumberButNotByAPartner() throws {
    let scene = try ExperimentTown()
    let found = try scene.store.search("bigg", for: TestTown.ana, now: TestTown.noon).results
    #expect(found.map(\.target) == [.experiment(scene.experiment.id)])
    #expect(found.first?.detail == "running, acceptance")
    let number = try scene.store.search(
      "\(scene.experiment.id)", kinds: [.experiment], for: TestTown.ana, now: TestTown.noon)
    #expect(number.results.map(\.target) == [.experiment(scene.experiment.id)])
    let partner = Actor(scene.offer.partnerID)
    #expect(try scene.store.search("bigg", for: partner, now: TestTown.noon).results.isEmpty)
  }

  @Test func aDeploymentNamesTheOffersItEndsBeforehand() throws {
    let town = try TestTown()
    let (one, other) = (try town.offer(), try town.offer())
    let campaigns = try [("A", one), ("B", other)].map { name, offer in
      try town.store.createCampaign(CampaignDraft(name: name, offers: [offer.id]), by: TestTown.ana, now: TestTown.noon)
    }
    let design = ExperimentDesign(
      name: "which", arms: campaigns.map { ExperimentArm(name: $0.name, content: .campaign($0.id), weight: 0.5) },
      baseline: 0.1, effect: 0.02, plannedPerArm: 3841)
    let id = try town.store.createExperiment(design, by: TestTown.ana, now: TestTown.noon).id
    try town.store.startExperiment(id, by: TestTown.ana, now: TestTown.noon)
    #expect(try town.store.offersThatEnd(byDeploying: id, now: TestTown.noon).isEmpty)
    try town.store.endExperiment(id, winner: 1, by: TestTown.ana, now: TestTown.noon)
    #expect(try town.store.offersThatEnd(byDeploying: id, now: TestTown.noon).map(\.id) == [one.id])
  }
}
