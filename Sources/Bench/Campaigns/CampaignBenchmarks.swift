import Core
import Glibc
import Store

/// What analysts of campaigns are promised: answers that take as long over ten million interactions as over one.
enum CampaignBenchmarks {
  static var all: [Benchmark] {
    questions.flatMap { question in
      [
        row(question, over: "1 million") { try CampaignTown.small.get() },
        row(question, over: "10 million") { try CampaignTown.huge.get() },
      ]
    } + [rebuild]
  }

  /// One question with what it may take.
  private struct Question: Sendable {
    let what: String
    let milliseconds: Double
    /// What it is asked of: a store, and the number of the call.
    let ask: @Sendable (Store, Int) throws -> Void

    init(_ what: String, _ milliseconds: Double, _ ask: @escaping @Sendable (Store, Int) throws -> Void) {
      self.what = what
      self.milliseconds = milliseconds
      self.ask = ask
    }
  }

  private static let calls = 60
  private static let size = "\(CampaignTown.campaigns) campaigns x \(CampaignTown.days) days x 6 segments"
  private static let today = CivilDate(dayNumber: Int(Moment.now.milliseconds / 86_400_000))
  private static let month = DateSpan(days: 30, upTo: today)
  private static let year = DateSpan(days: Int(CampaignTown.days), upTo: today)

  private static let questions = [
    Question("portfolio of 30 days", 20) { store, _ in
      _ = try need(store.campaignPortfolio(month).groups.first?.totals.counts.impressions)
    },
    Question("portfolio of 365 days", 60) { store, _ in
      _ = try need(store.campaignPortfolio(year).groups.first?.totals.counts.impressions)
    },
    Question("top 10 of 30 days by ROAS", 20) { store, _ in
      let ranking = CampaignRanking(try store.campaignMembers(month), by: .roas)
      guard ranking.entries.prefix(10).count == 10 else { throw BenchFailure("there are no ten") }
    },
    Question("one campaign's metrics", 2) { store, call in
      let totals = try store.campaignTotals(of: campaign(call), year)
      let readings = CampaignMetric.allCases.map { totals.reading($0) }
      _ = try need(readings.first?.value)
    },
    Question("one campaign's trend by day", 5) { store, call in
      let days = try store.campaignDays(campaign(call), year)
      let trend = CampaignTrend(days: days, by: .day, over: year, zone: .utc, today: today)
      guard trend.buckets.count == year.count else { throw BenchFailure("days are missing") }
    },
    Question("one campaign's segments of a year", 5) { store, call in
      guard try store.campaignSegments(campaign(call), year).dimensions.count == 3 else {
        throw BenchFailure("dimensions are missing")
      }
    },
    Question("one campaign's return analysis", 2) { store, call in
      let id = campaign(call)
      let returns = ReturnAnalysis(
        totals: try store.campaignTotals(of: id, year), days: try store.campaignDays(id, year), currency: .usd)
      _ = try need(returns.roas.value)
    },
    Question("one campaign's cohorts", 20) { store, call in
      let id = campaign(call)
      let triangle = CohortTriangle(
        try store.campaignCohorts(id), currency: .usd, anonymousAcceptances: try store.anonymousAcceptances(id),
        today: today)
      _ = try need(triangle.cohorts.first)
    },
    Question("the Campaigns screen's data", 50) { store, _ in
      let board = try store.campaignsBoard(CampaignsRequest(viewer: "analyst:bench"), now: Moment.now)
      guard board.rows.count == Int(CampaignTown.campaigns) else { throw BenchFailure("campaigns are missing") }
    },
    Question("one campaign's detail, all tabs", 50) { store, call in
      _ = try need(store.campaignSheet(campaign(call), now: Moment.now).days.first)
    },
  ]

  private static func row(
    _ question: Question, over interactions: String, in town: @escaping @Sendable () throws -> CampaignTown
  ) -> Benchmark {
    Benchmark(
      "\(question.what), \(interactions), p99", promise: .atMost(Quantity(question.milliseconds, .milliseconds)),
      size: "\(size), \(interactions) interactions beneath"
    ) {
      let store = try town().store()
      // A question waits for nothing but pages that are in memory: other programs' turns are left out.
      let latencies = try Latencies(calls: calls, warmUp: 3, by: .processor) { call in try question.ask(store, call) }
      return Measurement(
        Quantity(latencies.percentile(99), .milliseconds), "median \(Quantity(latencies.median, .milliseconds))")
    }
  }

  private static let rebuild = Benchmark(
    "rebuild all rollups of campaigns", promise: .atMost(Quantity(30, .seconds)),
    size: "\(size), 10 million interactions"
  ) {
    let copy = try WorkingCopy(of: CampaignTown.huge.get().path)
    let store = try copy.store()
    let latencies = try Latencies(calls: 1, warmUp: 0) { _ in
      _ = try store.rebuild(by: CampaignTown.bench, now: Moment.now)
    }
    return Measurement(Quantity(latencies.longest, .seconds))
  }

  /// Another one with every call.
  private static func campaign(_ call: Int) -> Campaign.ID {
    Campaign.ID(Int64(call) * 7919 % CampaignTown.campaigns + 1)
  }

  private static func need<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw BenchFailure("there is nothing") }
    return value
  }
}
