import Canvas
import Core
import Store
import TUI

/// `--record` and `--replay` of the dashboard.
enum RecordingFlags {
  static let all: [Flag] = [
    Flag(
      "record", .file("FILE"),
      "Record the visit into FILE, and the database as it is at the start into FILE.db; of the settings only flags count."
    ),
    Flag("replay", .file("FILE"), "Show a recorded visit again; without a terminal print its last frame."),
    Flag("replay-speed", .number("N", 0.01...1_000_000), "How many times as fast as it was recorded.", fallback: "1"),
  ]

  /// Opens the dashboard and records the visit.
  static func record(at file: String, _ invocation: Invocation, database path: String) throws {
    let settings = Settings(invocation, isAlone: true)
    let glyphs = settings.glyphs ?? .unicode
    let fixed = invocation.globals.now
    let wall = Invocation.machineClock()
    let now: @Sendable () -> Timestamp = { fixed ?? Invocation.machineClock() }
    let seed = invocation.globals.seed ?? UInt64(bitPattern: wall.milliseconds)
    let store = try Store.open(at: path, now: fixed ?? wall, zones: SystemZones.zones)
    let header = RecordingHeader(
      now: fixed ?? wall, wall: wall, isFixed: fixed != nil, size: Size(width: 80, height: 24),
      theme: settings.theme ?? .dark, formats: settings.formats, glyphs: glyphs,
      usesMouse: true, screen: .discover, seed: seed, actor: try invocation.actor(in: store))
    let recording = try RecordingFile(at: file, of: store)
    let recorder = recording.recorder
    recorder.begin(header)
    let inbox = try Inbox()
    let work = DashboardWork(
      generator: AnyGenerator(SeededGenerator(seed: seed)), files: .current, who: invocation.actor
    ) {
      try Store.open(at: path, now: now(), zones: SystemZones.zones)
    }
    ChangeWatch(path: path, inbox: inbox).start()
    let worker = DashboardWorker(work, inbox: inbox)
    let last = try Dashboard.run(
      initial: header.state, clock: LoopClock(wall: Invocation.machineClock), inbox: inbox,
      handler: worker.handler,
      options: TerminalOptions(
        theme: header.theme, glyphs: glyphs, usesMouse: header.usesMouse, title: "Opportune, recording"),
      recorder: recorder)
    worker.finish()
    recorder.end(last, theme: header.theme, glyphs: glyphs)
    try recording.finish()
  }

  /// Plays a recording: as it was made in a terminal, at once without one.
  static func replay(_ file: String, _ invocation: Invocation, isInteractive: Bool) throws -> Answer {
    guard !invocation.globals.json else { throw CommandLineError.contradiction("--replay", "--json") }
    var run = try ReplayRun(file)
    if isInteractive {
      let header = run.playback.header
      let options = TerminalOptions(
        theme: header.theme, glyphs: header.glyphs, usesMouse: false, title: "Opportune, replay")
      let speed = invocation.arguments.number("replay-speed") ?? 1
      guard try Replay.run(options, speed: speed, step: { try run.step() ? run.playback.state : nil }) else {
        return .written(.done)
      }
    } else {
      try run.finish()
      try invocation.output.write(run.picture + "\n")
    }
    try run.checkEnd()
    return .written(.done)
  }
}

extension ReplayRun {
  /// The last frame without its looks.
  var picture: String {
    let state = playback.state
    return Frame.render(state, size: state.size, glyphs: playback.header.glyphs).plainText
  }

  /// - Throws: ``Failure`` unless the recording ended in the frame it ended in when it was made.
  func checkEnd() throws(Failure) {
    guard playback.isIdentical else {
      throw Failure(
        .conflict, code: "replay_differs",
        "the replay ended in another frame than the recording; it was made by another version or with a database that "
          + "others were writing to", field: "--replay")
    }
  }
}
