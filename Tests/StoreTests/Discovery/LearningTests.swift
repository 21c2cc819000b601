import Core
import Testing

@testable import Store

@Suite struct LearningTests {
  private func affinity(_ town: TestTown, _ session: ParkingSession, at now: Timestamp) throws -> Double {
    let options = DiscoverOptions(browse: true)
    let document = try town.store.discover(session: session.id, options: options, now: now)
    let offers = document.ranking.ranked
    let part = try #require(offers.first?.parts.first { $0.factor == .affinity })
    return part.points.points
  }

  @Test func answersMoveAffinityByTheDocumentedStepAndFade() throws {
    let town = try TestTown()
    let offer = try town.offer()
    try town.offer()
    let session = try town.session(town.person(), minutes: 9000)
    #expect(try affinity(town, session, at: TestTown.noon) == 5)
    // Looking changes nothing.
    _ = try town.store.discover(session: session.id, now: TestTown.noon)
    try town.store.view(offer: offer.id, session: session.id, now: TestTown.noon)
    #expect(try affinity(town, session, at: TestTown.noon) == 5)
    // One acceptance: 10 x 3 / 5, for category and partner alike.
    _ = try town.accept(offer, session)
    #expect(try affinity(town, session, at: TestTown.noon) == 6)
    // And one dismissal: 10 x 3 / 6.
    try town.store.dismiss(offer: Offer.ID(2), session: session.id, reason: .notInterested, now: TestTown.noon)
    try town.offer()
    #expect(try affinity(town, session, at: TestTown.noon) == 5)
    let stored = try town.store.exportPerson(Person.ID(1), now: TestTown.noon)
    #expect(stored.categoryAffinity.map(\.affinity.accepted) == [1])
    #expect(stored.partnerAffinity.map(\.affinity.dismissed) == [1])
  }

  @Test func afterNinetyDaysAnAnswerCountsHalf() throws {
    let town = try TestTown()
    let offer = try town.offer()
    let person = try town.person()
    let claim = try town.accept(offer, town.session(person))
    try town.store.redeem(claim: claim.id, by: .simulator, now: TestTown.noon)
    let later = TestTown.noon + .days(90)
    let session = try town.session(person, from: later)
    // 10 x (0.5 + 2) / (0.5 + 4).
    #expect(abs(try affinity(town, session, at: later) - 25 / 4.5) < 1e-9)
  }

  @Test func anAnonymousDriverIsRememberedWithinTheSessionOnly() throws {
    let town = try TestTown()
    let offer = try town.offer()
    let session = try town.session()
    try town.store.dismiss(offer: offer.id, session: session.id, reason: .tooFar, now: TestTown.noon)
    let next = try town.session()
    #expect(try town.store.discover(session: session.id, now: TestTown.noon).ranking.ranked.isEmpty)
    #expect(try town.store.discover(session: next.id, now: TestTown.noon).ranking.ranked.count == 1)
    #expect(try affinity(town, next, at: TestTown.noon) == 5)
  }

  @Test func whatIsRememberedInMemoryIsWhatTheFileSays() throws {
    let town = try TestTown()
    for number in 1...12 {
      try town.offer {
        $0.category = ["food", "spa", "tour"][number % 3]
        $0.claimMinutes = 60
        $0.impressionCap = number.isMultiple(of: 4) ? ImpressionCap(count: 2, perDay: true) : nil
      }
    }
    let people = try [town.person("Ana"), town.person("Ben", zone: "Asia/Kolkata"), nil]
    var generator = SeededGenerator(seed: 11)
    var sessions: [ParkingSession] = []
    for step in 0..<150 {
      let now = TestTown.noon + .minutes(Int64(step) * 37)
      if step.isMultiple(of: 5) { sessions.append(try town.session(people[step / 5 % 3], from: now, minutes: 600)) }
      let session = try #require(sessions.suffix(4).randomElement(using: &generator))
      let document = try town.store.discover(session: session.id, options: DiscoverOptions(limit: 3), now: now)
      let fresh = try town.another()
      let again = try fresh.discover(session: session.id, options: DiscoverOptions(limit: 3, dryRun: true), now: now)
      let kept = try town.store.discover(
        session: session.id, options: DiscoverOptions(limit: 3, dryRun: true), now: now)
      #expect(kept.context == again.context)
      #expect(kept.ranking == again.ranking)
      guard let offer = document.ranking.ranked.randomElement(using: &generator)?.offer else { continue }
      if step.isMultiple(of: 3) { _ = try town.accept(offer, session, now: now, seed: UInt64(step)) }
      if step % 3 == 1 {
        try town.store.dismiss(offer: offer.id, session: session.id, reason: .notRelevant, now: now)
      }
      try town.store.expireClaims(now: now)
    }
    #expect(try town.failedChecks() == [])
  }
}
