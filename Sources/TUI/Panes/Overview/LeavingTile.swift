import Canvas
import Core

/// Whose time runs out next: the last moment at which an offer can still reach them.
struct LeavingTile {
  private let state: State

  init(_ state: State) {
    self.state = state
  }

  /// Draws the tile with its border.
  func draw(on canvas: inout Canvas, in area: Rect, isFocused: Bool) {
    let rows = state.discovery.board?.sessions ?? []
    let inside = Panel(OverviewTile.leaving.title, detail: "minutes left", isFocused: isFocused)
      .draw(on: &canvas, in: area)
    let columns = [
      Column("min", align: .right, minimum: 4, priority: 9),
      Column("person", minimum: 9, ideal: 16, isFlexible: true, priority: 8),
      Column("place", minimum: 12, ideal: 22, isFlexible: true, priority: 7),
      Column("until", minimum: state.formats.clockColumns, priority: 1),
    ]
    let shown = Array(rows.prefix(max(0, inside.height - 1)))
    let table = Table(
      columns: columns, rowCount: shown.count, isFocused: false,
      emptyText: state.discovery.board == nil ? "Reading …" : "Nobody is parked now."
    ) { row, column in
      let session = shown[row].session
      let left = session.minutesLeft(at: state.now)
      switch column {
      case 0: return StyledLine(String(left), left < 10 ? .warning : .text)
      case 1: return shown[row].personName.map { StyledLine($0) } ?? StyledLine("anonymous", .muted)
      case 2: return StyledLine(session.placeName, .muted)
      default: return StyledLine(state.formats.clock(state.zone.localTime(at: session.expiresAt)), .muted)
      }
    }
    table.draw(on: &canvas, in: table.area(in: inside))
  }
}
