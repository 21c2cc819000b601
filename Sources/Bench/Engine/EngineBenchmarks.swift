import Core

/// What Core promises: rankings from an index that stands in memory.
enum EngineBenchmarks {
  static var all: [Benchmark] { [best, reasons] }

  private static let best = Benchmark(
    "rank the best 10 for one session, p99", promise: .atMost(Quantity(200, .microseconds)),
    size: "100,000 offers, about 1,000 in reach"
  ) {
    var world = try BenchWorld(offers: 100_000, inReach: 1000, seed: 1)
    let index = OfferIndex(world.offers)
    let contexts = try (0..<500).map { _ in try world.context() }
    let latencies = try Latencies(calls: 10_000, warmUp: 1000, by: .processor) { call in
      let ranked = index.best(10, for: contexts[call % contexts.count], profile: .standard)
      guard ranked.count <= 10 else { throw Nothing() }
    }
    return Measurement(Quantity(latencies.percentile(99), .microseconds))
  }

  private static let reasons = Benchmark(
    "rank and give every reason for one session, p99", promise: .atMost(Quantity(10, .milliseconds)),
    size: "10,000 offers"
  ) {
    var world = try BenchWorld(offers: 10_000, inReach: 1000, seed: 2)
    let index = OfferIndex(world.offers)
    let contexts = try (0..<100).map { _ in try world.context() }
    let latencies = try Latencies(calls: 1000, warmUp: 50, by: .processor) { call in
      let ranking = index.ranking(
        for: contexts[call % contexts.count], profile: .standard, limit: 10, allReasons: true)
      // Reasons are put into words when they are asked for.
      let words = ranking.heldBack.flatMap { [$0.reason.sentence] + $0.others.map(\.sentence) }
      guard !words.isEmpty else { throw Nothing() }
    }
    return Measurement(Quantity(latencies.percentile(99), .milliseconds))
  }

  /// A ranking gave nothing, so that nothing was measured.
  private struct Nothing: Error {}
}
