import Canvas
import Core

/// Shows a recording in a terminal as it was made, then stays until a key is pressed.
package enum Replay {
  /// - Parameters:
  ///   - speed: how many times as fast as it was made; infinity shows only the end.
  ///   - step: plays the next event and answers the state after it; nil once all have been played.
  /// - Returns: whether it was watched to its end; a key leaves earlier.
  /// - Throws: ``TerminalError`` when there is no terminal to draw on, and whatever `step` throws.
  package static func run(
    _ options: TerminalOptions, speed: Double, step: () throws -> State?
  ) throws -> Bool {
    let inbox = try Inbox()
    let terminal = try Terminal(options, waker: inbox.waker)
    defer { terminal.close() }
    let begun = MonotonicClock.milliseconds()
    var start: Timestamp?
    var shown: Frame?
    var last: State?
    while let state = try step() {
      let first = start ?? state.wall
      start = first
      last = state
      guard speed.isFinite else { continue }
      let due = begun + Int64(Double((state.wall - first).milliseconds) / speed)
      while due > MonotonicClock.milliseconds() {
        if isLeft(terminal.wait(milliseconds: Int(due - MonotonicClock.milliseconds()))) { return false }
      }
      shown = draw(state, on: terminal, over: shown)
    }
    if let last { _ = draw(last, on: terminal, over: shown) }
    while !isLeft(terminal.wait(milliseconds: nil)) {}
    return true
  }

  private static func draw(_ state: State, on terminal: Terminal, over shown: Frame?) -> Frame {
    let frame = Frame(of: state, size: terminal.size, glyphs: terminal.glyphs)
    let runs = frame.canvas.changes(since: terminal.shows(state.view.theme) ? shown?.canvas : nil)
    if !runs.isEmpty || frame.cursor != shown?.cursor { terminal.draw(runs, cursor: frame.cursor) }
    return frame
  }

  /// Any key or signal to end leaves.
  private static func isLeft(_ events: [InputEvent]) -> Bool {
    events.contains { event in
      switch event {
      case .key, .quit: true
      default: false
      }
    }
  }
}
