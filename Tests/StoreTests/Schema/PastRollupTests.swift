import Core
import Testing

@testable import Store

#if canImport(Glibc)
  import Glibc
#endif

/// A file of version 1 gets what version 2 would have counted of its past.
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
    let path = try olderCopy(of: town)
    defer { for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) } }
    let migrated = try Store.open(at: path, now: TestTown.noon, zones: TestZones.zones)
    for table in ["acceptance_value", "rollup_partner_day"] {
      let rows = try contents(migrated.connection, table)
      #expect(rows.count > 4)
      #expect(rows == (try contents(town.store.connection, table)), "\(table)")
    }
    #expect(try migrated.check().filter { !$0.ok }.map(\.detail) == [])
  }

  private func contents(_ connection: Connection, _ table: String) throws -> [String] {
    let columns = try connection.rows(executing: "PRAGMA table_info(\(table))") { row throws(StoreError) in row.text(1)
    }
    let list = columns.joined(separator: " || ' ' || ")
    return try connection.rows(executing: "SELECT \(list) FROM \(table) ORDER BY 1") { row throws(StoreError) in
      row.text(0)
    }
  }

  /// A file of version 1 with the same rows.
  private func olderCopy(of town: TestTown) throws -> String {
    let path = TestTown.temporaryPath()
    let old = try Connection(path, .create)
    try Migrator(old, steps: Array(Migration.all.prefix(1))).migrate(now: TestTown.noon)
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
      let later = "('commands', 'keys', 'ledger', 'campaigns', 'experiments')"
      let known = table == "revision" ? "WHERE topic NOT IN \(later)" : ""
      try old.execute("INSERT INTO main.\(table) (\(list)) SELECT \(list) FROM newer.\(table) \(known)")
    }
    return path
  }
}
