import Core
import Store

/// How soon after the start the person sees the town, with sessions in it.
enum FirstFrame {
  static var all: [Benchmark] { [quiet, afterWriter, besideWriter] }

  private static let starts = 20
  private static let promise = Promise.atMost(Quantity(30, .milliseconds))
  private static let size = "10 million interactions, \(starts) starts"

  private static let quiet = Benchmark("first frame with data, median", promise: promise, size: size) {
    let copy = try BenchTown.huge.copy()
    let words = try shownWords(in: copy)
    return try measure { try start(copy, words) }
  }

  private static let afterWriter = Benchmark(
    "first frame right after a writer was killed, median", promise: promise, size: size
  ) {
    let copy = try BenchTown.huge.copy()
    let words = try shownWords(in: copy)
    return try measure {
      let writer = try HeavyWriter(database: copy.path)
      try writer.waitForCommits(10)
      writer.kill()
      return try start(copy, words)
    }
  }

  private static let besideWriter = Benchmark(
    "first frame beside a running writer, median", promise: promise, size: size
  ) {
    let copy = try BenchTown.huge.copy()
    let words = try shownWords(in: copy)
    let writer = try HeavyWriter(database: copy.path)
    return try measure {
      try writer.waitForCommits(3)
      return try start(copy, words)
    }
  }

  /// One start: when the frame with data was whole, and when the first byte came, of whatever kind.
  private typealias Start = (frame: Duration, firstByte: Duration)

  private static func measure(_ start: () throws -> Start) throws -> Measurement {
    let starts = try (0..<starts).map { _ in try start() }
    let frames = Latencies(starts.map(\.frame))
    let firstByte = Latencies(starts.map(\.firstByte)).median
    return Measurement(
      Quantity(frames.median, .milliseconds),
      "p99 \(Quantity(frames.percentile(99), .milliseconds)), first byte \(Quantity(firstByte, .milliseconds))")
  }

  private static func start(_ copy: WorkingCopy, _ words: [String]) throws -> Start {
    let run = try DashboardRun(database: copy.path)
    let frame = try run.waitForFrame(holding: words)
    return (frame, run.firstByte ?? frame)
  }

  /// What only a frame with data shows: the town, and the first person of the list of sessions.
  static func shownWords(in copy: WorkingCopy) throws -> [String] {
    let board = try copy.store().board(now: Moment.now)
    guard let name = board.sessions.lazy.compactMap(\.personName).first else {
      throw BenchFailure("nobody is parked in \(board.town.name)")
    }
    return [board.town.name, String(name.prefix(7))]
  }
}
