import Core
import Testing

@testable import Store

@Suite struct SessionTests {
  @Test func activeSessionsAreListedSoonestToExpireFirst() throws {
    let town = try TestTown()
    let ana = try town.person()
    let long = try town.session(ana, minutes: 300)
    let short = try town.session(minutes: 90)
    _ = try town.session(minutes: 60)
    _ = try town.session(from: TestTown.noon + TimeSpan(milliseconds: 1))
    let left = try town.session()
    try town.store.endSession(left.id, now: TestTown.noon)
    let store = town.store
    #expect(try store.sessions(activeAt: TestTown.noon) == [short, long])
    #expect(try store.sessions(activeAt: TestTown.noon, limit: 1) == [short])
    #expect(try store.sessions(activeAt: TestTown.noon, person: ana.id) == [long])
    #expect(try store.countSessions(activeAt: TestTown.noon) == 2)
    #expect(try store.sessions(limit: 2, after: long.id).map(\.id.value) == [2, 3])
    #expect(try store.sessions(person: ana.id) == [long])
    #expect(code { try store.endSession(left.id, now: TestTown.noon + .minutes(1)) } == "session.ended")
  }

  @Test func extendingAddsToWhatIsLeft() throws {
    let town = try TestTown()
    let session = try town.session()
    let store = town.store
    #expect(
      try store.extendSession(session.id, byMinutes: 30, now: TestTown.noon).expiresAt
        == instant("2026-08-21T18:30:00Z"))
    // After it ran out it runs on from now.
    #expect(
      try store.extendSession(session.id, byMinutes: 15, now: instant("2026-08-21T20:00:00Z")).expiresAt
        == instant("2026-08-21T20:15:00Z"))
    #expect(code { try store.extendSession(session.id, byMinutes: 0, now: TestTown.noon) } == "invalid_value")
    try store.endSession(session.id, now: TestTown.noon)
    #expect(code { try store.extendSession(session.id, byMinutes: 5, now: TestTown.noon) } == "session.ended")
  }

  @Test func badInputIsNamed() throws {
    let town = try TestTown()
    let start = TestTown.noon
    let backwards = SessionDraft(position: TestTown.centre, zone: "UTC", startedAt: start, expiresAt: start)
    #expect(code { try town.store.startSession(backwards) } == "invalid_value")
    let nowhere = SessionDraft(position: TestTown.centre, zone: "Mars/Olympus", startedAt: nil, expiresAt: start)
    #expect(throws: StoreError.unknownZone("Mars/Olympus")) { try town.store.startSession(nowhere) }
    let nobody = SessionDraft(
      personID: Person.ID(9), position: TestTown.centre, zone: "UTC", startedAt: nil, expiresAt: start)
    #expect(throws: StoreError.notFound(what: "person", name: "9")) { try town.store.startSession(nobody) }
    #expect(try town.store.sessions().isEmpty)
  }

  @Test func peopleArePagedAndFoundByTheirNameElsewhere() throws {
    let town = try TestTown()
    for name in ["Ana", "Ben", "Cleo"] {
      try town.store.addPerson(
        Person(id: Person.ID(0), name: name, zone: "UTC"), externalID: "x-\(name)", now: TestTown.noon)
    }
    #expect(try town.store.people(limit: 2).map(\.name) == ["Ana", "Ben"])
    #expect(try town.store.people(limit: 2, after: Person.ID(2)).map(\.name) == ["Cleo"])
    #expect(try town.store.person(externalID: "x-Ben")?.id == Person.ID(2))
    #expect(
      code {
        try town.store.addPerson(
          Person(id: Person.ID(0), name: "Ben", zone: "UTC"), externalID: "x-Ben", now: TestTown.noon)
      } == "duplicate")
    #expect(
      code {
        try town.store.addPerson(Person(id: Person.ID(0), name: "\u{1B}[2J", zone: "UTC"), now: TestTown.noon)
      } == "invalid_value")
  }
}
