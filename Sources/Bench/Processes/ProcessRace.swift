import Glibc

/// Several processes that do the same thing at once: this program more than once, started with a flag that is nobody
/// else's business.
struct ProcessRace {
  /// What one process did.
  struct Result {
    let done: Int
    let refused: Int
    /// The longest that a single call took, waiting included.
    let longest: Duration
  }

  let results: [Result]
  /// From the moment all were let go to the end of the last.
  let span: Duration

  /// Calls that were done, by all processes together.
  var done: Int { results.reduce(0) { $0 + $1.done } }

  /// Calls that were refused, by all processes together.
  var refused: Int { results.reduce(0) { $0 + $1.refused } }

  /// The longest that a single call took, waiting included.
  var longest: Duration { results.map(\.longest).max() ?? .zero }

  /// Calls a second that were done, by all processes together.
  var rate: Double { Double(done) / (span / .seconds(1)) }

  /// Starts one process for each list of arguments, lets all go at once and waits for them.
  init(_ flag: String, arguments: [[String]]) throws {
    let inputs = try arguments.map { _ in try Pipe() }
    let outputs = try arguments.map { _ in try Pipe() }
    let workers = try arguments.indices.map { worker in
      try ChildProcess(
        "/proc/self/exe", [flag] + arguments[worker], input: .descriptor(inputs[worker].readingEnd),
        output: .descriptor(outputs[worker].writingEnd), errors: .shared)
    }
    let begin = Latencies.Clock.wall.now
    for input in inputs { input.closeWritingEnd() }
    results = try outputs.map { output in try Self.result(of: output, flag) }
    span = Latencies.Clock.wall.now - begin
    for worker in workers { worker.wait() }
  }

  /// The part of a worker: waits until it is let go, makes its calls and says what came of them.
  /// - Parameter call: whether the call of this number was done; false if it was refused.
  static func work(calls: Int, _ call: (Int) throws -> Bool) throws {
    // All begin when the one that started them says so.
    var nothing: UInt8 = 0
    while read(STDIN_FILENO, &nothing, 1) < 0, errno == EINTR {}
    var (done, refused) = (0, 0)
    let latencies = try Latencies(calls: calls, warmUp: 0) { number in
      if try call(number) { done += 1 } else { refused += 1 }
    }
    print(done, refused, Int(latencies.longest / .nanoseconds(1)))
  }

  private static func result(of output: Pipe, _ flag: String) throws -> Result {
    output.closeWritingEnd()
    let numbers = output.readAll().split { $0 == " " || $0 == "\n" }.compactMap { Int($0) }
    guard numbers.count == 3 else { throw BenchFailure("a process started with \(flag) has failed") }
    return Result(done: numbers[0], refused: numbers[1], longest: .nanoseconds(numbers[2]))
  }
}
