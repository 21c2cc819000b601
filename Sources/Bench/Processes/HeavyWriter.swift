import Glibc
import Store

/// Another process that writes to a database without a pause: a town in which years pass.
final class HeavyWriter {
  private let process: ChildProcess
  private let watcher: Watcher
  /// Starts it; it commits when this returns.
  init(database: String) throws {
    watcher = try Watcher(path: database)
    process = try ChildProcess(
      Program.path(),
      ["simulate", "--database", database, "--days", "3000", "--sessions-per-day", "2000"] + Moment.flags)
    try waitForCommits(3)
  }

  /// Waits for more commits; what was written before does not count.
  func waitForCommits(_ count: Int) throws {
    _ = try watcher.changes()
    var seen = 0
    for _ in 0..<5000 where seen < count {
      usleep(1000)
      if try watcher.changes().contains(.log) { seen += 1 }
    }
    guard seen == count else { throw BenchFailure("the simulator writes nothing") }
  }

  /// Ends it in the middle of its work; nothing is put in order.
  func kill() {
    process.kill()
  }
}
