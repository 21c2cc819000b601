import Core
import Glibc
import Store
import TUI

/// A recording that is read and played again, on a copy in memory of the database it began with.
struct ReplayRun {
  private(set) var playback: Playback
  /// What is still to be played, each with its line in the file.
  private let events: [(line: Int, event: RecordedEvent)]
  private var played = 0
  private let path: String

  /// Reads the whole file.
  /// - Throws: ``InvalidInput`` naming the line that is no line of a recording, or says that its end is missing.
  init(_ path: String) throws {
    self.path = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure(
        .notFound, code: "not_found", "\(path) cannot be read: \(String(cString: strerror(errno)))", field: "--replay")
    }
    defer { close(descriptor) }
    var lines = LineReader(descriptor: descriptor)
    guard let header = try Self.read(&lines, path, 1, { try RecordingHeader($0) }) else {
      throw Self.fault(path, 1, "is missing, so this is no recording")
    }
    let who: (Store) throws -> Actor = { _ in header.actor }
    let work = DashboardWork(
      generator: AnyGenerator(SeededGenerator(seed: header.seed)), files: .nowhere, who: who
    ) {
      try Store.open(
        at: RecordingFile.databasePath(of: path), readOnly: true, now: header.now, zones: SystemZones.zones
      ).copyInMemory(zones: SystemZones.zones)
    }
    playback = Playback(header, work: { work.answer($0, now: $1) })
    var events: [(line: Int, event: RecordedEvent)] = []
    while let event = try Self.read(&lines, path, events.count + 2, { try RecordedEvent($0) }) {
      events.append((events.count + 2, event))
    }
    self.events = events
    guard case .end? = events.last?.event else {
      throw Self.fault(path, events.count + 1, "is the last, but no recording ends so: it was cut off")
    }
  }

  /// Plays the next event; false once all have been.
  mutating func step() throws -> Bool {
    guard played < events.count else { return false }
    let (line, event) = events[played]
    played += 1
    do {
      try playback.play(event)
    } catch {
      switch error {
      case .unasked: throw Self.fault(path, line, "answers what nobody asked: the file or its database was altered")
      }
    }
    return true
  }

  /// Plays everything at once.
  mutating func finish() throws {
    while try step() {}
  }

  private static func read<Value>(
    _ lines: inout LineReader, _ path: String, _ number: Int, _ body: (JSON) throws -> Value
  ) throws -> Value? {
    switch try lines.next() {
    case nil: return nil
    case .tooLong: throw fault(path, number, "is longer than any line of a recording")
    case .notUTF8: throw fault(path, number, "is no text")
    case .text(let text):
      do {
        return try body(JSON(parsing: text))
      } catch let input as InvalidInput {
        throw fault(path, number, "is damaged: \(input.description)")
      }
    }
  }

  private static func fault(_ path: String, _ line: Int, _ objection: String) -> InvalidInput {
    InvalidInput(field: "--replay", "line \(line) of \(path) \(objection)")
  }
}
