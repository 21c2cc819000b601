import Core

/// Tells what other connections have changed, with a connection of its own. Asking costs some microseconds while
/// nothing happens, so a thread may ask many times a second; it never writes and keeps no transaction open.
package final class Watcher {
  private let connection: Connection
  private var dataVersion: Int64
  private var revisions: Revisions

  /// Watches a file from now on.
  package init(path: String) throws(StoreError) {
    connection = try Connection(path, .readOnly)
    try Migrator(connection).check()
    dataVersion = try connection.dataVersion()
    revisions = try connection.revisions()
  }

  /// The topics that changed since the last time; usually none.
  package func changes() throws(StoreError) -> Set<Topic> {
    let version = try connection.dataVersion()
    guard version != dataVersion else { return [] }
    // A commit between the two reads is seen here already and then, with the next version, not twice.
    dataVersion = version
    let now = try connection.revisions()
    defer { revisions = now }
    return now.changed(since: revisions)
  }
}
