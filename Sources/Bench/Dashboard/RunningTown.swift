import Store

/// What the dashboard does and costs while its clock lets a busy town live on, and how much it writes for a key.
enum RunningTown {
  static var all: [Benchmark] { [frames, processor, keys, bytes] }

  private static let parked = 2000
  private static let seconds = 10
  private static let size = "\(parked) parked at 140 x 42, x600"

  private static let frames = Benchmark(
    "frames of a running town", promise: .atLeast(Quantity(30, .perSecond)), size: "\(size), \(seconds) s"
  ) {
    let (run, copy) = try open()
    defer { withExtendedLifetime(copy) {} }
    let drawn = try run.drawn(in: .seconds(seconds))
    return Measurement(
      Quantity(Double(drawn.frames) / Double(seconds), .perSecond),
      "\(Quantity(Double(drawn.bytes) / Double(max(1, drawn.frames)), .bytes)) each")
  }

  private static let processor = Benchmark(
    "running town, share of a processor", promise: .atMost(Quantity(40, .percent)), size: "\(size), \(seconds) s"
  ) {
    let (run, copy) = try open()
    defer { withExtendedLifetime(copy) {} }
    let status = ProcessStatus(of: run.process)
    let before = try status.processorTime()
    _ = try run.drawn(in: .seconds(seconds))
    return Measurement(Quantity((try status.processorTime() - before) / .seconds(seconds) * 100, .percent))
  }

  private static let keys = Benchmark(
    "key press to bytes written in a running town, p99", promise: .atMost(Quantity(5, .milliseconds)), size: size
  ) {
    let (run, copy) = try open()
    defer { withExtendedLifetime(copy) {} }
    // As beside a writer: a pause between frames is short, and few answers are a frame's rather than the key's.
    return try KeyAnswers.measure(run, pause: 3)
  }

  private static let bytes = Benchmark(
    "bytes written for a key, mean", promise: .atMost(Quantity(2000, .bytes)),
    size: "\(parked) parked at 140 x 42, \(presses) keys"
  ) {
    let (run, copy) = try open(isRunning: false)
    defer { withExtendedLifetime(copy) {} }
    let counts = try (0..<presses).map { press in
      try run.bytes(for: Keys.visit[press % Keys.visit.count], rest: 60)
    }
    return Measurement(
      Quantity(Double(counts.reduce(0, +)) / Double(presses), .bytes),
      "most \(Quantity(Double(counts.max() ?? 0), .bytes))")
  }

  private static let presses = 200

  /// The Discover screen of a busy town, whose clock goes at x600 if it is let go.
  private static func open(isRunning: Bool = true) throws -> (DashboardRun, WorkingCopy) {
    let copy = try BenchTown.standard.copy()
    try Parking(copy.store()).fill(parked)
    let words = try FirstFrame.shownWords(in: copy)
    let run = try DashboardRun(database: copy.path)
    try run.waitForFrame(holding: words)
    for screen in ["1", "3"] {
      _ = try? run.press(screen)
      try run.rest(milliseconds: 100)
    }
    // Into the list, where every key has something to do also when the first cars have left.
    _ = try? run.press(Keys.home)
    _ = try? run.press(Keys.pageDown)
    try run.rest(milliseconds: 300)
    guard isRunning else { return (run, copy) }
    // From x60 to x600, which shows once the clock runs. The start of a run, of which a copy is kept, is not measured.
    _ = try? run.press(">")
    _ = try run.press(" ")
    try run.waitForFrame(holding: ["x600"])
    _ = try run.drawn(in: .seconds(1))
    return (run, copy)
  }
}
