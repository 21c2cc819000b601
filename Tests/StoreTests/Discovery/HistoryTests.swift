import Core
import Testing

@testable import Store

@Suite struct HistoryTests {
  @Test func everyKindOfEventIsWrittenOnceInOrderOfTime() throws {
    let town = try TestTown()
    let first = try town.offer { $0.claimMinutes = 30 }
    let second = try town.offer { $0.position = position(19.2870, -81.3744) }
    let person = try town.person()
    let session = try town.session(person, minutes: 600)
    try town.store.setWeather(.cloudy, from: TestTown.noon - .days(1))
    _ = try town.store.discover(session: session.id, now: TestTown.noon)
    try town.store.view(offer: first.id, session: session.id, now: TestTown.noon + .seconds(1))
    let claim = try town.accept(first, session, now: TestTown.noon + .seconds(2))
    try town.store.dismiss(
      offer: second.id, session: session.id, reason: .other, note: "no view", now: TestTown.noon + .seconds(3))
    try town.store.redeem(claim: claim.id, amountCents: 1234, by: .simulator, now: TestTown.noon + .minutes(9))
    _ = try town.accept(first, session, now: TestTown.noon + .minutes(10), seed: 2)
    try town.store.expireClaims(now: TestTown.noon + .minutes(40))
    let entries = try town.store.history(of: .person(person.id)).entries
    #expect(
      entries.map(\.type) == [
        .impression, .impression, .view, .acceptance, .dismissal, .redemption, .acceptance, .expiry,
      ])
    #expect(try town.store.history(of: .session(session.id)).entries == entries)
    #expect(entries.map(\.at) == entries.map(\.at).sorted())
    // The context of each: 540 minutes of 600 left at noon.
    #expect(entries[0].minutesLeft == 540)
    #expect(entries[0].position == TestTown.centre)
    #expect(entries.allSatisfy { $0.weather == .cloudy && $0.partnerName == "Blue Culantro" })
    #expect(entries[4].reason == .other)
    #expect(entries[4].note == "no view")
    #expect(entries[5].revenueCents == 1234)
    #expect(entries[5].claimID == claim.id)
    #expect(entries[7].valueCents == nil)
  }

  @Test func pagesHaveNoGapsOrRepeatsWhileRowsArrive() throws {
    let town = try TestTown()
    for _ in 0..<7 { try town.offer() }
    let person = try town.person()
    var sessions = [try town.session(person)]
    _ = try town.store.discover(session: sessions[0].id, now: TestTown.noon)
    var told: [Interaction.ID] = []
    var cursor: HistoryCursor?
    var pages = 0
    repeat {
      let page = try town.another().history(of: .person(person.id), limit: 3, after: cursor)
      told += page.entries.map(\.id)
      cursor = page.next.flatMap { HistoryCursor(parsing: $0.description) }
      pages += 1
      // Seven new rows between the first pages, some at the same instant as those before.
      if pages <= 3 {
        sessions.append(try town.session(person))
        let now = TestTown.noon + .seconds(Int64(pages / 2))
        _ = try town.store.discover(session: sessions[pages].id, now: now)
      }
    } while cursor != nil
    #expect(told.map(\.value) == Array(1...28))
    #expect(HistoryCursor(parsing: "12") == nil)
    #expect(HistoryCursor(parsing: "12.x") == nil)
  }

  @Test func nobodysHistoryIsNotFound() throws {
    let town = try TestTown()
    #expect(code { _ = try town.store.history(of: .person(Person.ID(5))) } == "not_found")
    #expect(code { _ = try town.store.history(of: .session(ParkingSession.ID(5))) } == "not_found")
  }
}
