import Canvas
import Core

/// Every parked car, the soonest to expire first.
struct SessionsPane {
  private static let barColumns = 8

  private let state: State
  private var discovery: DiscoveryState { state.discovery }

  init(_ state: State) {
    self.state = state
  }

  /// Draws the list; returns where the filter is being typed.
  func draw(on canvas: inout Canvas, in area: Rect) -> Point? {
    let rows = discovery.sessions
    let all = discovery.board?.sessions.count ?? 0
    let isFiltered = !discovery.filter.text.isEmpty
    let detail =
      isFiltered ? "\(Number.grouped(rows.count)) of \(Number.grouped(all))" : "\(Number.grouped(all)) parked"
    let panel = Panel(
      "Sessions", detail: discovery.board == nil ? "" : detail, isFocused: discovery.focus == .sessions)
    let inside = panel.draw(on: &canvas, in: area)
    let (line, list) = split(inside)
    var cursor: Point?
    if !line.isEmpty {
      canvas.put("/", at: line.origin, style: .key)
      let caret = EntryField(discovery.filter).draw(on: &canvas, in: line.inset(left: 2))
      if discovery.isFiltering { cursor = caret }
    }
    let table = table(rows, height: list.height, glyphs: canvas.glyphs)
    table.draw(on: &canvas, in: table.area(in: list))
    return cursor
  }

  /// The row at a point of the screen.
  func row(at point: Point, in area: Rect) -> Int? {
    let list = split(area.inset(by: 1)).list
    let table = table(discovery.sessions, height: list.height, glyphs: .unicode)
    return table.layout(in: table.area(in: list)).row(at: point)
  }

  private func split(_ inside: Rect) -> (line: Rect, list: Rect) {
    let (line, list) = inside.splitTop(discovery.isFiltering || !discovery.filter.text.isEmpty ? 1 : 0)
    return (line, list)
  }

  private func table(_ rows: [DiscoverBoard.SessionRow], height: Int, glyphs: Glyphs) -> Table {
    let columns = [
      Column("min", align: .right, minimum: 4, ideal: 4, priority: 9),
      Column("left", minimum: Self.barColumns, priority: 2),
      Column("person", minimum: 9, ideal: 11, isFlexible: true, priority: 8),
      Column("place", minimum: 11, ideal: 22, isFlexible: true, priority: 7),
      Column("rate/h", align: .right, minimum: 7, priority: 0),
      Column("until", minimum: 5, priority: 1),
      Column("no.", align: .right, minimum: 5, priority: 3),
    ]
    let selection = rows.firstIndex { $0.session.id == discovery.selectedSessionID }
    return Table(
      columns: columns, rowCount: rows.count, selection: selection,
      offset: (selection ?? 0) - max(0, height - 1) / 2, isFocused: discovery.focus == .sessions, emptyText: emptyText
    ) { row, column in
      cell(rows[row], column, glyphs)
    }
  }

  private func cell(
    _ row: DiscoverBoard.SessionRow, _ column: Int, _ glyphs: Glyphs
  ) -> StyledLine {
    let session = row.session
    switch column {
    case 0:
      let left = session.minutesLeft(at: state.now)
      let mark = discovery.marks.contains(.session(session.id)) ? String(glyphs.changed) : ""
      return [Span(mark, .accent), Span(String(left), left < 10 ? .warning : .text)]
    case 1:
      return Bar(session.shareLeft(at: state.now), width: Self.barColumns, role: .series1, showsTrack: true).line(
        glyphs: glyphs)
    case 2: return row.personName.map { StyledLine($0) } ?? StyledLine("anonymous", .muted)
    case 3: return StyledLine(session.placeName, .muted)
    case 4:
      return StyledLine(session.hourlyRateCents.map { Money(cents: $0, session.currency).shown } ?? "--", .muted)
    case 5: return StyledLine(state.zone.localTime(at: session.expiresAt).clock, .muted)
    default: return StyledLine(session.id.description, .muted)
    }
  }

  private var emptyText: String {
    if discovery.board == nil { return discovery.failure == nil ? "Reading …" : "Could not be read; r tries again." }
    if !discovery.filter.text.isEmpty { return "No session has these words; esc takes the filter away." }
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
