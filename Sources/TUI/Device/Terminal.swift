import CTerminal
import Canvas
import Glibc

/// The terminal, from opening to closing: the only place that knows curses.
///
/// Not Sendable on purpose: curses has one owner, the thread that runs the loop, and the compiler keeps it so. At most
/// one is open in a process. A signal handler in C leaves a sane terminal if the process crashes.
package final class Terminal {
  /// Which signs the terminal can show.
  package let glyphs: Glyphs

  /// How many colours it has, or the person wants.
  package let depth: ColourDepth

  /// How roles look on it; without colours always ``Theme/mono``.
  package private(set) var theme: Theme

  /// What it can do.
  package var facts: DeviceFacts { DeviceFacts(depth: depth, refusesColour: refusesColour) }

  private let refusesColour: Bool

  private let waker: Waker
  private var decoder = KeyDecoder()
  private var isOpen = true
  private var emptyReads = 0

  /// Reads that find input announced but none there, before the terminal counts as gone.
  private static let patience = 8

  /// Takes over the terminal.
  /// - Parameter waker: ends a wait from outside.
  /// - Throws: ``TerminalError`` when there is none to draw on; the terminal is then as it was.
  package init(_ options: TerminalOptions = TerminalOptions(), waker: Waker) throws(TerminalError) {
    guard opportune_terminal_is_interactive() else { throw .notInteractive }
    let hasUnicode = opportune_terminal_set_locale()
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    switch opportune_terminal_open(getenv("SWIFT_BACKTRACE") != nil) {
    case OPPORTUNE_TERMINAL_OPEN: break
    case OPPORTUNE_TERMINAL_UNKNOWN: throw .unknown(name: name)
    case OPPORTUNE_TERMINAL_UNSUITABLE: throw .unsuitable(name: name)
    default: throw .failed
    }
    self.waker = waker
    glyphs = options.glyphs ?? (hasUnicode ? .unicode : .ascii)
    let colours = opportune_terminal_colours()
    refusesColour = getenv("NO_COLOR").map { $0[0] != 0 } ?? false
    depth = options.depth ?? ColourDepth(colours: colours, refused: refusesColour)
    theme = depth == .none ? .mono : options.theme ?? .dark
    showsBrightAsBold = colours < 16
    applyTheme()
    opportune_terminal_set_mouse(options.usesMouse)
    if !options.title.isEmpty { setTitle(options.title) }
  }

  deinit { close() }

  private let showsBrightAsBold: Bool

  /// Columns and rows at this moment.
  package var size: Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    opportune_terminal_size(&columns, &rows)
    return Size(width: Int(columns), height: Int(rows))
  }

  /// Waits until there is input, a wake-up or a signal; at most `milliseconds`, nil is for as long as it takes.
  /// Returns what came in, in order; nothing when only the time is over or a worker called.
  package func wait(milliseconds: Int?) -> [InputEvent] {
    let timeout = milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
    let ready = opportune_terminal_wait(waker.descriptor, timeout)
    if ready & Int32(OPPORTUNE_READY_WAKE) != 0 { waker.clear() }
    var events = ready & Int32(OPPORTUNE_READY_SIGNAL) != 0 ? signalEvents() : []
    if ready & Int32(OPPORTUNE_READY_INPUT) != 0 {
      let units = readUnits()
      // End of file announces input forever.
      emptyReads = units.isEmpty ? emptyReads + 1 : 0
      events += decoder.events(of: units)
    }
    if ready & Int32(OPPORTUNE_READY_HANGUP) != 0 || emptyReads > Self.patience { events.append(.quit) }
    return events
  }

  /// Shows the runs of a frame and puts the cursor; all bytes leave in one go.
  package func draw(_ runs: [Run], cursor: Point?) {
    var last: Run?
    for run in runs {
      // Blanks look alike in most styles, so those between two words keep the words' style: fewer changes, fewer bytes.
      let style = last.flatMap { run.style == .text && follows(run, $0) && isBlank(run) ? $0.style : nil } ?? run.style
      let scalars = run.text.unicodeScalars.map { Int32(bitPattern: $0.value) }
      opportune_terminal_draw(
        Int32(run.row), Int32(run.column), scalars, Int32(scalars.count), Int32(run.width), looks(style),
        Self.pair(style.role))
      last = Run(row: run.row, column: run.column, text: run.text, style: style, width: run.width)
    }
    opportune_terminal_flush(Int32(cursor?.y ?? -1), Int32(cursor?.x ?? 0))
  }

  /// Gives the terminal to the shell, stops, and comes back when the shell says so; everything must be drawn anew.
  package func suspend() { opportune_terminal_suspend() }

  /// Takes the terminal again after the process was stopped from outside.
  package func resume() { opportune_terminal_resume() }

  /// Takes the window's present size; everything must be drawn anew.
  package func resize() { opportune_terminal_resize() }

  /// Shows roles in these colours from now on, where there are colours at all.
  /// - Returns: whether it did so before; else everything must be drawn anew.
  @discardableResult
  package func shows(_ wanted: Theme) -> Bool {
    guard depth != .none, wanted != theme else { return true }
    theme = wanted
    applyTheme()
    opportune_terminal_forget()
    return false
  }

  /// Puts text on the clipboard of whoever looks at the terminal (xterm's OSC 52). Whether that is allowed is the
  /// terminal's own setting, and it does not say.
  package func copy(_ text: String) {
    opportune_terminal_copy(Base64.text(of: text.utf8))
  }

  private func applyTheme() {
    for role in Role.allCases {
      let wanted = theme.paint(role).index(at: depth).map(Int32.init)
      // A terminal of eight colours shows the bright ones as bold.
      opportune_terminal_set_pair(Self.pair(role), wanted.map { showsBrightAsBold ? $0 % 8 : $0 } ?? -1)
    }
  }

  /// Asks for the mouse, or gives it back for selecting text.
  package func setMouse(_ wanted: Bool) { opportune_terminal_set_mouse(wanted) }

  /// Names the window.
  package func setTitle(_ title: String) { opportune_terminal_set_title(Printable.sanitised(title, glyphs: glyphs)) }

  /// Leaves the terminal as it was found. Further calls do nothing.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    opportune_terminal_close()
  }

  private func signalEvents() -> [InputEvent] {
    let signals = opportune_terminal_signals()
    var events: [InputEvent] = []
    if signals & Int32(OPPORTUNE_SIGNAL_RESUME) != 0 { events.append(.resumed) }
    if signals & Int32(OPPORTUNE_SIGNAL_RESIZE) != 0 { events.append(.resize(size)) }
    if signals & Int32(OPPORTUNE_SIGNAL_SUSPEND) != 0 { events.append(.suspend) }
    if signals & Int32(OPPORTUNE_SIGNAL_QUIT) != 0 { events.append(.quit) }
    return events
  }

  private func readUnits() -> [KeyDecoder.Unit] {
    var units: [KeyDecoder.Unit] = []
    var value: Int32 = 0
    while true {
      switch opportune_terminal_read(&value) {
      case OPPORTUNE_READ_CHARACTER: units.append(.scalar(UInt32(bitPattern: value)))
      case OPPORTUNE_READ_CODE where value == KeyCode.mouse: readMouse().map { units.append(.mouse($0)) }
      case OPPORTUNE_READ_CODE: units.append(.code(value))
      default: return units
      }
    }
  }

  private func readMouse() -> MouseEvent? {
    let mouse = opportune_terminal_read_mouse()
    let point = Point(x: Int(mouse.column), y: Int(mouse.row))
    switch mouse.button {
    case 1: return MouseEvent(.press, at: point)
    case 4: return MouseEvent(.wheelUp, at: point)
    case 5: return MouseEvent(.wheelDown, at: point)
    default: return nil
    }
  }

  private static func pair(_ role: Role) -> Int32 { Int32(role.rawValue) + 1 }

  private func looks(_ style: Style) -> Int32 {
    let attributes = theme.attributes(style)
    var looks: Int32 = 0
    if attributes.contains(.bold) || isBright(style.role) { looks |= Int32(OPPORTUNE_LOOK_BOLD) }
    if attributes.contains(.dim) { looks |= Int32(OPPORTUNE_LOOK_DIM) }
    if attributes.contains(.reverse) { looks |= Int32(OPPORTUNE_LOOK_REVERSE) }
    if attributes.contains(.underline) { looks |= Int32(OPPORTUNE_LOOK_UNDERLINE) }
    return looks
  }

  /// Whether a run stands right behind another whose style does not show on blanks.
  private func follows(_ run: Run, _ last: Run) -> Bool {
    last.row == run.row && last.column + last.width == run.column
      && theme.attributes(last.style).isDisjoint(with: [.reverse, .underline])
  }

  private func isBlank(_ run: Run) -> Bool { run.text.utf8.allSatisfy { $0 == 0x20 } }

  private func isBright(_ role: Role) -> Bool {
    showsBrightAsBold && (theme.paint(role).index(at: depth) ?? 0) >= 8
  }
}

extension ColourDepth {
  /// What can be shown with so many colours; none when the person refuses them (no-color.org).
  package init(colours: Int32, refused: Bool) {
    switch colours {
    case _ where refused: self = .none
    case 256...: self = .twoHundredFiftySix
    case 8...: self = .sixteen
    default: self = .none
    }
  }
}
