import Core
import Glibc
import Store

/// How soon the terminal hears of a key.
enum KeyAnswers {
  static var all: [Benchmark] { [quiet, besideWriter] }

  private static let presses = 400
  private static let promise = Promise.atMost(Quantity(5, .milliseconds))
  private static let size = "10,000 parked cars, \(presses) keys"

  private static let quiet = Benchmark("key press to bytes written, p99", promise: promise, size: size) {
    let copy = try BenchTown.huge.copy()
    try Parking(copy.store()).fill(10_000)
    return try measure(copy, pause: 20)
  }

  private static let besideWriter = Benchmark(
    "key press to bytes written beside a writer, p99", promise: promise, size: size
  ) {
    let copy = try BenchTown.huge.copy()
    try Parking(copy.store()).fill(10_000)
    let writer = try HeavyWriter(database: copy.path)
    // Frames of the writer's data come in between, so a pause may not wait for silence for long: after three
    // milliseconds of it, a byte that comes back is the key's in all but a few of a hundred presses.
    let measurement = try measure(copy, pause: 3)
    // It has written all the while, and still does.
    try writer.waitForCommits(1)
    return measurement
  }

  private static func measure(_ copy: WorkingCopy, pause milliseconds: Int) throws -> Measurement {
    let words = try FirstFrame.shownWords(in: copy)
    let run = try DashboardRun(database: copy.path)
    try run.waitForFrame(holding: words)
    // To the first row of the sessions, so that every key below changes something.
    _ = try? run.press(Keys.home)
    return try measure(run, pause: milliseconds)
  }

  /// Presses keys at a dashboard, each after a pause in what it draws.
  static func measure(_ run: DashboardRun, pause milliseconds: Int) throws -> Measurement {
    let spans = try (0..<presses).map { press in
      try run.rest(milliseconds: milliseconds)
      usleep(.random(in: 0...5000))
      return try run.press(Keys.round[press % Keys.round.count])
    }
    let latencies = Latencies(spans)
    return Measurement(
      Quantity(latencies.percentile(99), .milliseconds),
      "median \(Quantity(latencies.median, .milliseconds)), longest \(Quantity(latencies.longest, .milliseconds))")
  }
}

/// Keys as a terminal of xterm's kind sends them.
enum Keys {
  static let home = "\u{1B}OH"
  static let pageDown = "\u{1B}[6~"

  /// Keys of which each changes the picture, also where the first rows of the list leave meanwhile: rows, panes, the
  /// held-back list, zoom, the other screen.
  static let round = [
    "j", "j", "j", "\t", "\u{1B}[Z", "k", "b", "b", "j", "z", "z", "k", "k", "\t", "b", "b", "\u{1B}[Z", "1", "3", "j",
  ]

  /// Keys of somebody who looks around on one screen, and end where they began: two sessions, a walk through the offers
  /// of one, the held-back list, and a filter that is typed and taken away.
  static let visit = [
    "j", "j", "\t", "j", "j", "j", "k", "k", "k", "b", "b", "/", "c", "o", "f", "\u{7F}", "\u{7F}", "\u{7F}", "\r",
    "\u{1B}[Z", "k", "k",
  ]
}
