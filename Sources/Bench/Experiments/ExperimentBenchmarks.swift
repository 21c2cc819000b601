import Core
import Store

/// What analysts are promised: results that are there at once, however many people they are of.
enum ExperimentBenchmarks {
  static var all: [Benchmark] { [buckets, bayes, small, large, list] }

  private static let analysis = Promise.atMost(Quantity(5, .milliseconds))

  private static let buckets = Benchmark(
    "look up the arm of a person", promise: .atLeast(Quantity(1_000_000, .perSecond)), size: "1,000,000 people"
  ) {
    let phase = ExperimentPhase(
      number: 1, seed: "spring-offer-1", weights: [0.5, 0.5], coverage: 1, startedAt: Moment.now)
    var inArms = [0, 0]
    let time = try Latencies(calls: 3, warmUp: 1, by: .processor) { _ in
      inArms = [0, 0]
      for person in 0..<1_000_000 {
        guard let arm = phase.arm(of: String(person)) else { throw BenchFailure("a person takes no part") }
        inArms[arm] += 1
      }
    }
    return Measurement(
      Quantity(1_000_000 / (time.median / .seconds(1)), .perSecond), "\(inArms[0]) and \(inArms[1])")
  }

  private static let bayes = Benchmark(
    "chance to win and expected losses, exactly, p99", promise: analysis, size: "two arms of 1,000,000"
  ) {
    let latencies = Latencies(calls: 200, warmUp: 10, by: .processor) { call in
      let variant = Conversions(100_000 + Int64(call), of: 1_000_000)
      _ = BetaPosteriors([Conversions(100_000, of: 1_000_000), variant]).chances
    }
    return Measurement(Quantity(latencies.percentile(99), .milliseconds))
  }

  private static let small = Benchmark(
    "analyse an experiment from the store, p99", promise: analysis, size: "50,000 assignments"
  ) {
    let town = try ExperimentTown.shared.get()
    return try analyse(town.small, of: town)
  }

  private static let large = Benchmark(
    "analyse an experiment from the store, p99", promise: analysis, size: "1,000,000 people"
  ) {
    let town = try ExperimentTown.shared.get()
    return try analyse(town.large, of: town)
  }

  private static let list = Benchmark(
    "open the list of experiments, p99", promise: .atMost(Quantity(50, .milliseconds)),
    size: "1,000 experiments of 30 days"
  ) {
    let store = try ExperimentTown.shared.get().store()
    var board = ExperimentsBoard(experiments: [])
    let latencies = try Latencies(calls: 30, warmUp: 3) { _ in
      board = try store.experimentsBoard(now: Moment.now)
    }
    return Measurement(
      Quantity(latencies.percentile(99), .milliseconds),
      "\(board.needingYou) of \(board.experiments.count) need somebody")
  }

  private static func analyse(_ id: Experiment.ID, of town: ExperimentTown) throws -> Measurement {
    let store = try town.store()
    guard let zone = Moment.zones.table("America/Cayman") else { throw BenchFailure("there is no zone") }
    var people: Int64 = 0
    let latencies = try Latencies(calls: 200, warmUp: 10) { _ in
      let record = try store.experimentRecord(id)
      let analysis = ExperimentAnalysis(record: record, now: Moment.now, zone: zone)
      // The paragraph is written when it is asked for.
      guard !analysis.verdict.text.isEmpty else { throw BenchFailure("nothing was said") }
      people = analysis.progress.exposures
    }
    return Measurement(Quantity(latencies.percentile(99), .milliseconds), "\(people) people")
  }
}
