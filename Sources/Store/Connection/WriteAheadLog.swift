import CSQLite
import Core

/// Keeping the write-ahead log small, so that opening the file after a crash or beside a heavy writer stays quick.
///
/// SQLite's own checkpoints copy pages back at every commit once the log has grown, but with several writers none of
/// them finds the moment at which the log may start over, and each pays for the attempt. Here one commit in about a
/// hundred empties the log for all of them.
extension Connection {
  /// When a commit empties the log.
  enum LogLimit {
    /// Pages of 4 KB from which on it is tried.
    static let pages: Int32 = 1000
    /// Pages written after an attempt that failed, until the next.
    static let pause: Int32 = 250
    /// How long readers and other writers are waited for. They are held up meanwhile.
    static let wait = TimeSpan(milliseconds: 20)
  }

  /// After a commit: empties a grown log.
  func tidyLog() {
    let pages = logPages.pointee
    if pages < LogLimit.pages {
      nextTidying = LogLimit.pages
    } else if pages >= nextTidying {
      nextTidying = truncateLog(waiting: LogLimit.wait) ? LogLimit.pages : pages + LogLimit.pause
    }
  }

  /// Copies the whole log back and empties its file; gives up quietly when readers keep it busy for longer than `span`:
  /// the log is then complete as it was, and a little longer.
  @discardableResult
  func truncateLog(waiting span: TimeSpan) -> Bool {
    let limit = wait.pointee.limit
    wait.pointee.limit = span.milliseconds * 1_000_000
    defer { wait.pointee.limit = limit }
    return sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil) == SQLITE_OK
  }
}
