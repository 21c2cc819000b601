/// What is promised of claims: each durable, many processes at once, and never more than there are places.
enum AcceptBenchmarks {
  static var all: [Benchmark] { [alone, together, longest, oversold] }

  private static let processes = 8
  private static let size = "\(AcceptRace.claims) tries"

  /// 2,000 a second where a flush takes 0.1 ms leave 0.4 ms for all the rest.
  private static let alone = Benchmark(
    "accept a claim beside its flush, one process", promise: .atMost(Quantity(0.4, .milliseconds)), size: size
  ) {
    let before = try Flush.median()
    let race = try AcceptRace(processes: 1)
    // Whoever else writes to the disk makes a flush longer; only what it takes at its best is taken off.
    let flush = min(before, try Flush.median())
    let rest = max(.zero, Duration.seconds(1 / race.rate) - flush)
    return Measurement(
      Quantity(rest, .milliseconds), "\(Int(race.rate)) a second, a flush takes \(Quantity(flush, .milliseconds))")
  }

  private static let together = Benchmark(
    "accepts from \(processes) processes, share of one process's rate", promise: .atLeast(Quantity(50, .percent)),
    size: size
  ) {
    let one = try AcceptRace(processes: 1)
    let many = try AcceptRace(processes: processes)
    return Measurement(
      Quantity(many.rate / one.rate * 100, .percent), "\(Int(many.rate)) a second against \(Int(one.rate))")
  }

  private static let longest = Benchmark(
    "accepts from \(processes) processes, longest wait", promise: .atMost(Quantity(250, .milliseconds)), size: size
  ) {
    Measurement(Quantity(try AcceptRace(processes: processes).longest, .milliseconds))
  }

  private static let oversold = Benchmark(
    "accepts from \(processes) processes, claims without a place", promise: .atMost(Quantity(0, .claims)), size: size
  ) {
    Measurement(Quantity(Double(try AcceptRace(processes: processes).oversold), .claims))
  }
}
