import Core
import Glibc
import Store

/// How soon the screen shows what another process has written.
enum ForeignCommit {
  private static let commits = 100

  static let row = Benchmark(
    "another process's commit on screen, p99", promise: .atMost(Quantity(120, .milliseconds)),
    size: "10 million interactions, \(commits) accepts"
  ) {
    let copy = try BenchTown.huge.copy()
    let store = try copy.store()
    let counter = try AcceptCounter(store, sessions: commits, places: nil)
    let words = try FirstFrame.shownWords(in: copy)
    let run = try DashboardRun(database: copy.path)
    try run.waitForFrame(holding: words)
    var spans: [Duration] = []
    for session in counter.sessions {
      try run.rest(milliseconds: 60)
      // Out of step with the dashboard's looks at the file.
      usleep(.random(in: 0...50_000))
      let code = try counter.accept(in: session, store).code.description
      let committed = Latencies.Clock.wall.now
      // The outermost signs may be those that stood there before, and are not drawn again.
      let middle = String(code.dropFirst(2).dropLast(2))
      spans.append(try run.waitForFrame(holding: [middle], since: committed))
    }
    let latencies = Latencies(spans)
    return Measurement(
      Quantity(latencies.percentile(99), .milliseconds), "median \(Quantity(latencies.median, .milliseconds))")
  }
}
