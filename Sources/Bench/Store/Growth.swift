import Core
import Store

/// What the same question costs with ten million interactions in the log, against ten thousand.
enum Growth {
  static var all: [Benchmark] { [discover, accept, history, board] }

  private static let calls = 300
  /// A tree of a thousand times as many rows is one or two pages deeper.
  private static let promise = Promise.atMost(Quantity(2, .times))

  private static let discover = row("discover") { town, call in
    _ = try town.store.discover(session: town.sessions[call], now: Moment.now)
  }

  private static let accept = row("accept") { town, call in
    _ = try town.counter.accept(in: town.counter.sessions[call], town.store)
  }

  private static let history = row("a page of ten of a person's history") { town, call in
    _ = try town.store.history(of: .person(town.people[call % town.people.count]), limit: 10)
  }

  private static let board = row("the Discover screen's data") { town, call in
    _ = try town.store.board(session: town.sessions[call], now: Moment.now)
  }

  private static func row(
    _ what: String, _ ask: @escaping @Sendable (Town, Int) throws -> Void
  ) -> Benchmark {
    Benchmark("\(what), huge against small", promise: promise, size: "10 million interactions, \(calls) calls") {
      let (small, huge) = (try Town(.small), try Town(.huge))
      // By turns, so that whatever else the machine does meets both.
      var spans: (small: [Duration], huge: [Duration]) = ([], [])
      let clock = Latencies.Clock.processor
      for call in 0..<calls {
        let start = clock.now
        try ask(small, call)
        let middle = clock.now
        try ask(huge, call)
        spans.small.append(middle - start)
        spans.huge.append(clock.now - middle)
      }
      let medians = (small: Latencies(spans.small).median, huge: Latencies(spans.huge).median)
      return Measurement(
        Quantity(medians.huge / medians.small, .times),
        "\(Quantity(medians.huge, .microseconds)) against \(Quantity(medians.small, .microseconds)) of processor time")
    }
  }

  /// A town with cars of different people, each new to the store's memory.
  private struct Town {
    let copy: WorkingCopy
    let store: Store
    let people: [Person.ID]
    let sessions: [ParkingSession.ID]
    let counter: AcceptCounter

    init(_ town: BenchTown) throws {
      copy = try town.copy()
      store = try copy.store()
      people = try store.people().map(\.id)
      sessions = try Parking(store).fill(calls, people: people)
      counter = try AcceptCounter(store, sessions: calls, places: nil)
    }
  }
}
