import CTerminal

/// Wakes the loop from any thread.
///
/// Sendable: the descriptor never changes, and reading and writing it are single system calls.
package final class Waker: Sendable {
  let descriptor: Int32

  /// - Throws: ``TerminalError/failed`` when the system has no descriptor left.
  package init() throws(TerminalError) {
    descriptor = opportune_waker_open()
    if descriptor < 0 { throw .failed }
  }

  deinit { opportune_waker_close(descriptor) }

  /// Makes the present or next wait of the loop end. Many calls wake once.
  package func wake() { opportune_waker_ring(descriptor) }

  /// Forgets all calls until now.
  func clear() { opportune_waker_clear(descriptor) }
}
