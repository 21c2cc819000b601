import Core
import Testing

@testable import Store

@Suite struct DecisionTests {
  @Test func aShownListReplaysToTheSameBitsAfterEverythingChanged() throws {
    let town = try TestTown()
    for number in 1...30 {
      try town.offer {
        $0.position = position(19.2866 + Double(number) * 0.0007, -81.3744 + Double(number % 7) * 0.0005)
        $0.capacityTotal = number.isMultiple(of: 2) ? 10 : nil
        $0.priority = number % 3
      }
    }
    let session = try town.session(town.person())
    let shown = try town.store.discover(session: session.id, now: TestTown.noon)
    let id = try #require(shown.decisionID)
    // Offers are edited, places taken, preferences and weights changed.
    for number in 1...30 {
      var offer = try town.store.offer(Offer.ID(Int64(number)))
      offer.value = ValueProposition(discountPercent: 77)
      offer.title = "Other"
      offer.position = TestTown.centre
      offer = try town.store.updateOffer(offer, by: TestTown.ana, loading: true, now: TestTown.noon)
      if number.isMultiple(of: 2) { _ = try town.accept(offer, town.session(), seed: UInt64(number)) }
    }
    var wishes = Preferences()
    wishes.walkingLimit = Metres(10)
    try town.store.setPreferences(wishes, of: Person.ID(1), by: TestTown.ana, now: TestTown.noon)
    let weights = try OfferProfile(id: 1, version: 1, temporal: 0, spatial: 100, value: 0, capacity: 0, affinity: 0)
    #expect(try town.store.addProfile(weights, now: TestTown.noon).version == 2)
    let decision = try town.another().decision(id)
    #expect(decision.matches)
    #expect(decision.kind == .discover)
    let replayed = try #require(decision.ranking)
    #expect(replayed.ranked.map(\.offer.title) == shown.ranking.ranked.map(\.offer.title))
    #expect(replayed.ranked.map(\.score.bitPattern) == shown.ranking.ranked.map(\.score.bitPattern))
    #expect(replayed.heldBack.map(\.offer.id) == shown.ranking.heldBack.map(\.offer.id))
    #expect(decision.record?.profile == .standard)
  }

  @Test func anAcceptanceReplaysToItsScore() throws {
    let town = try TestTown()
    let offer = try town.offer {
      $0.position = position(19.2890, -81.3744)
      $0.capacityTotal = 7
    }
    let session = try town.session(town.person())
    let shown = try town.store.discover(session: session.id, now: TestTown.noon).ranking.ranked[0].score
    let claim = try town.accept(offer, session)
    var edited = try town.store.offer(offer.id)
    edited.value = ValueProposition(amountCents: 9000)
    try town.store.updateOffer(edited, by: TestTown.ana, loading: true, now: TestTown.noon)
    let entry = try #require(try town.store.history(of: .session(session.id)).entries.last)
    #expect(entry.type == .acceptance)
    #expect(entry.score?.bitPattern == shown.bitPattern)
    let decision = try town.store.decision(try #require(entry.decisionID))
    #expect(decision.kind == .accept)
    #expect(decision.matches)
    #expect(decision.scores.map(\.bitPattern) == [shown.bitPattern])
    #expect(try town.store.claim(claim.id).decisionID == decision.id)
  }

  @Test func aDamagedRecordIsTold() throws {
    let town = try TestTown()
    try town.offer()
    let id = try #require(try town.store.discover(session: town.session().id, now: TestTown.noon).decisionID)
    try town.store.connection.execute("UPDATE decision SET record = x'0102'")
    #expect(code { _ = try town.store.decision(id) } == "corrupt")
  }
}
