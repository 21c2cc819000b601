/// What the store promises: a busy town, and answers that do not get slower with the years.
enum StoreBenchmarks {
  static var all: [Benchmark] { [simulation] + Growth.all }

  private static let simulation = Benchmark(
    "50,000 sessions simulated through the store", promise: .atMost(Quantity(20, .seconds)),
    size: "25 days of 2,000 sessions, small demo"
  ) {
    let copy = try BenchTown.small.copy()
    let start = Latencies.Clock.wall.now
    let result = try ChildProcess(
      Program.path(),
      ["simulate", "--database", copy.path, "--days", "25", "--sessions-per-day", "2000", "--seed", "1"]
        + Moment.flags, errors: .shared
    ).wait()
    guard result.status == 0 else { throw BenchFailure("the simulator ended with status \(result.status)") }
    return Measurement(
      Quantity(Latencies.Clock.wall.now - start, .seconds),
      "\(Quantity(result.processorTime, .seconds)) on a processor")
  }
}
