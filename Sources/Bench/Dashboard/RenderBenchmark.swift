import Canvas
import Core
import Store
import TUI

/// Drawing a frame and finding out what changed on it, over states that random keys and data lead to.
enum RenderBenchmark {
  private static let size = Size(width: 200, height: 60)
  private static let frames = 5000

  static let row = Benchmark(
    "render and diff a frame, p99", promise: .atMost(Quantity(2, .milliseconds)),
    size: "200 x 60, \(frames) random states"
  ) {
    let store = try Store.open(
      at: BenchTown.standard.made(), readOnly: true, now: Moment.now, zones: Moment.zones)
    var wandering = try Wandering(store, size: size)
    var shown: Canvas?
    var spans: [Duration] = []
    let clock = Latencies.Clock.processor
    for frame in 0..<frames + 100 {
      try wandering.step()
      let start = clock.now
      let canvas = Frame(of: wandering.state, size: size, glyphs: .unicode).canvas
      let runs = canvas.changes(since: shown)
      let span = clock.now - start
      if frame >= 100, runs.count >= 0 { spans.append(span) }
      shown = canvas
    }
    let latencies = Latencies(spans)
    return Measurement(
      Quantity(latencies.percentile(99), .milliseconds), "median \(Quantity(latencies.median, .milliseconds))")
  }
}

/// A dashboard without a terminal that somebody plays with at random.
private struct Wandering {
  private(set) var state: State
  private let boards: [DiscoverBoard]
  private var random = SeededGenerator(seed: 3)

  private static let keys: [Key] = [
    .character("j"), .character("k"), .character("j"), .pageDown, .home, .end, .tab, .tab, .backTab, .character("h"),
    .character("l"), .enter, .escape, .escape, .character("b"), .character("z"), .character("/"), .character("a"),
    .character("d"), .character("?"), .character("1"), .character("3"), .character("3"), .character("f"),
  ]

  init(_ store: Store, size: Size) throws {
    boards = try store.sessions(activeAt: Moment.now).prefix(40).map { session in
      try store.board(session: session.id, now: Moment.now)
    }
    guard let first = boards.first else { throw BenchFailure("nobody is parked in the standard demo") }
    state = State(now: Moment.now, size: size, screen: .discover, board: first)
  }

  /// One key, or the clock and new data now and then.
  mutating func step() throws {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: take(.tick(state.now + .seconds(.random(in: 0...90, using: &random))))
    case 1: take(.changed(Set(TUI.Topic.allCases)))
    default: take(.input(.key(Self.keys.randomElement(using: &random) ?? .tab)))
    }
  }

  /// Takes in an action and answers at once what it asks for.
  private mutating func take(_ action: Action) {
    for effect in state.reduce(action) {
      switch effect {
      case .loadBoard(let job, let request):
        let wanted = boards.first { $0.selected?.context.session.id == request.sessionID }
        if let board = wanted ?? boards.randomElement(using: &random) { take(.boardLoaded(job, board)) }
      case .accept(let job, _), .dismiss(let job, _, _, _), .extend(let job, _, _):
        take(.failed(job, "nobody is there to do it"))
      default: break
      }
    }
  }
}
