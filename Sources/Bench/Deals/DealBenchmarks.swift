import Core
import Glibc

/// What deal rules promise: many listings against very many rules, and a preview that keeps up with typing.
enum DealBenchmarks {
  static var all: [Benchmark] { [memory, building, hundredThousand, million, one, preview, search] }

  private static let hundredThousand = Benchmark(
    "5,000 new listings against 100,000 rules", promise: .atMost(Quantity(0.5, .seconds)), size: "one core"
  ) { try manyListings(rules: 100_000) }

  private static let million = Benchmark(
    "5,000 new listings against 1,000,000 rules", promise: .atMost(Quantity(5, .seconds)), size: "one core"
  ) { try manyListings(rules: 1_000_000) }

  private static let one = Benchmark(
    "one listing against 100,000 rules, p99", promise: .atMost(Quantity(200, .microseconds)),
    size: "5,000 listings, read and folded"
  ) {
    let (index, listings) = try standing(100_000)
    let latencies = Latencies(calls: 4500, warmUp: 500, by: .processor) { call in
      _ = index.matches(PackedListing(listings[call % listings.count]))
    }
    return Measurement(Quantity(latencies.percentile(99), .microseconds))
  }

  private static let building = Benchmark(
    "take 1,000,000 rules in", promise: .atMost(Quantity(5, .seconds)), size: "one core"
  ) {
    var spent = Duration.zero
    _ = try standing(1_000_000) { spent += $0 }
    return Measurement(Quantity(spent, .seconds))
  }

  // First of all: memory that an earlier run gave back would not count.
  private static let memory = Benchmark(
    "memory of a rule in the index", promise: .atMost(Quantity(600, .bytes)), size: "1,000,000 rules"
  ) {
    let status = ProcessStatus()
    let before = try status.residentMegabytes().now
    let (index, _) = try standing(1_000_000, listings: 0)
    return Measurement(Quantity((try status.residentMegabytes().now - before) * 1e6 / Double(index.count), .bytes))
  }

  private static let preview = Benchmark(
    "preview a rule, p99", promise: .atMost(Quantity(50, .milliseconds)), size: "100,000 listings"
  ) {
    var world = DealWorld(seed: 3)
    var corpus = ListingCorpus()
    for id in 1...Int64(100_000) { corpus.put(world.listing(id)) }
    var rules: [RuleTerms] = []
    for _ in 0..<300 { rules.append(try world.terms()) }
    let latencies = Latencies(calls: 300, warmUp: 20, by: .processor) { call in
      _ = corpus.preview(rules[call % rules.count], now: Moment.now)
    }
    return Measurement(Quantity(latencies.percentile(99), .milliseconds))
  }

  private static let search = Benchmark(
    "find among listings what is typed, p99", promise: .atMost(Quantity(50, .milliseconds)), size: "100,000 listings"
  ) {
    var world = DealWorld(seed: 3)
    var corpus = ListingCorpus()
    var titles: [String] = []
    for id in 1...Int64(100_000) {
      let listing = world.listing(id)
      corpus.put(listing)
      if id.isMultiple(of: 1000) { titles.append(listing.title) }
    }
    // From one letter of a title to two words of it and a letter.
    let latencies = Latencies(calls: 300, warmUp: 20, by: .processor) { call in
      _ = corpus.found(byWordsLike: String(titles[call % titles.count].prefix(1 + call % 12)), limit: 30)
    }
    return Measurement(Quantity(latencies.percentile(99), .milliseconds))
  }

  private static func manyListings(rules: Int) throws -> Measurement {
    let (index, listings) = try standing(rules)
    var matches = 0
    let start = Latencies.Clock.processor.now
    for start in stride(from: 0, to: listings.count, by: 250) {
      let block = listings[start..<min(start + 250, listings.count)].map { PackedListing($0) }
      matches += index.matches(of: block).reduce(0) { $0 + $1.count }
    }
    let span = Latencies.Clock.processor.now - start
    return Measurement(Quantity(span, .seconds), "\(matches) matches")
  }

  /// Rules of the world and listings for them; `spent` is told what taking each thousand in took.
  private static func standing(
    _ rules: Int, listings count: Int64 = 5000, spent: (Duration) -> Void = { _ in }
  ) throws -> (RuleIndex, [Listing]) {
    var world = DealWorld(seed: 1)
    let sample = (0..<2000).map { PackedListing(world.listing($0)) }
    var index = RuleIndex(sample: sample)
    for thousand in 0..<Int64(rules / 1000) {
      var batch: [RuleTerms] = []
      for _ in 0..<1000 { batch.append(try world.terms()) }
      let start = Latencies.Clock.processor.now
      for (place, terms) in batch.enumerated() { index.insert(.init(thousand * 1000 + Int64(place)), terms) }
      spent(Latencies.Clock.processor.now - start)
    }
    return (index, (0..<count).map { world.listing($0) })
  }
}
