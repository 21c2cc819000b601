import Core
import Testing

@testable import Store

@Suite struct CheckTests {
  private func town() throws -> TestTown {
    let town = try TestTown()
    let offer = try town.offer { $0.capacityTotal = 9 }
    try town.offer()
    let session = try town.session(town.person())
    try town.store.setPreferences(Preferences(), of: Person.ID(1), by: TestTown.ana, now: TestTown.noon)
    _ = try town.store.discover(session: session.id, now: TestTown.noon)
    let claim = try town.accept(offer, session)
    try town.store.redeem(claim: claim.id, by: .simulator, now: TestTown.noon)
    try town.store.dismiss(offer: Offer.ID(2), session: session.id, reason: .tooFar, now: TestTown.noon)
    return town
  }

  @Test func anUntouchedTownIsFine() throws {
    let town = try town()
    let results = try town.store.check()
    #expect(results.filter { !$0.ok } == [])
    #expect(try Store.check(at: town.path, zones: TestZones.zones) == results)
    #expect(results.first { $0.name == "rollups" }?.detail == "5 interactions recounted")
  }

  @Test(arguments: [
    ("UPDATE rollup_hour SET views = views + 1", "rollups"),
    ("UPDATE rollup_day SET revenue_cents = 0", "rollups"),
    ("DELETE FROM rollup_day", "rollups"),
    ("INSERT INTO rollup_hour VALUES (0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)", "rollups"),
    ("UPDATE offer SET capacity_taken = capacity_taken + 1 WHERE id = 1", "capacity"),
    ("UPDATE claim SET state = 'expired', revenue_cents = NULL", "claims"),
    ("UPDATE claim SET revenue_cents = 1", "claims"),
    ("UPDATE claim SET value_cents = 1", "claims"),
    ("UPDATE claim SET revenue_cents = 1", "ledger"),
    ("UPDATE claim SET refunded_cents = 1", "ledger"),
    (
      "DROP TRIGGER ledger_line_refuses_update; UPDATE ledger_line SET amount_cents = amount_cents + 1 WHERE account = 'commission_due'",
      "ledger"
    ),
    ("DROP TRIGGER ledger_entry_refuses_update; UPDATE ledger_entry SET base_cents = 1", "ledger"),
    ("UPDATE ledger_period SET commission_cents = 9", "ledger"),
    ("DELETE FROM ledger_period", "ledger"),
    (
      """
      INSERT INTO settlement (partner_id, partner_name, period, closed_at, actor, redemptions, refunds, base_cents,
        commission_cents, currency)
      VALUES (1, 'Blue Culantro', 202608, 0, 'operator:ana', 1, 0, 2500, 99, 'USD')
      """, "ledger"
    ),
    ("UPDATE rollup_day SET commission_cents = commission_cents + 1", "rollups"),
    ("DELETE FROM claim", "claims"),
    ("UPDATE claim SET code = '22222222223'", "codes"),
    ("UPDATE person_offer SET impressions = 7", "learned"),
    ("DELETE FROM person_offer WHERE offer_id = 1", "learned"),
    ("UPDATE person_day SET impressions = 7", "learned"),
    ("UPDATE category_affinity SET accepted = 9", "learned"),
    ("DELETE FROM partner_affinity", "learned"),
    ("UPDATE session SET person_id = 9", "log"),
    ("PRAGMA foreign_keys = OFF; DELETE FROM partner", "references"),
    ("DELETE FROM revision WHERE topic = 'log'", "revisions"),
    (
      """
      INSERT INTO interaction (at, type, session_id, offer_id, offer_version, partner_id)
      VALUES (0, 'view', 77, 1, 1, 1)
      """, "log"
    ),
  ])
  func tamperingIsFound(sql: String, check: String) throws {
    #expect(try failures(after: sql).map(\.name).contains(check))
  }

  /// The checks that fail once a town was tampered with by somebody whom no rule stops; all others were made as well.
  private func failures(after sql: String) throws -> [CheckResult] {
    let town = try town()
    let names = try town.store.check().map(\.name)
    let vandal = try Connection(town.path, .readWrite)
    try vandal.execute("PRAGMA foreign_keys = OFF")
    try vandal.execute("PRAGMA ignore_check_constraints = ON")
    for statement in sql.split(separator: ";") { try vandal.execute(String(statement)) }
    let results = try Store.check(at: town.path, zones: TestZones.zones)
    #expect(results.map(\.name) == names)
    // SQLite knows no CHECK constraints of a file that is opened for reading (sqlite3AddCheckConstraint).
    #expect(try town.store.check().dropFirst() == results.dropFirst())
    return results.filter { !$0.ok }
  }

