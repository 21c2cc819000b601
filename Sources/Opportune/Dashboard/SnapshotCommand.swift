import Canvas
import Core
import Store
import TUI

/// `snapshot`: one frame of a screen, drawn as the dashboard draws it, without a terminal.
enum SnapshotCommand {
  /// The forms of a picture.
  private enum Format: String, CaseIterable {
    case text, ansi, svg
  }

  private static let screens = Screen.allCases.map { $0.title.lowercased() }

  /// The command.
  static let command = Command(
    ["snapshot"], "Draw one frame of a screen, without a terminal.",
    flags: [
      Flag("screen", .choice(screens), "Which screen.", fallback: "discover"),
      Flag("size", .text("WxH"), "Columns and rows.", fallback: "120x40"),
      Flag("format", .choice(Format.allCases.map(\.rawValue)), "What kind of picture.", fallback: "text"),
      Flag(
        "layout", .choice(DiscoverPreset.allCases.map(\.rawValue)), "How Discover is laid out.", fallback: "balanced"),
      Flag("page", .integer("N", 1...999), "Which page of the gallery.", fallback: "1"),
      Flag("session", .id("SESSION"), "The session to look at.", fallback: "one that has offers"),
    ] + Settings.flags,
    examples: ["opportune snapshot --demo --screen discover --size 120x40 --format svg > discover.svg"],
    output: .fields([
      "screen": .choice(screens), "width": .integer, "height": .integer,
      "format": .choice(Format.allCases.map(\.rawValue)), "picture": .string,
    ])
  ) { invocation in
    let arguments = invocation.arguments
    let settings = try Settings(invocation)
    let size = try size(arguments.text("size") ?? "120x40")
    let format = arguments.text("format").flatMap(Format.init(rawValue:)) ?? .text
    let screen = Screen.allCases.first { $0.title.lowercased() == arguments.text("screen") } ?? .discover
    // The gallery shows made-up values, so it needs no database.
    var (board, now): (DiscoverBoard?, Timestamp) = (nil, invocation.now)
    if screen != .gallery {
      let store = try invocation.store(readOnly: true)
      now = try invocation.now(in: store)
      board = try BoardReader(store).board(session: arguments.id("session"), now: now)
    }
    var state = State(now: now, size: size, screen: screen, board: board, view: settings.view())
    if let layout = arguments.text("layout").flatMap(DiscoverPreset.init(rawValue:)) {
      state.view.discoverPreset = layout
    }
    state.gallery.page = arguments.integer("page").map(Int.init) ?? 1
    let canvas = Frame.render(state, size: size, glyphs: settings.glyphs ?? .unicode)
    let picture = draw(canvas, as: format, theme: settings.theme ?? .dark)
    return .document([
      "screen": .string(screen.title.lowercased()), "width": .count(size.width), "height": .count(size.height),
      "format": .string(format.rawValue), "picture": .string(picture),
    ]) { picture }
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
