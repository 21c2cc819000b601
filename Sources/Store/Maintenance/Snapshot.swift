import Core

/// A database as it was at one moment, in a temporary file that nobody else sees and that is gone with its owner,
/// however that ends: SQLite opens such a file without a name.
package final class Snapshot {
  let connection: Connection

  fileprivate init() throws(StoreError) {
    connection = try Connection("", .memory)
  }
}

extension Store {
  /// Keeps the database as it is now. Costs one pass over the file.
  package func snapshot() throws(StoreError) -> Snapshot {
    let snapshot = try Snapshot()
    try Self.copy(connection, to: snapshot.connection)
    return snapshot
  }

  /// Brings the database back to what it was, in one transaction: other programs see the state before or after. What
  /// anybody has written since is gone.
  package func restore(_ snapshot: Snapshot) throws(StoreError) {
    guard transaction == .none else { throw .misuse("restoring inside a transaction") }
    let before = try connection.revisions()
    try Self.copy(snapshot.connection, to: connection)
    try Self.raise(connection, above: before)
    connection.tidyLog()
    forgetEverything()
  }
}
