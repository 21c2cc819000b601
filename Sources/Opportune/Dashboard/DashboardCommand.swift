import Canvas
import Core
import Glibc
import Store
import TUI

/// `opportune`: the dashboard, or its overview as text where there is no terminal.
enum DashboardCommand {
  /// The command without words.
  static let command = Command(
    [], "Open the dashboard; without a terminal, print its overview as text.", access: .everyone,
    explanation: """
      With --demo it opens the demo town and makes it on first use. Without a database it offers to make one. \
      Settings come from opportune/config.json under the XDG configuration folder ('opportune config show'); what is \
      chosen at run time is kept in opportune/view.json under the XDG state folder.
      """,
    flags: Settings.flags + RecordingFlags.all,
    examples: ["opportune --demo", "opportune --demo --theme light", "opportune --demo --record visit.ndjson"],
    output: .fields([
      "name": .string, "kind": .choice(WorldKind.allCases.map(\.rawValue)), "now": .instant, "parked": .integer,
      "offers_on_map": .integer, "today": funnelSchema,
    ])
  ) { invocation in
    let isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && !invocation.globals.json
    if let recording = invocation.arguments.text("replay") {
      return try RecordingFlags.replay(recording, invocation, isInteractive: isInteractive)
    }
    let settings = Settings(invocation)
    let recording = invocation.arguments.text("record")
    switch try FirstRun(invocation, isInteractive: isInteractive && recording == nil).start() {
    case .database(let path):
      guard isInteractive else { return try overview(invocation, path: path, settings) }
      if let recording {
        if invocation.globals.readOnly { throw CommandLineError.contradiction("--record", "--read-only") }
        // A recording has the whole database beside it.
        guard invocation.globals.identity.role == .operator else {
          throw Failure(
            .notAllowed, code: "not_allowed", "a recording holds the whole database; only operators make one")
        }
        try RecordingFlags.record(at: recording, invocation, database: path)
      } else {
        try open(invocation, path: path, settings: settings)
      }
    case .welcome(let welcome): try open(invocation, path: nil, welcome: welcome, settings: settings)
    }
    return .written(.done)
  }

  /// - Parameter path: nil where there is no database yet, for which there is a welcome.
  private static func open(
    _ invocation: Invocation, path: String?, welcome: Welcome? = nil, settings: Settings
  ) throws {
    let fixed = invocation.globals.now ?? path.flatMap { StandingClock.of($0, machine: invocation.now) }
    let now: @Sendable () -> Timestamp = { fixed ?? Invocation.machineClock() }
    let inbox = try Inbox()
    let files = ExportFolder(invocation.environment)
    let views = ViewFile(invocation.environment)
    let isReadOnly = invocation.globals.readOnly
    let watch: (String) -> Void = { ChangeWatch(path: $0, inbox: inbox).start() }
    let maker = welcome.map { _ in DatabaseMaker(invocation, whenOpen: watch) }
    let work = DashboardWork(
      generator: invocation.generator(), files: files, views: views, maker: maker, who: invocation.actor,
      openForAnalyst: path.flatMap { path in
        invocation.globals.asksReadOnly ? nil : { try invocation.open(path, readOnly: false) }
      }
    ) {
      guard let path = path ?? maker?.path else { throw StoreError.missing(path: welcome?.path ?? "") }
      return try invocation.open(path, readOnly: isReadOnly)
    }
    let worker = DashboardWorker(work, inbox: inbox)
    if let path { watch(path) }
    var state = State(
      now: now(), wall: Invocation.machineClock(), clock: TownClock(fixed == nil ? .machine : .fixed),
      screen: settings.startScreen, usesMouse: settings.usesMouse, view: settings.view(exportFolder: files.title),
      keymap: settings.keymap)
    state.isReadOnly = invocation.globals.asksReadOnly
    if let path { state.begin(as: try invocation.actor(in: invocation.open(path, readOnly: true))) }
    if let problem = settings.problem { state.warn(problem) }
    if let (memory, problem) = views?.read() { state.recall(memory, fixesTheme: settings.fixesTheme, problem: problem) }
    if let welcome { state.begin(with: welcome) }
    let options = TerminalOptions(
      theme: state.view.theme, glyphs: settings.glyphs, usesMouse: settings.usesMouse, title: "Opportune")
    try Dashboard.run(
      initial: state, clock: LoopClock(wall: Invocation.machineClock), inbox: inbox, handler: worker.handler,
      options: options)
    worker.finish()
  }

  private static func overview(_ invocation: Invocation, path: String, _ settings: Settings) throws -> Answer {
    settings.warn()
    let store = try invocation.open(path, readOnly: true)
    let board = try BoardReader(store, for: invocation.actor(in: store)).board(
      session: nil, now: invocation.now(in: store))
    let document: JSON = [
      "name": .string(board.town.name), "kind": .string(board.town.kind.rawValue), "now": .instant(board.now),
      "parked": .count(board.parked), "offers_on_map": .count(board.town.offers.count),
      "today": board.funnel.json,
    ]
    return .document(document) {
      OverviewText.lines(board, glyphs: settings.glyphs ?? .unicode, formats: settings.formats)
        .joined(separator: "\n") + "\n"
    }
  }

  private static let funnelSchema: Schema = .fields([
    "impressions": .integer, "views": .integer, "acceptances": .integer, "dismissals": .integer,
    "redemptions": .integer, "expiries": .integer, "value_cents": .integer, "revenue_cents": .integer,
  ])
}

extension DiscoverBoard.Funnel {
  /// The counts since the start of the local day.
  fileprivate var json: JSON {
    [
      "impressions": .integer(impressions), "views": .integer(views), "acceptances": .integer(acceptances),
      "dismissals": .integer(dismissals), "redemptions": .integer(redemptions), "expiries": .integer(expiries),
      "value_cents": .integer(valueCents), "revenue_cents": .integer(revenueCents),
    ]
  }
}
