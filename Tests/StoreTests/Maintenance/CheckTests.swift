import Core
import Testing

@testable import Store

@Suite struct CheckTests {
  private func town() throws -> TestTown {
    let town = try TestTown()
    let offer = try town.offer { $0.capacityTotal = 9 }
    try town.offer()
    let session = try town.session(town.person())
    _ = try town.store.discover(session: session.id, now: TestTown.noon)
    let claim = try town.accept(offer, session)
    try town.store.redeem(claim: claim.id, now: TestTown.noon)
    try town.store.dismiss(offer: Offer.ID(2), session: session.id, reason: .tooFar, now: TestTown.noon)
    return town
  }

  @Test func anUntouchedTownIsFine() throws {
    let results = try town().store.check()
    #expect(results.filter { !$0.ok } == [])
    #expect(results.first { $0.name == "rollups" }?.detail == "5 interactions recounted")
  }

  @Test(arguments: [
    ("UPDATE rollup_hour SET views = views + 1", "rollups"),
    ("UPDATE rollup_day SET revenue_cents = 0", "rollups"),
    ("DELETE FROM rollup_day", "rollups"),
    ("INSERT INTO rollup_hour VALUES (0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0)", "rollups"),
    ("UPDATE offer SET capacity_taken = capacity_taken + 1 WHERE id = 1", "capacity"),
    ("UPDATE claim SET state = 'expired', revenue_cents = NULL", "claims"),
    ("UPDATE claim SET revenue_cents = 1", "claims"),
    ("UPDATE claim SET value_cents = 1", "claims"),
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
    let town = try town()
    for statement in sql.split(separator: ";") { try town.store.connection.execute(String(statement)) }
    let failed = try town.store.check().filter { !$0.ok }.map(\.name)
    #expect(failed.contains(check), "\(failed)")
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
    #expect(info.version == 1)
    #expect(info.fileBytes > 0)
    let tables = try town.store.tables()
    #expect(tables.first { $0.name == "interaction" }?.rows == 5)
    #expect(tables.allSatisfy { $0.bytes >= 4096 })
    #expect(try town.store.schemaStatements().contains { $0.hasPrefix("CREATE TABLE interaction") })
  }
}