  @Test(arguments: [
    ("DELETE FROM partner", "rollups", "there is no partner 1"),
    ("DELETE FROM person", "learned", "there is no person 1"),
    ("DELETE FROM person", "references", "session 1 is of person 1, who is missing"),
    ("DELETE FROM world", "world", "it does not say which world it holds"),
    ("UPDATE world SET zone = 'Mars/Olympus'", "facts", "Mars/Olympus"),
    ("UPDATE partner SET zone = 'Mars/Olympus'", "facts", "a partner: it names the time zone 'Mars/Olympus'"),
    ("UPDATE session SET zone = 'Foo/Bar'", "facts", "a session: it names the time zone 'Foo/Bar'"),
    ("UPDATE session SET currency = '1+1'", "facts", "a session: it names the currency '1+1'"),
    ("UPDATE offer_version SET trigger_rule = 'when it rains'", "facts", "offer 1: a stored trigger rule"),
    ("UPDATE offer_version SET perks = 'unicorn'", "facts", "offer 1: offer_version.perks holds the unknown value"),
    ("UPDATE offer_version SET type = 'gift'", "facts", "offer 1: offer_version.type holds the unknown value 'gift'"),
    ("UPDATE offer SET version = 7 WHERE id = 1", "facts", "offer 1 has no facts of its version 7"),
    ("UPDATE offer SET capacity_total = 4 WHERE id = 1", "facts", "offer 1 has another number of places"),
    ("DELETE FROM profile", "facts", "weights: it has no scoring profile"),
    ("UPDATE profile SET value = -3", "facts", "weights: the scoring profile's"),
    ("UPDATE preference SET quiet_hours = 'garbage'", "facts", "preferences of person 1: preference.quiet_hours"),
    ("UPDATE preference SET offer_frequency = 'x'", "facts", "preferences of person 1: preference.offer_frequency"),
    ("UPDATE preference SET channels = 'pigeon'", "facts", "preferences of person 1: preference.channels"),
    ("DROP TABLE weather", "schema", "the table weather is missing"),
    ("DROP TRIGGER interaction_keeps_rows", "schema", "the trigger interaction_keeps_rows is missing"),
    ("DROP INDEX claim_open", "schema", "the index claim_open is missing"),
    ("DROP INDEX claim_due; CREATE INDEX claim_due ON claim (expires_at)", "schema", "the index claim_due was changed"),
    ("CREATE TABLE cookie (name TEXT)", "schema", "the table cookie is not part of it"),
    ("DROP TABLE revision", "revisions", "no such table: revision"),
  ])
  func whatKeepsAThingFromBeingReadIsTheFindingOfItsCheck(sql: String, check: String, finding: String) throws {
    let failed = try failures(after: sql).filter { $0.name == check }
    #expect(failed.contains { $0.detail.contains(finding) }, "\(failed)")
  }

  @Test func aDamagedRecordOfAnyAgeIsFound() throws {
    let town = try town()
    let session = try town.session(town.person("Ben"))
    for millisecond in 0..<310 {
      _ = try town.store.discover(session: session.id, now: TestTown.noon + TimeSpan(milliseconds: Int64(millisecond)))
    }
    #expect(try town.failedChecks() == [])
    try town.store.connection.execute("UPDATE decision SET record = x'00' WHERE id = 1 OR id = 312")
    let failed = try town.failedChecks()
    #expect(failed.count == 1)
    #expect(failed.first?.hasPrefix("decisions: the record of decision 1 ") == true, "\(failed)")
    #expect(failed.first?.contains("the record of decision 312 ") == true, "\(failed)")
    #expect(failed.first?.contains("more") == false, "\(failed)")
  }

  @Test func onlyWhatIsNoDatabaseOfOursCannotBeChecked() throws {
    #expect(throws: StoreError.missing(path: "/tmp/nowhere.db")) {
      try Store.check(at: "/tmp/nowhere.db", zones: TestZones.zones)
    }
    #expect(throws: StoreError.isFolder(path: "/tmp")) { try Store.check(at: "/tmp", zones: TestZones.zones) }
  }

  @Test func aRecordThatReplaysDifferentlyIsFound() throws {
    let town = try town()
    try town.store.connection.execute("UPDATE offer_version SET amount_cents = 4000 WHERE offer_id = 2")
    #expect(try town.store.check().filter { !$0.ok }.map(\.name) == ["decisions"])
  }

  @Test func sizesAndCountsAreTold() throws {
    let town = try town()
    let info = try town.store.info()
    #expect(info.interactions == 5)
    #expect(info.claims == 1)
    #expect(info.version == 5)
    #expect(info.fileBytes > 0)
    #expect(!info.readOnly)
    #expect(try !town.another(readOnly: true).info().readOnly, "opened for reading, yet it can be written")
    let tables = try town.store.tables()
    #expect(tables.first { $0.name == "interaction" }?.rows == 5)
    #expect(tables.allSatisfy { $0.bytes >= 4096 })
    #expect(try town.store.schemaStatements().contains { $0.hasPrefix("CREATE TABLE interaction") })
  }
}
