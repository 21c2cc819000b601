import Glibc
import Store

/// A town under way, in a file beside the one it becomes.
///
/// A class because it owns the file: whatever stands in the way, the draft goes with it. It is locked as long as its
/// process lives, so that the draft of a process that was killed is known by having no lock.
final class TownDraft {
  private static let mark = ".making-"
  private static let companions = ["", "-wal", "-shm"]

  /// Where the town is made: a name of this process's own, so that two that begin at once make two drafts.
  let path: String
  private let target: String
  private let lock: Int32

  /// Takes the lock and clears away the drafts of processes that were killed.
  /// - Throws: ``Failure`` if nothing can be written there.
  init(of target: String) throws(Failure) {
    self.target = target
    path = "\(target)\(Self.mark)\(getpid())"
    lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw Self.failure(target) }
    Self.clear(path)
    Self.clearLeft(of: target)
  }

  deinit {
    Self.clear(path)
    unlink(path + ".lock")
    close(lock)
  }

  /// Puts the town in its place.
  /// - Throws: ``StoreError/exists(path:)`` if the place is taken and is not to be replaced.
  func publish(replacing: Bool) throws {
    guard replacing, access(target, F_OK) == 0 else {
      // Hard links refuse a name that is taken meanwhile, which a plain rename would overwrite.
      guard link(path, target) == 0 else {
        throw errno == EEXIST ? StoreError.exists(path: target) : Self.failure(target)
      }
      return
    }
    // The log of the old town goes first: behind the new file it would be taken for the new one's.
    for suffix in ["-wal", "-shm"] { unlink(target + suffix) }
    guard rename(path, target) == 0 else { throw Self.failure(target) }
  }

  private static func clear(_ path: String) {
    for suffix in companions { unlink(path + suffix) }
  }

  /// Removes what nobody holds a lock on.
  private static func clearLeft(of target: String) {
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "./"
    let name = target.lastIndex(of: "/").map { String(target[target.index(after: $0)...]) } ?? target
    guard let entries = opendir(folder) else { return }
    defer { closedir(entries) }
    var drafts: Set<String> = []
    while let entry = readdir(entries) {
      let file = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      guard file.hasPrefix(name + mark) else { continue }
      let process = file.dropFirst((name + mark).count).prefix { $0.isNumber }
      drafts.insert("\(folder)\(name)\(mark)\(process)")
    }
    for draft in drafts where !isHeld(draft) {
      clear(draft)
      unlink(draft + ".lock")
    }
  }

  private static func isHeld(_ draft: String) -> Bool {
    let descriptor = open(draft + ".lock", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0
  }

  private static func failure(_ path: String) -> Failure {
    Failure(.failed, code: "cannot_open", "cannot write \(path): \(String(cString: strerror(errno)))")
  }
}
