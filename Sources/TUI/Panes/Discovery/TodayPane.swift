import Canvas
import Core

/// The clock on the border, and the day in two lines: how many offers got how far, and what share reached the end.
struct TodayPane {
  /// Rows it takes, its border included.
  static let height = 4

  private let state: State

  init(_ state: State) {
    self.state = state
  }

  /// Draws the pane with its border.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let inside = panel(canvas.glyphs).draw(on: &canvas, in: area).inset(horizontal: 1, vertical: 0)
    guard let funnel = state.discovery.board?.funnel else { return }
    let summary = FunnelSummary(funnel, marks: state.discovery.marks, formats: state.formats)
    let rows = inside.rows(2)
    canvas.put(summary.strip(width: inside.width, glyphs: canvas.glyphs), at: rows[0].origin, width: inside.width)
    if rows[1].height > 0 {
      canvas.put(summary.rateLine(width: inside.width), at: rows[1].origin, width: inside.width)
    }
  }

  /// `Clock x60 ▶` with the keys that drive it and what the run depends on, as far as there is room.
  private func panel(_ glyphs: Glyphs) -> Panel {
    guard let run = state.clock.run else {
      return Panel("Today", detail: "since midnight · space runs the clock \(state.clock.speed.title)")
    }
    let story = run.story == .ordinaryDays ? "" : "\(run.story.title) · "
    return Panel("Clock \(state.clockMode(glyphs: glyphs))", detail: "\(story)seed \(run.seed)")
  }
}
