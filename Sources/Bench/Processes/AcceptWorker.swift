import Core
import Glibc
import Store

/// One of several processes that accept the same offer at once: this program once more, started with a flag that is
/// nobody else's business.
enum AcceptWorker {
  static let flag = "--accept-worker"

  /// What one process did.
  struct Result {
    let accepted: Int
    let refused: Int
    /// The longest that a single accept took, waiting included.
    let longest: Duration
  }

  /// Starts a worker that waits until its input ends.
  static func start(
    _ counter: AcceptCounter, sessions: ArraySlice<ParkingSession.ID>, in copy: WorkingCopy, input: Pipe, output: Pipe
  ) throws -> ChildProcess {
    let arguments = [
      flag, copy.path, "\(counter.offer)", "\(sessions.first ?? .init(0))", "\(sessions.last ?? .init(0))",
    ]
    return try ChildProcess(
      "/proc/self/exe", arguments, input: .descriptor(input.readingEnd), output: .descriptor(output.writingEnd),
      errors: .shared)
  }

  /// What a worker's output says.
  static func result(of output: Pipe) throws -> Result {
    output.closeWritingEnd()
    let numbers = output.readAll().split { $0 == " " || $0 == "\n" }.compactMap { Int($0) }
    guard numbers.count == 3 else { throw BenchFailure("a process that accepts has failed") }
    return Result(accepted: numbers[0], refused: numbers[1], longest: .nanoseconds(numbers[2]))
  }

  /// The worker itself: the path of the database, the offer, the first and the last session.
  static func main(_ arguments: [String]) throws {
    let numbers = arguments.dropFirst().compactMap { Int64($0) }
    guard let path = arguments.first, numbers.count == 3, numbers[1] <= numbers[2] else {
      throw BenchFailure("\(flag) needs a database, an offer and two sessions")
    }
    let store = try Store.open(at: path, now: Moment.now, zones: Moment.zones)
    let counter = AcceptCounter(offer: .init(numbers[0]), sessions: (numbers[1]...numbers[2]).map { .init($0) })
    // All begin when the one that started them says so.
    var nothing: UInt8 = 0
    while read(STDIN_FILENO, &nothing, 1) < 0, errno == EINTR {}
    var (accepted, refused) = (0, 0)
    let latencies = try Latencies(calls: counter.sessions.count, warmUp: 0) { call in
      do throws(StoreError) {
        _ = try counter.accept(in: counter.sessions[call], store)
        accepted += 1
      } catch {
        guard case .exhausted = error else { throw error }
        refused += 1
      }
    }
    print(accepted, refused, Int(latencies.longest / .nanoseconds(1)))
  }
}
