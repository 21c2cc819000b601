import Canvas
import Core

/// The town in small: where cars are parked now, and the last events.
struct DiscoverTile {
  private let state: State

  init(_ state: State) {
    self.state = state
  }

  /// Draws the tile with its border.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let board = state.discovery.board
    let detail = board.map { "\(Number.grouped($0.sessions.count)) parked" } ?? ""
    let panel = Panel("Discover", detail: detail)
    let inside = panel.draw(on: &canvas, in: area)
    guard let board else {
      Paragraph("Reading …", .muted).draw(on: &canvas, in: inside.inset(horizontal: 1, vertical: 0))
      return
    }
    // A low tile has its parts side by side.
    let isLow = inside.height < 14 && inside.width >= 70
    let (town, events) = isLow ? inside.splitLeft(inside.width * 45 / 100) : above(inside, board.stream.count)
    if town.height >= 5 { drawTown(board, on: &canvas, in: town) }
    drawEvents(board, on: &canvas, in: events)
  }

  private func above(_ area: Rect, _ count: Int) -> (Rect, Rect) {
    let (bottom, top) = area.splitBottom(min(count, area.height < 8 ? area.height : area.height * 2 / 5))
    return (top, bottom)
  }

  private func drawTown(_ board: DiscoverBoard, on canvas: inout Canvas, in area: Rect) {
    let town = TownMap(board.town)
    town.overview(sessions: board.sessions).draw(
      on: &canvas, through: MapProjection(fitting: town.extent, area: area, margin: 1))
  }

  private func drawEvents(_ board: DiscoverBoard, on canvas: inout Canvas, in area: Rect) {
    for (row, event) in board.stream.prefix(area.height).enumerated() {
      let line: StyledLine = [
        Span(state.formats.clock(state.zone.localTime(at: event.at)) + " ", .muted),
        Span(TextWidth.pad(event.type.pastTense, to: 10), event.type.style), Span(event.offerTitle),
        Span("  \(state.formats.text(event.detail))", .muted),
      ]
      canvas.put(line, at: Point(x: area.x + 1, y: area.y + row), width: max(0, area.width - 2))
    }
  }
}
