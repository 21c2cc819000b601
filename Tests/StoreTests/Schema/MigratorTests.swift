import Core
import Glibc
import Testing

@testable import Store

@Suite struct MigratorTests {
  /// The versions there are, then two steps made up for the test.
  private let steps =
    Migration.all + [
      Migration(version: 6, name: "nicknames", statements: ["ALTER TABLE person ADD COLUMN nickname TEXT"]),
      Migration(
        version: 7, name: "hats",
        statements: [
          "CREATE TABLE hat (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL) STRICT",
          "CREATE INDEX hat_person ON hat (person_id)",
        ]),
    ]

  private func schema(_ connection: Connection) throws -> [String] {
    try connection.rows("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name") {
      row throws(StoreError) in row.text(0)
    }
  }

  @Test func everyEarlierVersionReachesTheSameSchema() throws {
    var schemas: [[String]] = []
    for first in 0...7 {
      let connection = try Connection(":memory:", .memory)
      if first > 0 { try Migrator(connection, steps: Array(steps.prefix(first))).migrate(now: TestTown.noon) }
      #expect(try Migrator(connection, steps: steps).version() == first)
      let applied = try Migrator(connection, steps: steps).migrate(now: TestTown.noon)
      #expect(applied == Array(1...7).filter { $0 > first })
      schemas.append(try schema(connection))
    }
    #expect(Set(schemas).count == 1)
    #expect(schemas[0].contains { $0.contains("hat_person") })
  }

  @Test func eachStepIsRecordedWithItsChecksum() throws {
    let town = try TestTown()
    let rows = try town.store.connection.rows("SELECT version, checksum, applied_at FROM migration") {
      row throws(StoreError) in "\(row.integer(0)) \(row.text(1)) \(row.instant(2).rfc3339)"
    }
    #expect(rows == Migration.all.map { "\($0.version) \($0.checksum) 2026-08-21T17:00:00Z" })
  }

  @Test func theChecksumIsFNV1a() {
    // Published test vectors of 64-bit FNV-1a: "" and "foobar".
    #expect(Migration(version: 1, name: "", statements: []).checksum == "cbf29ce484222325")
    #expect(Migration(version: 1, name: "", statements: ["foo", "bar"]).checksum == "85944171f73967e8")
  }

  @Test func aFailedStepLeavesTheSchemaBeforeIt() throws {
    let connection = try Connection(":memory:", .memory)
    let broken =
      Array(steps.prefix(6)) + [
        Migration(version: 7, name: "broken", statements: ["CREATE TABLE hat (id INTEGER)", "CREATE NONSENSE"])
      ]
    #expect(throws: StoreError.self) { try Migrator(connection, steps: broken).migrate(now: TestTown.noon) }
    #expect(try Migrator(connection, steps: steps).version() == 6)
    #expect(try !schema(connection).contains { $0.contains("TABLE hat") })
    // The mended step then finds its way.
    #expect(try Migrator(connection, steps: steps).migrate(now: TestTown.noon) == [7])
  }

  @Test func anOlderFileOpensForWritingAndBringsItselfUpToDate() throws {
    let town = try TestTown()
    #expect(try Migrator(town.store.connection, steps: steps).migrate(now: TestTown.noon) == [6, 7])
    #expect(throws: StoreError.newer(version: 7, known: 5)) { _ = try town.another() }
  }

  @Test func anOlderFileIsNotReadWithoutMigration() throws {
    let town = try TestTown()
    #expect(throws: StoreError.older(version: 5, known: 7)) {
      try Migrator(Connection(town.path, .readOnly), steps: steps).check()
    }
  }

  @Test func aChangedChecksumFailsTheCheck() throws {
    let town = try TestTown()
    try town.store.connection.execute("UPDATE migration SET checksum = '00' WHERE version = 1")
    #expect(try town.failedChecks() == ["schema: version 1 was made by another program"])
  }
}
