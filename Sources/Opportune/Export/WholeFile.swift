import Glibc

/// Writes small files so that nobody ever reads half of one.
enum WholeFile {
  /// Why a file could not be written.
  enum Problem: Error {
    /// One is there already.
    case exists
    case system(path: String, number: Int32)

    /// For people, with what to do.
    var sentence: String {
      switch self {
      case .exists: "a file of that name is there already; choose another name"
      case .system(let path, let number):
        "cannot write \(path): \(String(cString: strerror(number))); choose another folder, or free some room"
      }
    }
  }

  /// Writes beside the target, then gives it the target's name: for a new file by a link, which fails where one is there.
  static func write(_ text: String, to path: String, replaces: Bool) throws(Problem) {
    let draft = "\(path).\(getpid()).part"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .system(path: path, number: errno) }
    defer { unlink(draft) }
    let problem = fill(file, with: Array(text.utf8))
    close(file)
    if let problem { throw .system(path: path, number: problem) }
    let result = replaces ? rename(draft, path) : link(draft, path)
    guard result != 0 else { return }
    if errno == EEXIST { throw .exists }
    throw .system(path: path, number: errno)
  }

  /// Writes all bytes; the number of what went wrong, or nil.
  private static func fill(_ file: Int32, with bytes: [UInt8]) -> Int32? {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return errno }
      done += count
    }
    return nil
  }
}
