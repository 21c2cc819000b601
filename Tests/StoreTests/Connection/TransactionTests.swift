import Core
import Testing

@testable import Store

@Suite struct TransactionTests {
  @Test func aThrowingOuterWriteTakesTheInnerOnesBack() throws {
    let town = try TestTown()
    #expect(throws: StoreError.self) {
      try town.store.write { () throws(StoreError) in
        try town.store.addPerson(Person(id: Person.ID(0), name: "Ana", zone: "UTC"), now: TestTown.noon)
        throw StoreError.refused(code: "test", sentence: "no")
      }
    }
    #expect(try town.store.people().isEmpty)
  }

  @Test func aRefusedInnerCallLetsTheOuterOneGoOn() throws {
    let town = try TestTown()
    let offer = try town.offer { $0.capacityTotal = 1 }
    let sessions = try [town.session(), town.session()]
    try town.store.write { () throws(StoreError) in
      for session in sessions {
        var generator = SeededGenerator(seed: UInt64(session.id.value))
        do throws(StoreError) {
          _ = try town.store.accept(offer: offer.id, session: session.id, now: TestTown.noon, using: &generator)
        } catch {
          #expect(error.code == "capacity.full")
        }
      }
    }
    #expect(try town.store.offer(offer.id).capacityLeft == 0)
    #expect(try town.failedChecks() == [])
  }

  @Test func aWriteAfterAFailureOfSQLiteCannotBeCommitted() throws {
    let town = try TestTown()
    #expect(throws: StoreError.self) {
      try town.store.write { () throws(StoreError) in
        try town.store.addPerson(Person(id: Person.ID(0), name: "Ana", zone: "UTC"), now: TestTown.noon)
        try? town.store.connection.execute("INSERT INTO person (id, name) VALUES (9, NULL)")
      }
    }
    #expect(try town.store.people().isEmpty)
  }

  @Test func aReadSeesOneMoment() throws {
    let town = try TestTown()
    let other = try town.another()
    try town.store.read { () throws(StoreError) in
      let before = try town.store.people().count
      try other.addPerson(Person(id: Person.ID(0), name: "Ana", zone: "UTC"), now: TestTown.noon)
      #expect(try town.store.people().count == before)
    }
    #expect(try town.store.people().count == 1)
  }

  @Test func aWriteInsideAReadIsAnError() throws {
    let town = try TestTown()
    #expect(
      code {
        try town.store.read { () throws(StoreError) in try town.store.write { () throws(StoreError) in } }
      } == "internal")
  }

  @Test func eachRevisionRisesOncePerCommit() throws {
    let town = try TestTown()
    let before = try town.store.connection.revisions()
    try town.store.write { () throws(StoreError) in
      for name in ["Ana", "Ben", "Cleo"] {
        try town.store.addPerson(Person(id: Person.ID(0), name: name, zone: "UTC"), now: TestTown.noon)
      }
    }
    let after = try town.store.connection.revisions()
    #expect(after[.people] == before[.people] + 1)
    #expect(after.changed(since: before) == [.people])
  }
}
