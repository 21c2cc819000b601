/// What is to happen, earliest first; of two at the same instant the one that was planned first. Binary heap: adding
/// and taking cost O(log n).
struct EventQueue<Event> {
  private var heap: [(at: Timestamp, order: Int, event: Event)] = []
  private var planned = 0

  var isEmpty: Bool { heap.isEmpty }

  /// When the first is due, and what it is.
  var next: Timestamp? { heap.first?.at }
  var nextEvent: Event? { heap.first?.event }

  mutating func add(_ event: Event, at instant: Timestamp) {
    heap.append((instant, planned, event))
    planned += 1
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard comesFirst(child, parent) else { break }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  mutating func take() -> (at: Timestamp, event: Event)? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      sink()
    }
    return (first.at, first.event)
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var first = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && comesFirst(child, first) {
        first = child
      }
      if first == parent { return }
      heap.swapAt(parent, first)
      parent = first
    }
  }

  private func comesFirst(_ one: Int, _ other: Int) -> Bool {
    (heap[one].at, heap[one].order) < (heap[other].at, heap[other].order)
  }
}
