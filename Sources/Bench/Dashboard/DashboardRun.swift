import Glibc

/// The dashboard in a terminal of its own, and what it draws there.
final class DashboardRun {
  /// What the program sends behind every frame: the end of synchronized output.
  private static let frameEnd = Array("\u{1B}[?2026l".utf8)
  /// Nothing that is asked for takes this long.
  private static let patience = Duration.seconds(5)

  let process: ChildProcess
  private let terminal: PseudoTerminal
  private let started: Duration
  /// How long after the start the first byte came.
  private(set) var firstByte: Duration?
  /// What was drawn since ``forget()``.
  private var drawn: [UInt8] = []

  /// Starts it; the clock runs from just before that.
  init(database: String) throws {
    terminal = try PseudoTerminal(columns: 140, rows: 42)
    let program = try Program.path()
    started = Latencies.Clock.wall.now
    let end = ChildProcess.Stream.terminal(terminal.path)
    process = try ChildProcess(
      program, ["--database", database] + Moment.flags, input: end, output: end, errors: end)
  }

  /// Waits for the end of the first frame by which all these words have been drawn.
  /// - Returns: how long after the start that was.
  @discardableResult
  func waitForFrame(holding words: [String]) throws -> Duration {
    try waitForFrame(holding: words, since: started)
  }

  /// Waits for the end of the first frame by which all these words have been drawn, and forgets what was drawn.
  /// - Returns: how long after an instant of the wall clock that was.
  func waitForFrame(holding words: [String], since instant: Duration) throws -> Duration {
    let wanted = words.map { Array($0.utf8) }
    let giveUp = Latencies.Clock.wall.now + Self.patience
    while Latencies.Clock.wall.now < giveUp {
      let looked = max(0, drawn.count - Self.frameEnd.count)
      drawn += try terminal.read(within: 100)
      let now = Latencies.Clock.wall.now
      if firstByte == nil, !drawn.isEmpty { firstByte = now - started }
      // Looking through everything is for ends of frames only, so that it does not hold up the reading.
      guard drawn[looked...].firstRange(of: Self.frameEnd) != nil else { continue }
      let ends = wanted.compactMap { drawn.firstRange(of: $0)?.upperBound }
      if ends.count == wanted.count, let last = ends.max(), drawn[last...].firstRange(of: Self.frameEnd) != nil {
        forget()
        return now - instant
      }
    }
    throw BenchFailure("no frame showed \(words.joined(separator: ", "))")
  }

  /// Presses a key. What was drawn before counts no more.
  /// - Returns: how long it took until the first byte came back.
  func press(_ key: String) throws -> Duration {
    forget()
    let instant = Latencies.Clock.wall.now
    try terminal.write(key)
    drawn = try terminal.read(within: 1000)
    guard !drawn.isEmpty else { throw BenchFailure("nothing answered the key \(key.debugDescription)") }
    return Latencies.Clock.wall.now - instant
  }

  /// Reads until nothing has been drawn for so long, at most for half a second.
  func rest(milliseconds: Int) throws {
    let giveUp = Latencies.Clock.wall.now + .milliseconds(500)
    while Latencies.Clock.wall.now < giveUp {
      guard try !terminal.read(within: milliseconds).isEmpty else { break }
    }
    forget()
  }

  /// Lets time pass.
  /// - Returns: what was drawn meanwhile.
  func drawn(in span: Duration) throws -> (bytes: Int, frames: Int) {
    let end = Latencies.Clock.wall.now + span
    var (bytes, frames) = (0, 0)
    // The end of a frame may come in two parts.
    var unread: [UInt8] = []
    while true {
      let left = Int((end - Latencies.Clock.wall.now) / .milliseconds(1))
      guard left > 0 else { return (bytes, frames) }
      let new = try terminal.read(within: left)
      bytes += new.count
      unread += new
      while let frame = unread.firstRange(of: Self.frameEnd) {
        frames += 1
        unread.removeSubrange(..<frame.upperBound)
      }
      unread.removeFirst(max(0, unread.count - Self.frameEnd.count + 1))
    }
  }

  /// Presses a key and reads until nothing has been drawn for a while.
  /// - Returns: how many bytes it took to show what the key did, with all that followed from it.
  func bytes(for key: String, rest milliseconds: Int) throws -> Int {
    try terminal.write(key)
    var count = 0
    while true {
      let new = try terminal.read(within: milliseconds)
      if new.isEmpty { return count }
      count += new.count
    }
  }

  private func forget() {
    drawn.removeAll(keepingCapacity: true)
  }
}

extension Sequence<UInt8> where Self: RandomAccessCollection {
  /// Where some bytes stand for the first time.
  fileprivate func firstRange(of wanted: [UInt8]) -> Range<Index>? {
    indices.first { self[$0...].starts(with: wanted) }.map { $0..<index($0, offsetBy: wanted.count) }
  }
}
