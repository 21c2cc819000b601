import CSQLite
import Core
import Foundation

@testable import Store

/// What kill -9 leaves behind: copies of a database's files after each row that a change writes, and before and after its
/// commit.
final class CrashCopies {
  private let path: String
  private var copies: [String] = []

  init(of store: Store, during change: (Store) throws -> Void) throws {
    path = store.path
    // With no room in memory, half of the transaction is in the log long before its commit.
    try store.connection.execute("PRAGMA cache_size = 1")
    let context = Unmanaged.passUnretained(self).toOpaque()
    let handle = store.connection.handle
    sqlite3_update_hook(
      handle,
      { context, _, _, _, _ in context.map { Unmanaged<CrashCopies>.fromOpaque($0).takeUnretainedValue().take() } },
      context)
    sqlite3_commit_hook(
      handle,
      { context in
        context.map { Unmanaged<CrashCopies>.fromOpaque($0).takeUnretainedValue().take() }
        return 0
      }, context)
    try change(store)
    sqlite3_update_hook(handle, nil, nil)
    sqlite3_commit_hook(handle, nil, nil)
    take()
  }

  deinit {
    for copy in copies { for suffix in ["", "-wal", "-shm"] { unlink(copy + suffix) } }
  }

  /// Each copy, opened as the next program would.
  func stores() throws -> [Store] {
    try copies.map { try Store.open(at: $0, now: TestTown.noon, zones: TestZones.zones) }
  }

  private func take() {
    let copy = TestTown.temporaryPath()
    for suffix in ["", "-wal"] {
      try? FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
    }
    copies.append(copy)
  }
}
