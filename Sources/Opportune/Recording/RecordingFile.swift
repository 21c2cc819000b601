import Core
import Glibc
import Store
import Synchronization
import TUI

/// A recording on disk: lines of JSON, and beside them the database as it was before the first.
final class RecordingFile: Sendable {
  private let path: String
  private let descriptor: Int32
  /// What the system said when a line could not be written.
  private let fault = Atomic<Int32>(0)

  /// Where the database of a recording stands.
  static func databasePath(of path: String) -> String { path + ".db" }

  /// Makes both files. Nothing is overwritten.
  init(at path: String, of store: Store) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST { throw StoreError.exists(path: path) }
      throw Failure(
        .failed, code: "unwritable", "\(path) cannot be written: \(Self.system(errno)); name another file")
    }
    do {
      try store.backup(to: Self.databasePath(of: path))
    } catch {
      close(descriptor)
      unlink(path)
      throw error
    }
  }

  deinit { close(descriptor) }

  /// Writes into the file, a line at a time, so that whatever happens, what was noted is there.
  var recorder: Recorder {
    Recorder { [self] line in
      var bytes = Array((line + "\n").utf8)[...]
      while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          fault.store(errno, ordering: .relaxed)
          return
        }
        bytes = bytes.dropFirst(count)
      }
    }
  }

  /// - Throws: ``Failure`` if any line could not be written.
  func finish() throws {
    let code = fault.load(ordering: .relaxed)
    guard code == 0 else {
      throw Failure(
        .failed, code: "unwritable", "\(path) is not whole: \(Self.system(code)); make room and record again")
    }
  }

  private static func system(_ code: Int32) -> String { String(cString: strerror(code)) }
}
