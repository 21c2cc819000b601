import Core
import Glibc
import Store

/// One of several processes that redeem claims at once: this program once more, started with a flag that is nobody
/// else's business.
enum RedeemWorker {
  static let flag = "--redeem-worker"

  /// What one process did.
  struct Result {
    let redeemed: Int
    let refused: Int
    /// The longest that a single redemption took, waiting included.
    let longest: Duration
  }

  /// Starts a worker that waits until its input ends.
  /// - Parameter claims: their numbers follow each other.
  static func start(
    _ claims: ArraySlice<Claim.ID>, of partner: Partner.ID, in copy: WorkingCopy, input: Pipe, output: Pipe
  ) throws -> ChildProcess {
    let arguments = [
      flag, copy.path, "\(partner)", "\(claims.first ?? .init(0))", "\(claims.count)",
    ]
    return try ChildProcess(
      "/proc/self/exe", arguments, input: .descriptor(input.readingEnd), output: .descriptor(output.writingEnd),
      errors: .shared)
  }

  /// What a worker's output says.
  static func result(of output: Pipe) throws -> Result {
    output.closeWritingEnd()
    let numbers = output.readAll().split { $0 == " " || $0 == "\n" }.compactMap { Int($0) }
    guard numbers.count == 3 else { throw BenchFailure("a process that redeems has failed") }
    return Result(redeemed: numbers[0], refused: numbers[1], longest: .nanoseconds(numbers[2]))
  }

  /// The worker itself: the path of the database, the partner whose counter it is, the first claim and how many.
  static func main(_ arguments: [String]) throws {
    let numbers = arguments.dropFirst().compactMap { Int64($0) }
    guard let path = arguments.first, numbers.count == 3 else {
      throw BenchFailure("\(flag) needs a database, a partner, a claim and a count")
    }
    let store = try Store.open(at: path, now: Moment.now, zones: Moment.zones)
    let clerk = Actor(Partner.ID(numbers[0]))
    let claims = try store.claims(limit: Int(numbers[2]), after: .init(numbers[1] - 1), for: Actor(.operator, "bench"))
    // All begin when the one that started them says so.
    var nothing: UInt8 = 0
    while read(STDIN_FILENO, &nothing, 1) < 0, errno == EINTR {}
    var (redeemed, refused) = (0, 0)
    let latencies = try Latencies(calls: claims.count, warmUp: 0) { call in
      do throws(StoreError) {
        try store.redeem(code: claims[call].code.compact, amountCents: 4000, by: clerk, now: Moment.now)
        redeemed += 1
      } catch {
        guard case .conflict = error else { throw error }
        refused += 1
      }
    }
    print(redeemed, refused, Int(latencies.longest / .nanoseconds(1)))
  }
}
