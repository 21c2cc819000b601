import CSQLite
import Core
import Glibc

/// A database at a glance.
package struct DatabaseInfo: Hashable, Sendable {
  package let path: String
  package let world: World
  /// Schema version.
  package let version: Int
  /// Whether this user may not write the file or make files beside it, however it was opened.
  package let readOnly: Bool
  package let partners: Int
  package let offers: Int
  package let people: Int
  package let sessions: Int
  package let claims: Int
  package let interactions: Int
  package let decisions: Int
  /// Of the file, and of its write-ahead log, in bytes; 0 in memory.
  package let fileBytes: Int64
  package let logBytes: Int64
}

/// One table with its indexes.
package struct TableInfo: Hashable, Sendable {
  package let name: String
  package let rows: Int
  package let bytes: Int64
}

extension Store {
  /// The database at a glance. Quick on a log of any length: rows that are never deleted are counted by the last id.
  package func info() throws(StoreError) -> DatabaseInfo {
    try read { () throws(StoreError) in
      DatabaseInfo(
        path: path, world: world, version: Int(try connection.integer("PRAGMA user_version")),
        readOnly: Self.takesNoWrites(path),
        partners: Int(try connection.integer("SELECT count(*) FROM partner")),
        offers: Int(try connection.integer("SELECT count(*) FROM offer")),
        people: Int(try connection.integer("SELECT count(*) FROM person")),
        sessions: Int(try connection.integer("SELECT max(id) FROM session")),
        claims: Int(try connection.integer("SELECT max(id) FROM claim")),
        interactions: Int(try connection.integer("SELECT max(id) FROM interaction")),
        decisions: Int(try connection.integer("SELECT max(id) FROM decision")), fileBytes: Self.size(of: path),
        logBytes: Self.size(of: path + "-wal"))
    }
  }

  /// Every table with its rows and bytes, indexes included, the largest first. Reads the whole file.
  package func tables() throws(StoreError) -> [TableInfo] {
    try read { () throws(StoreError) in
      let sizes = try connection.rows(
        """
        SELECT entry.tbl_name, sum(dbstat.pgsize)
          FROM dbstat
          JOIN sqlite_schema AS entry ON entry.name = dbstat.name
         WHERE dbstat.aggregate = TRUE
         GROUP BY entry.tbl_name
         ORDER BY 2 DESC, 1
        """
      ) { row throws(StoreError) in (name: row.text(0), bytes: row.integer(1)) }
      var tables: [TableInfo] = []
      for size in sizes {
        // A table's name cannot be a parameter; it comes from the schema itself and is quoted.
        let rows = try connection.rows(executing: "SELECT count(*) FROM \"\(size.name)\"") { row throws(StoreError) in
          row.count(0)
        }
        tables.append(TableInfo(name: size.name, rows: rows.first ?? 0, bytes: size.bytes))
      }
      return tables
    }
  }

  /// The statements that make the schema as it stands.
  package func schemaStatements() throws(StoreError) -> [String] {
    try connection.rows(
      """
      SELECT sql
        FROM sqlite_schema
       WHERE sql IS NOT NULL
       ORDER BY type DESC, name
      """
    ) { row throws(StoreError) in row.text(0) }
  }

  private static func takesNoWrites(_ path: String) -> Bool {
    guard path != ":memory:" else { return false }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    return access(path, W_OK) != 0 || access(folder, W_OK) != 0
  }

  private static func size(of path: String) -> Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }
}
