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
    let race = try ProcessRace(
      AcceptWorker.flag,
      arguments: (0..<processes).map { worker in
        AcceptWorker.arguments(
          counter, sessions: counter.sessions[worker * share..<(worker + 1) * share], in: copy)
      })
    let made = try store.info().claims - before
    guard made == race.done else { throw BenchFailure("\(race.done) claims were answered, \(made) are stored") }
    rate = race.rate
    longest = race.longest
    oversold = max(0, made - places)
  }
}
