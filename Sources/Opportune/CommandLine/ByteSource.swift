import Glibc

/// The bytes of a file, a pipe or memory, one at a time; those of a gzip file unpacked.
final class ByteSource {
  private static let piece = 1 << 17

  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8]
  private var position = 0
  /// Unpacks what a gzip file holds; nil for any other, and before the first bytes are seen.
  private var gunzip: Gunzip?
  private var isBegun = false

  /// Bytes in memory.
  init(bytes: [UInt8]) {
    descriptor = -1
    name = "memory"
    buffer = bytes
  }

  /// A file, or standard input for `-`.
  /// - Throws: ``Failure`` if there is none or it cannot be read.
  init(path: String) throws(Failure) {
    name = path
    buffer = []
    guard path != "-" else {
      descriptor = STDIN_FILENO
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      guard errno != ENOENT else {
        throw Failure(.notFound, code: "not_found", "there is no file \(path); check the path", field: "FILE")
      }
      throw Self.failure(path, errno)
    }
  }

  deinit {
    if descriptor > STDIN_FILENO { close(descriptor) }
  }

  /// The next byte; nil at the end.
  /// - Throws: ``Failure`` if reading fails.
  @inline(__always)
  func next() throws(Failure) -> UInt8? {
    if position == buffer.count {
      guard try fill() else { return nil }
    }
    defer { position += 1 }
    return buffer[position]
  }

  /// Passes over the mark that some programs put before UTF-8.
  /// - Throws: ``Failure`` for UTF-16, which begins with a mark of its own.
  func skipByteOrderMark() throws(Failure) {
    if position == buffer.count, try !fill() { return }
    let head = buffer[position...].prefix(3)
    if head.elementsEqual([0xEF, 0xBB, 0xBF]) { position += 3 }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      throw Failure(
        .invalid, code: "malformed", "\(name) is UTF-16; save it as UTF-8 and try again", field: "FILE")
    }
  }

  /// The first byte after the mark that some programs put before UTF-8, without taking it; nil of nothing.
  /// - Throws: ``Failure`` if reading fails.
  func peek() throws(Failure) -> UInt8? {
    try skipByteOrderMark()
    return position < buffer.count ? buffer[position] : nil
  }

  /// Everything that is left, for what must be known as a whole before its first line is used.
  /// - Throws: ``Failure`` if reading fails.
  func rest() throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    repeat {
      bytes += buffer[position...]
      position = buffer.count
    } while try fill()
    return bytes
  }

  private func fill() throws(Failure) -> Bool {
    guard descriptor >= 0 else { return false }
    position = 0
    if let gunzip {
      buffer = try gunzip.next(Self.piece, of: name) { () throws(Failure) in try read() }
      return !buffer.isEmpty
    }
    buffer = try read()
    guard !isBegun else { return !buffer.isEmpty }
    isBegun = true
    // A pipe may give its first byte alone.
    while buffer.count == 1, buffer[0] == Gunzip.magic[0] {
      let more = try read()
      guard !more.isEmpty else { break }
      buffer += more
    }
    guard buffer.starts(with: Gunzip.magic) else { return !buffer.isEmpty }
    let head = buffer
    var isFirst = true
    let gunzip = try Gunzip()
    self.gunzip = gunzip
    buffer = try gunzip.next(Self.piece, of: name) { () throws(Failure) in
      guard isFirst else { return try read() }
      isFirst = false
      return head
    }
    return !buffer.isEmpty
  }

  /// The next piece as it stands in the file; empty at its end.
  private func read() throws(Failure) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: Self.piece)
    var count = -1
    repeat {
      count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    } while count < 0 && errno == EINTR
    let problem = errno
    buffer.removeLast(Self.piece - max(0, count))
    guard count >= 0 else { throw Self.failure(name, problem) }
    return buffer
  }

  private static func failure(_ path: String, _ number: Int32) -> Failure {
    Failure(.failed, code: "input", "cannot read \(path): \(String(cString: strerror(number)))", field: "FILE")
  }
}
