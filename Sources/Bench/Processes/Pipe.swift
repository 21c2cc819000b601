import Glibc

/// A pipe between this process and another.
final class Pipe {
  let readingEnd: Int32
  let writingEnd: Int32
  private var isWritable = true

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw BenchFailure(call: "pipe") }
    (readingEnd, writingEnd) = (ends[0], ends[1])
    // Another process gets only the end that it is handed.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    closeWritingEnd()
    close(readingEnd)
  }

  /// Lets the reader find the end.
  func closeWritingEnd() {
    guard isWritable else { return }
    isWritable = false
    close(writingEnd)
  }

  /// Everything up to the end.
  func readAll() -> String {
    var text: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(readingEnd, &bytes, bytes.count)
      if count > 0 { text += bytes.prefix(count) } else if count == 0 || errno != EINTR { break }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
