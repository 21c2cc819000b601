import Synchronization

/// Where workers leave actions for the loop: a locked queue that wakes it.
///
/// Made before the terminal is opened, so that work may begin at once.
package final class Inbox: Sendable {
  private let queue = Mutex<[Action]>([])
  let waker: Waker

  /// - Throws: ``TerminalError/failed`` when the system has no descriptor left.
  package init() throws(TerminalError) {
    waker = try Waker()
  }

  /// Leaves an action; it is taken in with the loop's next turn. From any thread.
  package func post(_ action: Action) {
    let wasEmpty = queue.withLock { queue in
      queue.append(action)
      return queue.count == 1
    }
    if wasEmpty { waker.wake() }
  }

  /// Takes all actions that wait, the oldest first.
  package func drain() -> [Action] {
    queue.withLock { queue in
      defer { queue.removeAll(keepingCapacity: true) }
      return queue
    }
  }
}
