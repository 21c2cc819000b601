import Core
import Testing

@testable import Store

@Suite struct DiscoverTests {
  @Test func ranksWithTheFactorsOfTheContract() throws {
    let town = try TestTown()
    let offer = try town.offer()
    let session = try town.session(town.person())
    let document = try town.store.discover(session: session.id, now: TestTown.noon)
    let ranked = try #require(document.ranking.ranked.first)
    #expect(ranked.offer == offer)
    // 60 of 120 minutes left: time 30. At the door: place 25. 500 cents: 20 x 500 / 1500. Unlimited: 0. A new
    // person: 10 x 2 / 4.
    #expect(abs(ranked.score - (30 + 25 + 20.0 / 3 + 0 + 5)) < 1e-9)
    #expect(ranked.valueCents == 500)
    #expect(document.personName == "Ana R.")
    #expect(document.partnerNames[town.partner.id] == "Blue Culantro")
    #expect(document.decisionID == DecisionRecord.ID(1))
  }

  @Test func anImpressionIsWrittenOncePerSessionAndOffer() throws {
    let town = try TestTown()
    try town.offer()
    let person = try town.person()
    let first = try town.session(person)
    let second = try town.session(person)
    // To and fro between two sessions, then from a connection that remembers nothing.
    for session in [first, first, second, first, second] {
      _ = try town.store.discover(session: session.id, now: TestTown.noon)
    }
    _ = try town.another().discover(session: first.id, now: TestTown.noon)
    #expect(try town.store.history(of: .session(first.id)).entries.map(\.type) == [.impression])
    #expect(try town.store.history(of: .session(second.id)).entries.map(\.type) == [.impression])
    #expect(try town.store.info().decisions == 6)
    #expect(try town.failedChecks() == [])
  }

  @Test func aViewIsWrittenOncePerSessionAndOffer() throws {
    let town = try TestTown()
    let offer = try town.offer()
    let session = try town.session()
    #expect(try town.store.view(offer: offer.id, session: session.id, now: TestTown.noon).isFirst)
    #expect(try !town.store.view(offer: offer.id, session: session.id, now: TestTown.noon + .hours(1)).isFirst)
    #expect(try town.store.funnel(now: TestTown.noon).views == 1)
  }

  @Test(arguments: [
    DiscoverOptions(dryRun: true), DiscoverOptions(browse: true),
    DiscoverOptions(whatIf: WhatIf(weather: .some(.rain))), DiscoverOptions(whatIf: WhatIf(weather: .some(nil))),
  ])
  func lookingAndSupposingWriteNothing(options: DiscoverOptions) throws {
    let town = try TestTown()
    try town.offer()
    let session = try town.session(town.person())
    let before = try town.store.connection.revisions()
    let document = try town.store.discover(session: session.id, options: options, now: TestTown.noon)
    #expect(document.ranking.ranked.count == 1)
    #expect(document.decisionID == nil)
    #expect(try town.store.connection.revisions() == before)
    #expect(try town.store.info().interactions == 0)
  }

  @Test func aSupposedWeatherDecidesInPlaceOfTheRealOne() throws {
    let town = try TestTown()
    let rainy = try TriggerRule(weather: [.rain])
    try town.offer { $0.trigger = rainy }
    let session = try town.session()
    func ranked(_ options: DiscoverOptions = DiscoverOptions(dryRun: true)) throws -> Int {
      try town.store.discover(session: session.id, options: options, now: TestTown.noon).ranking.ranked.count
    }
    #expect(try ranked() == 0)
    #expect(try ranked(DiscoverOptions(whatIf: WhatIf(weather: .some(.rain)))) == 1)
    try town.store.setWeather(.rain, temperature: 24, from: TestTown.noon)
    #expect(try ranked() == 1)
    #expect(try ranked(DiscoverOptions(whatIf: WhatIf(weather: .some(nil)))) == 0)
    #expect(try town.store.weather(at: TestTown.noon - TimeSpan(milliseconds: 1)).weather == nil)
    try town.store.setWeather(nil, from: TestTown.noon)
    #expect(try ranked() == 0)
  }

  @Test func anEndedSessionGetsAnEmptyListWithItsReason() throws {
    let town = try TestTown()
    try town.offer()
    let session = try town.session()
    let document = try town.store.discover(session: session.id, now: TestTown.noon + .hours(1))
    #expect(document.ranking.ranked.isEmpty)
    #expect(document.ranking.reason?.code == .sessionEnded)
    // Paying for more changes the answer at once.
    try town.store.extendSession(session.id, byMinutes: 60, now: TestTown.noon + .hours(1))
    #expect(try town.store.discover(session: session.id, now: TestTown.noon + .hours(1)).ranking.ranked.count == 1)
  }

  @Test func nothingStaleIsEverShown() throws {
    let town = try TestTown()
    let other = try town.another()
    let offer = try town.offer { $0.capacityTotal = 1 }
    let person = try town.person()
    let session = try town.session(person)
    func reason() throws -> HeldBackCode? {
      let options = DiscoverOptions(dryRun: true)
      let ranking = try town.store.discover(session: session.id, options: options, now: TestTown.noon).ranking
      return ranking.ranked.isEmpty ? ranking.heldBack.first?.reason.code : nil
    }
    #expect(try reason() == nil)
    // Somebody else, on another connection, takes the last place, and loses it again.
    let stranger = try town.session(minutes: 600)
    var generator = SeededGenerator(seed: 1)
    _ = try other.accept(offer: offer.id, session: stranger.id, now: TestTown.noon, using: &generator)
    #expect(try reason() == .capacityFull)
    try other.expireClaims(now: TestTown.noon + .hours(4))
    #expect(try reason() == nil)
    // The partner pauses and resumes it.
    var edited = try other.offer(offer.id)
    edited.state = .paused
    edited = try other.updateOffer(edited, by: TestTown.ana, loading: true, now: TestTown.noon)
    #expect(try reason() == .notActive)
    edited.state = .active
    try other.updateOffer(edited, by: TestTown.ana, loading: true, now: TestTown.noon)
    #expect(try reason() == nil)
    // The person blocks the partner elsewhere, unblocks it, and dismisses the offer.
    var wishes = Preferences()
    wishes.blockedPartners = [town.partner.id]
    try other.setPreferences(wishes, of: person.id, by: TestTown.ana, now: TestTown.noon)
    #expect(try reason() == .partner)
    try other.setPreferences(Preferences(), of: person.id, by: TestTown.ana, now: TestTown.noon)
    #expect(try reason() == nil)
    try other.dismiss(offer: offer.id, session: session.id, reason: .tooFar, now: TestTown.noon)
    #expect(try reason() == .dismissed)
  }
}
