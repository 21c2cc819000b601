import Core
import Testing

@testable import Store

#if canImport(Glibc)
  import Glibc
#endif

/// Older files get what newer versions would have counted of their past, and keep what they have.
@Suite struct PastRollupTests {
  @Test(arguments: ["America/New_York", "Australia/Lord_Howe"])
  func anOlderFileGetsTheMediansAndPartnerDaysOfItsPast(zone: String) throws {
    let town = try TestTown(zone: zone)
    let offers = try (0..<3).map { _ in try town.offer { $0.claimMinutes = 60 } }
    let person = try town.person(zone: zone)
    var random = SeededGenerator(seed: 3)
    // Five days around the change of Lord Howe's clock on 4 April.
    for step in 0..<120 as Range<Int64> {
      let now = instant("2026-04-02T00:00:00Z") + .minutes(step * 61)
      let spot = position(19.2866 + .random(in: -0.004...0.004, using: &random), -81.3744)
      let session = try town.session(step % 2 == 0 ? person : nil, from: now, at: spot, zone: zone)
      _ = try town.store.discover(session: session.id, options: DiscoverOptions(limit: 2), now: now)
      let later = now + TimeSpan(milliseconds: .random(in: 0...1_000_000, using: &random))
      _ = try? town.accept(offers[Int(step) % 3], session, now: later, seed: UInt64(step))
    }
    let path = try olderCopy(of: town, version: 1)
    defer { for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) } }
    let migrated = try Store.open(at: path, now: TestTown.noon, zones: TestZones.zones)
    for table in ["acceptance_value", "rollup_partner_day"] {
      let rows = try contents(migrated.connection, table)
      #expect(rows.count > 4)
      #expect(rows == (try contents(town.store.connection, table)), "\(table)")
    }
    #expect(try migrated.check().filter { !$0.ok }.map(\.detail) == [])
  }

  @Test(arguments: [1, 2, 3, 4])
  func anOlderFileKeepsItsLogAndItsDecisionsAndTakesExperiments(version: Int) throws {
    let town = try TestTown()
    let offer = try town.offer()
    let person = try town.person()
    let session = try town.session(person)
    let decision = try #require(town.store.discover(session: session.id, now: TestTown.noon).decisionID)
    let claim = try town.accept(offer, session)
    let path = try olderCopy(of: town, version: version)
    defer { for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) } }
    let store = try Store.open(at: path, now: TestTown.noon, zones: TestZones.zones)
    #expect(try store.info().version == 5)
    #expect(try store.decision(decision).matches)
    #expect(try store.claims(for: TestTown.ana).map(\.code) == [claim.code])
    let draft = try store.createExperiment(ExperimentTown.design(of: offer), by: TestTown.ana, now: TestTown.noon)
    try store.startExperiment(draft.id, by: TestTown.ana, now: TestTown.noon)
    let later = try store.startSession(
      SessionDraft(
        personID: person.id, placeName: "Street", position: TestTown.centre, zone: "America/Cayman",
        startedAt: TestTown.noon, expiresAt: TestTown.noon + .hours(2))
    ).session
    _ = try store.discover(session: later.id, now: TestTown.noon + .minutes(1))
    let record = try store.experimentRecord(draft.id)
    // The claim that is still open keeps the offer from being shown again.
    #expect(record.days.flatMap(\.arms).reduce(ArmCounts(), +).exposures == 0)
    try store.redeem(claim: claim.id, amountCents: 100, by: TestTown.ana, now: TestTown.noon + .minutes(2))
    _ = try store.discover(session: later.id, now: TestTown.noon + .minutes(3))
    #expect(try store.experimentRecord(draft.id).days.flatMap(\.arms).reduce(ArmCounts(), +) == ArmCounts(exposures: 1))
    #expect(try store.check().filter { !$0.ok }.map(\.detail) == [])
  }

  @Test func anOlderCampaignCostsNothingAndCountsFromNowOn() throws {
    let town = try TestTown()
    let offer = try town.offer()
    let campaign = try town.store.createCampaign(
      CampaignDraft(name: "Spring", offers: [offer.id]), by: TestTown.ana, now: TestTown.noon)
    let path = try olderCopy(of: town, version: 3)
    defer { for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) } }
    let store = try Store.open(at: path, now: TestTown.noon, zones: TestZones.zones)
    let migrated = try store.campaign(campaign.id)
    #expect(migrated == campaign)
    #expect(migrated.type == .seasonal && migrated.costs == CampaignCosts() && migrated.zone == "America/Cayman")
    let session = try store.startSession(
      SessionDraft(
        position: TestTown.centre, zone: "UTC", startedAt: nil, expiresAt: TestTown.noon + .hours(1))
    ).session
    _ = try store.discover(session: session.id, now: TestTown.noon)
    #expect(try store.runningTotals(of: campaign.id, upTo: .max).counts == CampaignCounts(impressions: 1))
    #expect(try store.check().filter { !$0.ok }.map(\.detail) == [])
  }

  private func contents(_ connection: Connection, _ table: String) throws -> [String] {
    let columns = try connection.rows(executing: "PRAGMA table_info(\(table))") { row throws(StoreError) in row.text(1)
    }
    let list = columns.joined(separator: " || ' ' || ")
    return try connection.rows(executing: "SELECT \(list) FROM \(table) ORDER BY 1") { row throws(StoreError) in
      row.text(0)
    }
  }

  /// A file of an earlier version with the same rows.
  private func olderCopy(of town: TestTown, version: Int) throws -> String {
    let path = TestTown.temporaryPath()
    let old = try Connection(path, .create)
    try Migrator(old, steps: Array(Migration.all.prefix(version))).migrate(now: TestTown.noon)
    try old.execute("ATTACH '\(town.path)' AS newer")
    try old.execute("PRAGMA foreign_keys = OFF")
    let tables = try old.rows(
      executing: "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name <> 'migration'"
    ) { row throws(StoreError) in row.text(0) }
    for table in tables {
      let columns = try old.rows(executing: "PRAGMA main.table_info(\(table))") { row throws(StoreError) in row.text(1)
      }
      let list = columns.joined(separator: ", ")
      try old.execute("DELETE FROM main.\(table)")
      let later = [
        "'listings', 'rules', 'alerts'", "'budgets'", "'campaigns', 'experiments'", "'commands', 'keys', 'ledger'",
      ].prefix(5 - version)
      let known = table == "revision" ? "WHERE topic NOT IN (\(later.joined(separator: ", ")))" : ""
      try old.execute("INSERT INTO main.\(table) (\(list)) SELECT \(list) FROM newer.\(table) \(known)")
    }
    return path
  }
}
