import Core

extension Store {
  /// Migrations other than those this program knows.
  func changedMigrations() throws(StoreError) -> [String] {
    let applied = try connection.rows(
      """
      SELECT version, checksum
        FROM migration
       ORDER BY version
      """
    ) { row throws(StoreError) in (version: row.count(0), checksum: row.text(1)) }
    let known = Migration.all.map { (version: $0.version, checksum: $0.checksum) }
    guard applied.map(\.version) == known.map(\.version) else {
      return ["versions \(applied.map(\.version)) were applied instead of \(known.map(\.version))"]
    }
    return zip(applied, known).filter { $0.checksum != $1.checksum }.map { applied, _ in
      "version \(applied.version) was made by another program"
    }
  }

  /// Tables, indexes and triggers that are missing, other than in a new database, or not ours at all.
  func wrongSchema() throws(StoreError) -> [String] {
    let new = try Connection(":memory:", .memory)
    try Migrator(new).migrate(now: Timestamp(milliseconds: 0))
    let expected = try new.schemaObjects()
    let found = try connection.schemaObjects()
    return Set(expected.keys).union(found.keys).sorted().compactMap { name in
      switch (expected[name], found[name]) {
      case (_, nil): "the \(name) is missing"
      case (nil, _): "the \(name) is not part of it"
      case (let expected, let found): expected == found ? nil : "the \(name) was changed"
      }
    }
  }
}

extension Connection {
  /// The statement behind everything in the schema, by kind and name; what SQLite makes by itself is left out.
  fileprivate func schemaObjects() throws(StoreError) -> [String: String] {
    let objects = try rows(
      """
      SELECT type, name, sql
        FROM sqlite_schema
       WHERE sql IS NOT NULL
         AND name NOT LIKE 'sqlite^_%' ESCAPE '^'
      """
    ) { row throws(StoreError) in
      (name: "\(row.text(0)) \(row.text(1))", sql: row.text(2).split(whereSeparator: \.isWhitespace))
    }
    return Dictionary(objects.map { ($0.name, $0.sql.joined(separator: " ")) }, uniquingKeysWith: { $1 })
  }
}
