import Core
import Store

/// One of several processes that accept the same offer at once.
enum AcceptWorker {
  static let flag = "--accept-worker"

  /// What tells a worker which offer and sessions are its own; the sessions follow each other.
  static func arguments(
    _ counter: AcceptCounter, sessions: ArraySlice<ParkingSession.ID>, in copy: WorkingCopy
  ) -> [String] {
    [copy.path, "\(counter.offer)", "\(sessions.first ?? .init(0))", "\(sessions.last ?? .init(0))"]
  }

  /// The worker itself: the path of the database, the offer, the first and the last session.
  static func main(_ arguments: [String]) throws {
    let numbers = arguments.dropFirst().compactMap { Int64($0) }
    guard let path = arguments.first, numbers.count == 3, numbers[1] <= numbers[2] else {
      throw BenchFailure("\(flag) needs a database, an offer and two sessions")
    }
    let store = try Store.open(at: path, now: Moment.now, zones: Moment.zones)
    let counter = AcceptCounter(offer: .init(numbers[0]), sessions: (numbers[1]...numbers[2]).map { .init($0) })
    try ProcessRace.work(calls: counter.sessions.count) { call in
      do throws(StoreError) {
        _ = try counter.accept(in: counter.sessions[call], store)
        return true
      } catch {
        guard case .exhausted = error else { throw error }
        return false
      }
    }
  }
}
