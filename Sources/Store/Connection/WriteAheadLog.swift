import CSQLite
import Core

/// Keeping the write-ahead log small, so that opening the file after a crash or beside a heavy writer stays quick.
extension Connection {
  /// After a commit: copies a grown log back into the file. From ``LogLimit/strict`` on, readers are waited for (50 ms
  /// at most) so that the log can start over even where they never all rest at once.
  func tidyLog() {
    let pages = logPages.pointee
    guard pages >= LogLimit.patient else { return }
    if pages < LogLimit.strict {
      checkpoint(SQLITE_CHECKPOINT_PASSIVE)
    } else {
      truncateLog(waiting: .milliseconds(50))
    }
  }

  /// Copies the whole log back and empties its file; gives up quietly when readers keep it busy for longer than `span`.
  @discardableResult
  func truncateLog(waiting span: TimeSpan) -> Bool {
    let limit = wait.pointee.limit
    wait.pointee.limit = span.milliseconds * 1_000_000
    defer { wait.pointee.limit = limit }
    return checkpoint(SQLITE_CHECKPOINT_TRUNCATE)
  }

  /// A checkpoint that fails leaves the log as it is, complete and a little longer: nothing is lost by it.
  @discardableResult
  private func checkpoint(_ kind: Int32) -> Bool {
    logPages.pointee = 0
    return sqlite3_wal_checkpoint_v2(handle, nil, kind, nil, nil) == SQLITE_OK
  }
}

extension TimeSpan {
  /// A length in milliseconds, named like the others.
  static func milliseconds(_ count: Int64) -> TimeSpan {
    TimeSpan(milliseconds: count)
  }
}
