import Canvas
import Core

/// The town in small: where cars are parked now, the last events, and how its clock goes.
struct TownTile {
  private let state: State

  init(_ state: State) {
    self.state = state
  }

  /// Draws the tile with its border.
  func draw(on canvas: inout Canvas, in area: Rect, isFocused: Bool) {
    let board = state.discovery.board
    let detail = board.map { "\(Number.grouped($0.parked)) parked" } ?? ""
    let panel = Panel(OverviewTile.town.title, detail: detail, isFocused: isFocused)
    var inside = panel.draw(on: &canvas, in: area)
    guard let board else {
      Paragraph("Reading …", .muted).draw(on: &canvas, in: inside.inset(horizontal: 1, vertical: 0))
      return
    }
    if inside.height >= 6 {
      let (foot, rest) = inside.splitBottom(1)
      canvas.put(clockLine(canvas.glyphs), at: Point(x: foot.x + 1, y: foot.y), width: max(0, foot.width - 2))
      inside = rest
    }
    // A low tile has its parts side by side.
    let isLow = inside.height < 14 && inside.width >= 70
    let (town, events) = isLow ? inside.splitLeft(inside.width * 45 / 100) : above(inside, board.stream.count)
    if town.height >= 5, !board.town.places.isEmpty { drawTown(board, on: &canvas, in: town) }
    drawEvents(board, on: &canvas, in: events)
    if let next = Self.nextStep(board) {
      Paragraph(next, .muted).draw(on: &canvas, in: inside.inset(horizontal: 1, vertical: 0))
    }
  }

  /// What to do in a town where nothing can happen yet; nil where it can.
  private static func nextStep(_ board: DiscoverBoard) -> String? {
    guard board.town.places.isEmpty, board.parked == 0, board.stream.isEmpty else { return nil }
    return "No car park is known here yet. 'opportune import places FILE' brings them in, 'opportune import offers "
      + "FILE' what partners offer. To look around first, leave and start 'opportune --demo'."
  }

  private func above(_ area: Rect, _ count: Int) -> (Rect, Rect) {
    let (bottom, top) = area.splitBottom(min(count, area.height < 8 ? area.height : area.height * 2 / 5))
    return (top, bottom)
  }

  /// `rain 24° · x60 ▶ since Fri 17:42 · seed 1`, or how the clock is let go.
  private func clockLine(_ glyphs: Glyphs) -> StyledLine {
    var parts: [StyledLine] = []
    if let weather = state.discovery.board?.selected?.context.weather {
      let degrees = state.discovery.board?.temperature.map { " \($0)\u{B0}" } ?? ""
      parts.append(StyledLine(weather.rawValue + degrees))
    }
    if let run = state.clock.run {
      parts.append(StyledLine(state.clockMode(glyphs: glyphs), .accent))
      parts.append(StyledLine("since \(state.timeText(of: run.start))", .muted))
      if run.story != .ordinaryDays { parts.append(StyledLine(run.story.title, .muted)) }
      parts.append(StyledLine("seed \(run.seed)", .muted))
    } else {
      parts.append(StyledLine("space lets the town live on, \(state.clock.speed.title)", .muted))
    }
    var line = StyledLine.empty
    for (index, part) in parts.enumerated() {
      if index > 0 { line += StyledLine(" · ", .muted) }
      line += part
    }
    return line
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
