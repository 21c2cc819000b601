import Canvas
import Core

/// The loop: waits, takes in what happened, draws what changed. The one thread that runs it owns the terminal.
package enum Dashboard {
  /// Shows the dashboard until the person leaves. The terminal is given back whatever happens.
  /// - Returns: the last state.
  /// - Throws: ``TerminalError`` when there is no terminal to draw on; nothing has been drawn then.
  @discardableResult
  package static func run(
    initial: State, clock: LoopClock, inbox: Inbox, handler: EffectHandler,
    options: TerminalOptions = TerminalOptions(), recorder: Recorder? = nil
  ) throws(TerminalError) -> State {
    let terminal = try Terminal(options, waker: inbox.waker)
    defer { terminal.close() }
    var turn = LoopTurn(state: initial, terminal: terminal, clock: clock, handler: handler, recorder: recorder)
    turn.begin()
    while !turn.state.isQuitting {
      let events = terminal.wait(milliseconds: turn.patience)
      turn.take(events, inbox.drain())
    }
    return turn.state
  }
}

/// The state between two waits, and what of it is on screen.
private struct LoopTurn {
  private(set) var state: State
  private let terminal: Terminal
  private let clock: LoopClock
  private let handler: EffectHandler
  private let recorder: Recorder?
  private var pacer = FramePacer()
  /// What the terminal shows; nil when that is not known.
  private var shown: Frame?

  init(state: State, terminal: Terminal, clock: LoopClock, handler: EffectHandler, recorder: Recorder?) {
    self.state = state
    self.terminal = terminal
    self.clock = clock
    self.handler = handler
    self.recorder = recorder
  }

  /// Draws the first frame, then asks for the data.
  mutating func begin() {
    apply(.deviceOpened(terminal.facts))
    apply(.tick(clock.wall()))
    apply(.input(.resize(terminal.size)))
    draw()
    // The data that follows at once is drawn at once: only from then on do frames keep their distance.
    pacer = FramePacer()
    apply(.started)
  }

  /// How long to wait, in milliseconds: until a frame is due or the picture changes by itself.
  var patience: Int? {
    if let delay = pacer.delay(at: clock.monotonicMilliseconds()) { return Int(delay) }
    // One more, so that a clock cut to milliseconds has certainly passed the moment.
    return state.nextChange.map { max(1, Int(clamping: ($0 - clock.wall()).milliseconds + 1)) }
  }

  /// Takes in what came, and draws when it is time.
  mutating func take(_ events: [InputEvent], _ actions: [Action]) {
    let before = state
    apply(.tick(clock.wall()))
    for action in actions { apply(action) }
    if state != before { pacer.note(.data) }
    for event in events {
      if event.movesScreen { shown = nil }
      if event == .resumed { terminal.resume() }
      if case .resize = event { terminal.resize() }
      apply(.input(event))
      pacer.note(.input)
    }
    if pacer.delay(at: clock.monotonicMilliseconds()) == 0, !state.isQuitting { draw() }
  }

  private mutating func apply(_ action: Action) {
    recorder?.note(action)
    for effect in state.reduce(action) {
      guard case .device(let device) = effect else {
        handler.handle(effect, state.now)
        continue
      }
      carryOut(device)
    }
  }

  private mutating func carryOut(_ effect: DeviceEffect) {
    switch effect {
    case .suspend:
      terminal.suspend()
      shown = nil
      apply(.tick(clock.wall()))
      apply(.input(.resize(terminal.size)))
    case .edit(let text):
      let answer = terminal.edit(text)
      shown = nil
      apply(.tick(clock.wall()))
      apply(.input(.resize(terminal.size)))
      apply(.input(.edited(answer)))
    case .setMouse(let wanted):
      terminal.setMouse(wanted)
    case .redraw:
      terminal.resize()
      shown = nil
    case .setTheme(let theme):
      if !terminal.shows(theme) { shown = nil }
    case .copy(let text):
      terminal.copy(text)
    }
  }

  private mutating func draw() {
    pacer.drew(at: clock.monotonicMilliseconds())
    let frame = Frame(of: state, size: state.size, glyphs: terminal.glyphs)
    let runs = frame.canvas.changes(since: shown?.canvas)
    if !runs.isEmpty || frame.cursor != shown?.cursor { terminal.draw(runs, cursor: frame.cursor) }
    shown = frame
  }
}

extension InputEvent {
  /// Whether the terminal may show anything after it.
  fileprivate var movesScreen: Bool {
    switch self {
    case .resize, .resumed: true
    default: false
    }
  }
}
