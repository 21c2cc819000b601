import Core
import Store

/// Processes that accept one offer at the same time, which has places for nine of ten of them.
struct AcceptRace {
  /// Claims a second of all processes together.
  let rate: Double
  /// The longest that a single accept took, waiting included.
  let longest: Duration
  /// Claims that were made although no place was left.
  let oversold: Int

  static let claims = 4000

  /// Lets a race happen on a fresh copy of the standard town.
  init(processes: Int) throws {
    let copy = try BenchTown.standard.copy()
    let store = try copy.store()
    let places = Self.claims * 9 / 10
    let counter = try AcceptCounter(store, sessions: Self.claims, places: places)
    let before = try store.info().claims
    let share = Self.claims / processes
    let inputs = try (0..<processes).map { _ in try Pipe() }
    let outputs = try (0..<processes).map { _ in try Pipe() }
    let workers = try (0..<processes).map { worker in
      try AcceptWorker.start(
        counter, sessions: counter.sessions[worker * share..<(worker + 1) * share], in: copy, input: inputs[worker],
        output: outputs[worker])
    }
    let begin = Latencies.Clock.wall.now
    for input in inputs { input.closeWritingEnd() }
    let results = try outputs.map(AcceptWorker.result)
    let span = Latencies.Clock.wall.now - begin
    for worker in workers { worker.wait() }
    let made = try store.info().claims - before
    let acknowledged = results.reduce(0) { $0 + $1.accepted }
    guard made == acknowledged else { throw BenchFailure("\(acknowledged) claims were answered, \(made) are stored") }
    rate = Double(acknowledged) / (span / .seconds(1))
    longest = results.map(\.longest).max() ?? .zero
    oversold = max(0, made - places)
  }
}
