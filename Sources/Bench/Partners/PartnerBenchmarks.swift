import Core
import Store

/// What partners are promised: a screen that is there at once, also for whoever looks after all of them.
enum PartnerBenchmarks {
  static var all: [Benchmark] { [cold, warm, chosen, everybody, reach, reachRead, analytics] }

  private static let size = "500 partners, 20,000 offers, 30 days"
  private static let promise = Promise.atMost(Quantity(50, .milliseconds))
  private static let staff = Actor(.operator, "bench")

  private static let cold = Benchmark(
    "open the Partners screen first thing, p99", promise: promise, size: size + ", as it opens"
  ) {
    let town = try PartnerTown.shared.get()
    return try measure(calls: 20, warmUp: 1) { _ in
      let store = try town.store()
      return { _ = try store.partnersBoard(PartnersRequest(.first), for: staff, now: Moment.now) }
    }
  }

  private static let warm = Benchmark(
    "open the Partners screen in a running dashboard, p99", promise: promise, size: size + ", as it opens"
  ) {
    let store = try PartnerTown.shared.get().store()
    return try measure(calls: 50, warmUp: 2) { _ in
      { _ = try store.partnersBoard(PartnersRequest(.first), for: staff, now: Moment.now) }
    }
  }

  private static let chosen = Benchmark(
    "list one partner's offers, p99", promise: promise, size: size + ", 40 of them listed"
  ) {
    let store = try PartnerTown.shared.get().store()
    return try measure(calls: 50, warmUp: 2) { call in
      {
        _ = try store.partnersBoard(
          PartnersRequest(.partner(.init(Int64(call + 1)))), for: staff, now: Moment.now)
      }
    }
  }

  private static let everybody = Benchmark(
    "list every partner's offers at once, p99", promise: .atMost(Quantity(250, .milliseconds)),
    size: size + ", all of them listed"
  ) {
    let store = try PartnerTown.shared.get().store()
    return try measure(calls: 50, warmUp: 2) { _ in { _ = try store.partnersBoard(for: staff, now: Moment.now) } }
  }

  private static let reach = Benchmark(
    "estimate a reach after one rule was edited, p99", promise: promise, size: "20,000 sessions of a week"
  ) {
    let town = try PartnerTown.shared.get()
    let store = try town.store()
    var drafts: [Offer] = []
    for call in 0..<220 {
      var offer = town.offer
      offer.trigger = try TriggerRule(
        timeRemainingMinimum: Double(call % 60), daysOfWeek: WeekdaySet([.thu, .fri, .sat]),
        timeOfDayStart: ClockTime(minuteOfDay: call), weather: [.clear, .rain])
      drafts.append(offer)
    }
    var sessions = 0
    let measured = try measure(calls: 200, warmUp: 20) { call in
      { sessions = try store.reach(of: drafts[call], now: Moment.now).sessions }
    }
    return Measurement(measured.quantity, "\(sessions) sessions were looked at")
  }

  private static let reachRead = Benchmark(
    "read the week's sessions and estimate a reach, p99", promise: promise, size: "20,000 sessions of a week"
  ) {
    let town = try PartnerTown.shared.get()
    return try measure(calls: 20, warmUp: 1) { _ in
      let store = try town.store()
      return { _ = try store.reach(of: town.offer, now: Moment.now) }
    }
  }

  private static let analytics = Benchmark(
    "a partner's 30 days by hour, p99", promise: promise, size: size
  ) {
    let store = try PartnerTown.shared.get().store()
    let last = LocalTime(utc: Moment.now, offsetSeconds: -18_000).date
    return try measure(calls: 50, warmUp: 2) { call in
      {
        _ = try store.partnerAnalytics(
          of: .init(Int64(call + 1)), from: CivilDate(dayNumber: last.dayNumber - 29), to: last, by: .hour, for: staff)
      }
    }
  }

  /// Times what `prepare` gives, by this thread's time on a processor: what another program does is none of its length.
  private static func measure(
    calls: Int, warmUp: Int, _ prepare: (Int) throws -> () throws -> Void
  ) throws -> Measurement {
    var spans: [Duration] = []
    for call in 0..<warmUp + calls {
      let body = try prepare(call)
      let start = Latencies.Clock.processor.now
      try body()
      if call >= warmUp { spans.append(Latencies.Clock.processor.now - start) }
    }
    return Measurement(Quantity(Latencies(spans).percentile(99), .milliseconds))
  }
}
