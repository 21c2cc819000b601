import Store

/// What the dashboard costs while nobody does anything, and how much memory it takes.
enum Resources {
  static var all: [Benchmark] { [memory, idleProcessor, idleBytes] }

  private static let keys = 200
  private static let idleSeconds = 20
  private static let town = "standard demo"

  private static let memory = Benchmark(
    "memory of the dashboard, most ever resident", promise: .atMost(Quantity(60, .megabytes)),
    size: "\(town), \(keys) keys"
  ) {
    let (run, copy) = try open()
    defer { withExtendedLifetime(copy) {} }
    for press in 0..<keys {
      try run.rest(milliseconds: 10)
      _ = try run.press(Keys.round[press % Keys.round.count])
    }
    try run.rest(milliseconds: 100)
    let megabytes = try ProcessStatus(of: run.process).residentMegabytes()
    return Measurement(
      Quantity(megabytes.most, .megabytes), "\(Quantity(megabytes.now, .megabytes)) at the end")
  }

  private static let idleProcessor = Benchmark(
    "idle dashboard, share of a processor", promise: .atMost(Quantity(1, .percent)), size: "\(town), \(idleSeconds) s"
  ) {
    let (run, copy) = try open()
    defer { withExtendedLifetime(copy) {} }
    let status = ProcessStatus(of: run.process)
    let before = try status.processorTime()
    _ = try run.drawn(in: .seconds(idleSeconds))
    return Measurement(Quantity((try status.processorTime() - before) / .seconds(idleSeconds) * 100, .percent))
  }

  private static let idleBytes = Benchmark(
    "idle dashboard, bytes written", promise: .atMost(Quantity(0, .bytes)), size: "\(town), \(idleSeconds) s"
  ) {
    let (run, copy) = try open()
    defer { withExtendedLifetime(copy) {} }
    return Measurement(Quantity(Double(try run.drawn(in: .seconds(idleSeconds)).bytes), .bytes))
  }

  /// The dashboard with its data on screen and nothing left to do.
  private static func open() throws -> (DashboardRun, WorkingCopy) {
    let copy = try BenchTown.standard.copy()
    let words = try FirstFrame.shownWords(in: copy)
    let run = try DashboardRun(database: copy.path)
    try run.waitForFrame(holding: words)
    _ = try? run.press(Keys.home)
    try run.rest(milliseconds: 300)
    return (run, copy)
  }
}
