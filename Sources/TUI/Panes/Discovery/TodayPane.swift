import Canvas
import Core

/// The day in two lines: how many offers got how far, and what share reached the end.
struct TodayPane {
  /// Rows it takes, its border included.
  static let height = 4

  private let state: State

  init(_ state: State) {
    self.state = state
  }

  /// Draws the pane with its border.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let inside = Panel("Today", detail: "since midnight").draw(on: &canvas, in: area)
      .inset(horizontal: 1, vertical: 0)
    guard let funnel = state.discovery.board?.funnel else { return }
    let summary = FunnelSummary(funnel, marks: state.discovery.marks)
    let rows = inside.rows(2)
    canvas.put(summary.strip(width: inside.width, glyphs: canvas.glyphs), at: rows[0].origin, width: inside.width)
    if rows[1].height > 0 {
      canvas.put(summary.rateLine(width: inside.width), at: rows[1].origin, width: inside.width)
    }
  }
}
