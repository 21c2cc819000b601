import Glibc

/// How long many calls of one thing take.
struct Latencies: Sendable {
  /// What counts as time.
  enum Clock: Sendable {
    /// What a person waits, other programs' turns included.
    case wall
    /// What this thread spends on a processor: for pure computation, whose length no other program should change.
    case processor

    var now: Duration {
      var time = timespec()
      clock_gettime(self == .wall ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID, &time)
      return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
  }

  private var spans: [Duration] = []

  /// Spans that were measured elsewhere.
  init(_ spans: [Duration]) {
    self.spans = spans.sorted()
  }

  /// Calls `body` with 0, 1, 2 …; the first `warmUp` calls do not count.
  init(calls: Int, warmUp: Int, by clock: Clock = .wall, _ body: (Int) throws -> Void) rethrows {
    spans.reserveCapacity(calls)
    for call in 0..<warmUp + calls {
      let start = clock.now
      try body(call)
      let span = clock.now - start
      if call >= warmUp { spans.append(span) }
    }
    spans.sort()
  }

  /// The shortest span that so many of a hundred calls do not exceed.
  func percentile(_ percent: Double) -> Duration {
    let rank = Int((percent / 100 * Double(spans.count)).rounded(.up)) - 1
    return spans.isEmpty ? .zero : spans[min(max(rank, 0), spans.count - 1)]
  }

  /// The span that half of the calls do not exceed.
  var median: Duration { percentile(50) }

  /// The longest of all.
  var longest: Duration { spans.last ?? .zero }
}
