import Core
import Testing

@testable import Store

/// What the schema itself refuses, whoever asks.
@Suite struct LogRulesTests {
  private func town() throws -> TestTown {
    let town = try TestTown()
    let offer = try town.offer()
    let session = try town.session(town.person())
    let anonymous = try town.session()
    _ = try town.store.discover(session: session.id, now: TestTown.noon)
    _ = try town.store.discover(session: anonymous.id, now: TestTown.noon)
    _ = try town.accept(offer, session)
    return town
  }

  @Test(arguments: [
    "DELETE FROM interaction",
    "DELETE FROM interaction WHERE id = 1",
    "UPDATE interaction SET at = at + 1",
    "UPDATE interaction SET value_cents = 1",
    "UPDATE interaction SET person_id = 5",
    "UPDATE interaction SET note = NULL WHERE person_id IS NULL",
    "UPDATE interaction SET latitude = NULL, longitude = NULL, walk_metres = NULL",
    "UPDATE interaction SET person_id = -1000000000001, latitude = NULL, longitude = NULL, walk_metres = NULL",
    """
    UPDATE interaction
       SET person_id = -1000000000001, latitude = NULL, longitude = NULL, walk_metres = NULL, score = 1
     WHERE person_id IS NOT NULL
    """,
    "INSERT OR REPLACE INTO interaction SELECT * FROM interaction WHERE id = 1",
  ])
  func nothingInTheLogIsChangedOrRemoved(sql: String) throws {
    let town = try town()
    #expect(throws: StoreError.self) { try town.store.connection.execute(sql) }
    #expect(try town.failedChecks() == [])
  }

  @Test func theErasureIsTheOneChangeAllowed() throws {
    let town = try town()
    try town.store.connection.execute(
      """
      UPDATE interaction
         SET person_id = -1000000000001, latitude = NULL, longitude = NULL, walk_metres = NULL, note = NULL
       WHERE person_id IS NOT NULL
      """)
    #expect(try town.store.connection.integer("SELECT count(*) FROM interaction WHERE person_id < 0") == 2)
  }

  @Test(arguments: [
    ("interaction", "type"), ("interaction", "weather"), ("claim", "state"), ("offer_version", "type"),
    ("offer_version", "state"), ("preference", "offer_frequency"), ("preference", "alert_frequency"),
    ("decision", "kind"), ("world", "kind"),
  ])
  func anUnknownWordIsRefusedOnInput(table: String, column: String) throws {
    let town = try town()
    try town.store.setPreferences(Preferences(), of: Person.ID(1), by: TestTown.ana, now: TestTown.noon)
    #expect(throws: StoreError.self) {
      try town.store.connection.execute("UPDATE \(table) SET \(column) = 'purple'")
    }
  }

  @Test func anUnknownWordIsRefusedOnReading() throws {
    let town = try town()
    try town.store.connection.execute("PRAGMA ignore_check_constraints = ON")
    try town.store.connection.execute("UPDATE offer_version SET type = 'purple'")
    #expect(throws: StoreError.unknownText(column: "offer_version.type", text: "purple")) {
      try town.store.offer(Offer.ID(1))
    }
    try town.store.connection.execute("UPDATE offer_version SET type = 'perk'")
    try town.store.connection.execute("UPDATE claim SET state = 'gone', closed_at = 0")
    #expect(throws: StoreError.unknownText(column: "claim.state", text: "gone")) {
      try town.store.claim(Claim.ID(1))
    }
  }

  @Test func anOfferWithoutValueIsRefusedByTheFileItself() throws {
    let town = try town()
    #expect(throws: StoreError.self) {
      try town.store.connection.execute("UPDATE offer_version SET discount_percent = 9.99")
    }
  }
}
