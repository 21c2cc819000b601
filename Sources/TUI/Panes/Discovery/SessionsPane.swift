import Canvas
import Core

/// Every parked car, the soonest to expire first.
struct SessionsPane {
  private let state: State
  private var discovery: DiscoveryState { state.discovery }

  init(_ state: State) {
    self.state = state
  }

  /// Draws the list; returns where the filter is being typed.
  func draw(on canvas: inout Canvas, in area: Rect) -> Point? {
    let border = BorderText(discovery.sessionTable, "parked", columns: columns(in: area))
      .fitted(beside: "Sessions", in: area.width, glyphs: canvas.glyphs)
    let panel = Panel(
      "Sessions", detail: discovery.board == nil ? "" : border, isFocused: discovery.focus == .sessions)
    let (line, list) = FilterLine.split(panel.draw(on: &canvas, in: area), discovery.sessionTable)
    let cursor = FilterLine(discovery.sessionTable)?.draw(on: &canvas, in: line)
    let table = table(canvas.glyphs)
    table.draw(on: &canvas, in: table.area(in: list))
    return cursor
  }

  /// The table and where it stands, for clicks.
  func clickable(in area: Rect) -> TableLayout {
    let table = table(.unicode)
    return table.layout(in: table.area(in: FilterLine.split(area.inset(by: 1), discovery.sessionTable).list))
  }

  /// The column whose header is at a point of the screen, by its id.
  func column(at point: Point, in area: Rect) -> String? {
    clickable(in: area).headerColumn(at: point).map { DiscoverBoard.SessionRow.columns.filter(\.isDrawn)[$0].id }
  }

  private func columns(in area: Rect) -> [String] {
    clickable(in: area).columns.map { DiscoverBoard.SessionRow.columns.filter(\.isDrawn)[$0.index].id }
  }

  private func table(_ glyphs: Glyphs) -> Table {
    discovery.sessionTable.table(
      isFocused: discovery.focus == .sessions, emptyText: emptyText, state.cellContext(glyphs))
  }

  private var emptyText: String {
    if discovery.board == nil { return discovery.failure == nil ? "Reading …" : "Could not be read; r tries again." }
    if discovery.sessionTable.isFiltered { return "No session has these words; esc takes the filter away." }
    return "Nobody is parked now. Start a session with 'opportune session start', or make a demo town with "
      + "'opportune demo init'."
  }
}

extension ParkingSession {
  /// How much of the paid time is left, 0 to 1, in whole minutes as it is shown.
  func shareLeft(at now: Timestamp) -> Double {
    let whole = (expiresAt - (startedAt ?? now)).minutes
    return whole > 0 ? min(1, Double(minutesLeft(at: now)) / whole) : 0
  }
}

extension State {
  /// The town's clock; UTC before anything is known of the town.
  package var zone: ZoneTable { discovery.board?.town.zone ?? .utc }
}
