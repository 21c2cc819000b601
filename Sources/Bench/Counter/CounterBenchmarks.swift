import Core
import Store

/// What is promised of a counter: a code is found at once however many there are, and eight tills go on together.
enum CounterBenchmarks {
  static var all: [Benchmark] { [validate, together, longest, twice] }

  private static let processes = 8
  private static let size = "\(RedeemRace.claims) redemptions"

  private static let validate = Benchmark(
    "validate a code, p99", promise: .atMost(Quantity(1, .milliseconds)), size: "5 million claims, 5,000 calls"
  ) {
    let store = try ClaimsTown.store()
    let clerk = Actor(.operator, "bench")
    var generator = SeededGenerator(seed: 2)
    // Every other one is looked up for the first time, and each lies on pages of its own.
    let codes = try (0..<5200).map { _ in
      let id = Int64.random(in: 0..<Int64(ClaimsTown.claims) - 1000, using: &generator)
      guard let claim = try store.claims(limit: 1, after: .init(id), for: clerk).first else {
        throw BenchFailure("the town has not all its claims")
      }
      return claim.code.compact
    }
    let latencies = try Latencies(calls: 5000, warmUp: 200) { call in
      let check = try store.validate(code: codes[call], for: clerk, now: Moment.now)
      guard check.claim != nil else { throw BenchFailure("a code was not found") }
    }
    return Measurement(
      Quantity(latencies.percentile(99), .milliseconds),
      "median \(Quantity(latencies.median, .microseconds)), longest \(Quantity(latencies.longest, .milliseconds))")
  }

  private static let together = Benchmark(
    "redemptions from \(processes) processes, share of one process's rate",
    promise: .atLeast(Quantity(50, .percent)), size: size
  ) {
    let one = try RedeemRace(processes: 1)
    let many = try RedeemRace(processes: processes)
    return Measurement(
      Quantity(many.rate / one.rate * 100, .percent), "\(Int(many.rate)) a second against \(Int(one.rate))")
  }

  private static let longest = Benchmark(
    "redemptions from \(processes) processes, longest wait", promise: .atMost(Quantity(250, .milliseconds)),
    size: size
  ) {
    Measurement(Quantity(try RedeemRace(processes: processes).longest, .milliseconds))
  }

  private static let twice = Benchmark(
    "the same codes from \(processes) processes, redeemed twice", promise: .atMost(Quantity(0, .claims)),
    size: "\(RedeemRace.claims) codes, \(processes) tries each"
  ) {
    let race = try RedeemRace(processes: processes, sharing: true)
    return Measurement(Quantity(Double(race.extra), .claims), "\(race.refused) tries were refused")
  }
}
