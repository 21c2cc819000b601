import Canvas
import Core

/// Offers nearby that are not shown, each with the first rule that keeps it back.
struct HeldBackPane {
  private let state: State
  private var discovery: DiscoveryState { state.discovery }

  init(_ state: State) {
    self.state = state
  }

  /// Draws the pane with its border; returns where the filter is being typed.
  func draw(on canvas: inout Canvas, in area: Rect) -> Point? {
    let nearby = discovery.document?.ranking.totals.heldBackNearby ?? 0
    let columns = clickable(in: area).columns.map { HeldBackRow.columns.filter(\.isDrawn)[$0.index].id }
    let border = BorderText(discovery.heldBackTable, "nearby", of: nearby, columns: columns)
      .fitted(beside: "Held back", in: area.width, glyphs: canvas.glyphs)
    let panel = Panel(
      "Held back", detail: discovery.document == nil ? "" : border, isFocused: discovery.focus == .heldBack)
    let (line, list) = FilterLine.split(panel.draw(on: &canvas, in: area), discovery.heldBackTable)
    let table = table(canvas.glyphs)
    table.draw(on: &canvas, in: table.area(in: list))
    return FilterLine(discovery.heldBackTable)?.draw(on: &canvas, in: line)
  }

  /// The table and where it stands, for clicks.
  func clickable(in area: Rect) -> TableLayout {
    let table = table(.unicode)
    return table.layout(in: table.area(in: FilterLine.split(area.inset(by: 1), discovery.heldBackTable).list))
  }

  /// The column whose header is at a point of the screen, by its id.
  func column(at point: Point, in area: Rect) -> String? {
    clickable(in: area).headerColumn(at: point).map { HeldBackRow.columns.filter(\.isDrawn)[$0].id }
  }

  private func table(_ glyphs: Glyphs) -> Table {
    let rows = discovery.document == nil ? TableState<HeldBackRow>() : discovery.heldBackTable
    let empty = rows.isFiltered ? FilterLine.nothing : "Nothing nearby is held back."
    return rows.table(
      isFocused: discovery.focus == .heldBack, showsSelection: false,
      emptyText: discovery.document == nil ? "" : empty, state.cellContext(glyphs))
  }
}

extension HeldBackCode {
  /// The rule in a few words, for counts.
  var words: String {
    switch self {
    case .notActive: "not active"
    case .notStarted: "not started yet"
    case .ended: "over"
    case .timeRemaining: "not at this time left"
    case .weekday: "not on this weekday"
    case .timeOfDay: "not at this hour"
    case .weather: "not in this weather"
    case .capacityFull: "all places taken"
    case .budgetSpent: "budget used up"
    case .otherSegment: "for other drivers"
    case .tooFar: "too far to walk"
    case .timeNotEnough: "not enough time"
    case .disabled: "offers switched off"
    case .category: "category blocked"
    case .partner: "partner blocked"
    case .blockedDay: "day blocked"
    case .quietHours: "quiet hours"
    case .frequency: "enough for today"
    case .impressionCap: "shown often enough"
    case .dismissed: "dismissed lately"
    case .openClaim: "claimed already"
    case .claimLimit: "claimed often enough"
    case .otherArm: "another arm's"
    case .sessionEnded: "session over"
    }
  }
}
