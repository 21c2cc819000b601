import Glibc

/// Standard output, gathered in memory and written in large pieces.
///
/// A class because it is the one place that owns the descriptor's buffer.
final class StandardOutput {
  private static let limit = 1 << 16

  private let descriptor: Int32
  private var buffer: [UInt8] = []

  init(descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
  }

  /// Adds text; nothing is written until the buffer is full or flushed.
  func write(_ text: String) throws(OutputError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.limit { try flush() }
  }

  /// Adds bytes that are ready, in two pieces: nothing of a line of many is put together twice.
  func write(_ head: [UInt8], _ tail: [UInt8]) throws(OutputError) {
    buffer.append(contentsOf: head)
    buffer.append(contentsOf: tail)
    if buffer.count >= Self.limit { try flush() }
  }

  /// Writes what is gathered.
  /// - Throws: ``OutputError/closed`` if the reader has gone, ``OutputError/failed(_:)`` for a full disk and the like.
  func flush() throws(OutputError) {
    var start = 0
    defer { buffer.removeAll(keepingCapacity: true) }
    while start < buffer.count {
      let written = buffer[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard written < 0 else {
        start += written
        continue
      }
      switch errno {
      case EINTR: continue
      case EPIPE: throw .closed
      default: throw .failed(errno)
      }
    }
  }
}
