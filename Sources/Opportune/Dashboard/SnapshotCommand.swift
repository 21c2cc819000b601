import Canvas
import Core
import Store
import TUI

/// `snapshot`: one frame of a screen, drawn as the dashboard draws it, without a terminal: as it opens, after some keys,
/// or the last of a recording.
enum SnapshotCommand {
  /// The forms of a picture.
  private enum Format: String, CaseIterable {
    case text, ansi, svg
  }

  private static let screens = Screen.allCases.map { $0.title.lowercased() }

  /// The command.
  static let command = Command(
    ["snapshot"], "Draw one frame of a screen, without a terminal.", access: .everyone,
    explanation: """
      With --keys the keys are pressed first, one after the other: names as in 'opportune help keys', text where text is \
      typed, and +5 for five seconds that pass. They act on a copy in memory; the database stays as it is. With \
      --replay it is the last frame of a recorded visit, in the recording's size and looks unless flags say otherwise.
      """,
    flags: [
      Flag("screen", .choice(screens), "Which screen.", fallback: "discover"),
      Flag("size", .text("WxH"), "Columns and rows.", fallback: "120x40"),
      Flag("format", .choice(Format.allCases.map(\.rawValue)), "What kind of picture.", fallback: "text"),
      Flag(
        "layout", .choice(DiscoverPreset.allCases.map(\.rawValue)), "How Discover is laid out.", fallback: "balanced"),
      Flag("page", .integer("N", 1...999), "Which page of the gallery.", fallback: "1"),
      Flag("session", .id("SESSION"), "The session to look at.", fallback: "one that has offers"),
      Flag("keys", .text("KEYS"), "Press these keys first: 'w tab 30 ctrl-s'."),
      Flag("replay", .file("FILE"), "Draw the last frame of a recorded visit."),
    ] + Settings.flags,
    examples: [
      "opportune snapshot --demo --screen discover --size 120x40 --format svg > discover.svg",
      "opportune snapshot --demo --keys 'w tab 30 ctrl-s'",
    ],
    output: .fields([
      "screen": .choice(screens), "width": .integer, "height": .integer,
      "format": .choice(Format.allCases.map(\.rawValue)), "picture": .string,
    ])
  ) { invocation in
    let arguments = invocation.arguments
    let settings = Settings(invocation)
    settings.warn()
    let format = arguments.text("format").flatMap(Format.init(rawValue:)) ?? .text
    let size = try arguments.text("size").map(size)
    var state: State
    var glyphs = settings.glyphs ?? .unicode
    if let file = arguments.text("replay") {
      for flag in ["screen", "layout", "page", "session", "keys"] where arguments.text(flag) != nil {
        throw CommandLineError.contradiction("--replay", "--\(flag)")
      }
      var run = try ReplayRun(file)
      try run.finish()
      try run.checkEnd()
      state = run.playback.state
      if settings.fixesTheme, let theme = settings.theme { state.view.chosenTheme = theme }
      glyphs = settings.glyphs ?? run.playback.header.glyphs
    } else {
      state = try opened(invocation, settings, size ?? Size(width: 120, height: 40))
    }
    let frame = size ?? state.size
    let canvas = Frame.render(state, size: frame, glyphs: glyphs)
    let picture = draw(canvas, as: format, theme: state.view.theme)
    return .document([
      "screen": .string(state.screen.title.lowercased()), "width": .count(frame.width), "height": .count(frame.height),
      "format": .string(format.rawValue), "picture": .string(picture),
    ]) { picture }
  }

  /// The dashboard as it opens, or as the keys leave it.
  private static func opened(_ invocation: Invocation, _ settings: Settings, _ size: Size) throws -> State {
    let arguments = invocation.arguments
    let screen = Screen.allCases.first { $0.title.lowercased() == arguments.text("screen") } ?? .discover
    // The gallery shows made-up values, so it needs no database.
    let store = screen == .gallery ? nil : try invocation.store(readOnly: true)
    let now = try store.map { try invocation.now(in: $0) } ?? invocation.now
    let board = try store.map {
      try BoardReader($0, for: invocation.actor(in: $0)).board(
        session: arguments.id("session"), now: now, includesDay: screen == .overview)
    }
    var state = State(
      now: now, clock: TownClock(.fixed), size: size, screen: screen, board: board, view: settings.view(),
      keymap: settings.keymap)
    if let layout = arguments.text("layout").flatMap(DiscoverPreset.init(rawValue:)) {
      state.view.discoverPreset = layout
    }
    if let store { state.begin(as: try invocation.actor(in: store)) }
    guard arguments.text("screen") == nil || state.screen == screen else {
      throw Failure(
        .notAllowed, code: "not_allowed", "this screen is not open to a partner's key; use --screen partners",
        field: "--screen")
    }
    state.gallery.page = arguments.integer("page").map(Int.init) ?? 1
    let keys = arguments.text("keys")
    let reads = [Screen.partners, .experiments, .campaigns, .deals, .overview].contains(state.screen)
    guard keys != nil || reads else { return state }
    var run = KeyRun(state, seed: invocation.globals.seed ?? 1, who: invocation.actor) {
      try store ?? invocation.store(readOnly: true)
    }
    if reads { run.start() }
    if let keys { try run.play(keys) }
    return run.state
  }

  private static func draw(_ canvas: Canvas, as format: Format, theme: Theme) -> String {
    switch format {
    case .text: canvas.plainText
    case .ansi: canvas.ansi(theme: theme, depth: theme == .mono ? .none : .twoHundredFiftySix)
    case .svg: canvas.svg(theme: theme)
    }
  }

  private static func size(_ text: String) throws(InvalidInput) -> Size {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1], (1...1000).contains(width),
      (1...1000).contains(height)
    else { throw InvalidInput(field: "--size", "must be columns x rows such as 120x40, each 1 to 1000, not '\(text)'") }
    return Size(width: width, height: height)
  }
}
