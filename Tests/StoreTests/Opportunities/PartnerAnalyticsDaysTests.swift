import Core
import Testing

@testable import Store

/// Which days and whose ways are part of what a partner is told.
@Suite struct PartnerAnalyticsDaysTests {
  @Test func onlyTheDaysAskedForCount() throws {
    let town = try TestTown()
    let offer = try town.offer()
    for day in 0..<3 as Range<Int64> {
      // The last minute of a day in George Town, and the first of the next.
      for now in [instant("2026-08-22T04:59:00Z"), instant("2026-08-22T05:00:00Z")] {
        let session = try town.session(from: now + .days(day))
        try town.store.view(offer: offer.id, session: session.id, now: now + .days(day))
      }
    }
    func views(_ first: String, _ last: String) throws -> Int64 {
      try town.store.partnerAnalytics(
        of: town.partner.id, from: #require(CivilDate(parsing: first)), to: #require(CivilDate(parsing: last)),
        for: TestTown.ana
      ).total.views
    }
    #expect(try views("2026-08-21", "2026-08-21") == 1)
    #expect(try views("2026-08-22", "2026-08-22") == 2)
    #expect(try views("2026-08-22", "2026-08-23") == 4)
    #expect(try views("2026-08-25", "2026-08-26") == 0)
    #expect(code { _ = try views("2026-08-23", "2026-08-22") } == "invalid_value")
  }

  @Test func theWaysOfAnErasedPersonLeaveTheMedians() throws {
    let town = try TestTown()
    let offer = try town.offer()
    let (ana, ben) = (try town.person("Ana R."), try town.person("Ben T."))
    for (person, north) in [(ana, 0.001), (ben, 0.003)] {
      let session = try town.session(person, at: position(19.2866 + north, -81.3744))
      _ = try town.store.discover(session: session.id, now: TestTown.noon)
      _ = try town.accept(offer, session, now: TestTown.noon + .seconds(30), seed: UInt64(person.id.value))
    }
    func total() throws -> PartnerFigures {
      let day = try #require(CivilDate(parsing: "2026-08-21"))
      return try town.store.partnerAnalytics(of: town.partner.id, from: day, to: day, for: TestTown.ana).total
    }
    #expect(try total().metresToWalk?.n == 2)
    try town.store.erasePerson(ben.id, now: TestTown.noon + .hours(1))
    // 0.001 degrees are 111.195 m, and 1.3 times that on foot.
    #expect(try total().metresToWalk == ValueSummary([145: 1]))
    #expect(try total().secondsToAccept == ValueSummary([30: 2]))
    #expect(try town.failedChecks() == [])
  }
}
