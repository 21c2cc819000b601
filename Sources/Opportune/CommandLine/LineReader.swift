import Glibc

/// Lines of a file or pipe, read in large pieces with bounded memory.
struct LineReader {
  /// One line without its end, or why it cannot be had.
  enum Line {
    case text(String)
    case tooLong
    case notUTF8
  }

  /// Longest line that is kept, in bytes.
  static let limit = 1 << 20
  private static let piece = 1 << 17

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var skipping = false
  private var ended = false

  init(descriptor: Int32 = STDIN_FILENO) {
    self.descriptor = descriptor
  }

  /// Whether the next line is already here, so that reading it waits for nobody.
  var hasLine: Bool { lineEnd() != nil }

  /// The next line; nil at the end.
  /// - Throws: ``Failure`` if reading fails.
  mutating func next() throws(Failure) -> Line? {
    while true {
      if let end = lineEnd() {
        defer { start = end + 1 }
        return line(upTo: end)
      }
      if buffer.count - start > Self.limit {
        skipping = true
        start = buffer.count
      }
      if ended {
        defer { start = buffer.count }
        return skipping || start < buffer.count ? line(upTo: buffer.count) : nil
      }
      try fill()
    }
  }

  private func lineEnd() -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, start < bytes.count,
        let found = memchr(base + start, 0x0A, bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private mutating func line(upTo end: Int) -> Line {
    defer { skipping = false }
    guard !skipping, end - start <= Self.limit else { return .tooLong }
    return String(validating: buffer[start..<end], as: UTF8.self).map(Line.text) ?? .notUTF8
  }

  private mutating func fill() throws(Failure) {
    buffer.removeFirst(start)
    start = 0
    let kept = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: Self.piece))
    var count = -1
    repeat {
      count = buffer[kept...].withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    } while count < 0 && errno == EINTR
    let problem = errno
    buffer.removeLast(Self.piece - max(0, count))
    guard count >= 0 else {
      throw Failure(.failed, code: "input", "cannot read the input: \(String(cString: strerror(problem)))")
    }
    ended = count == 0
  }
}
