import Canvas
import Core

/// The rules that keep an offer from most people, one a row: how many, a bar, and how many each keeps away alone.
struct ReachCosts {
  private let costs: [ReachEstimate.Cost]
  private let sessions: Int

  /// - Parameter sessions: how many were looked at.
  init(_ costs: [ReachEstimate.Cost], of sessions: Int) {
    self.costs = costs
    self.sessions = sessions
  }

  /// Draws a heading and the rows.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let columns = [
      Column("kept away by", minimum: 12, ideal: 24, isFlexible: true, priority: 9),
      Column("", minimum: 8, priority: 2), Column("people", align: .right, minimum: 7, priority: 8),
      Column("by it alone", align: .right, minimum: 11, priority: 7),
    ]
    let glyphs = canvas.glyphs
    let table = Table(columns: columns, rowCount: costs.count, isFocused: false, emptyText: "") { row, column in
      let cost = costs[row]
      return switch column {
      case 0: StyledLine(cost.code.words)
      case 1: Bar(Double(cost.excluded) / Double(max(1, sessions)), width: 8, role: .series2).line(glyphs: glyphs)
      case 2: StyledLine(Number.grouped(cost.excluded))
      default: StyledLine(Number.grouped(cost.only), row == 0 ? .warning : .text)
      }
    }
    // A table leaves a column for its selection.
    table.draw(on: &canvas, in: Rect(x: area.x - 1, y: area.y, width: area.width + 1, height: area.height))
  }
}
