/// How long many calls of one thing take.
struct Latencies {
  private var spans: [Duration] = []

  /// Calls `body` with 0, 1, 2 …; the first `warmUp` calls do not count.
  init(calls: Int, warmUp: Int, _ body: (Int) throws -> Void) rethrows {
    spans.reserveCapacity(calls)
    let clock = ContinuousClock()
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
}
