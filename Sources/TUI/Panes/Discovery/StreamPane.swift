import Canvas
import Core

/// What happened last, newest first.
struct StreamPane {
  private let state: State
  private var discovery: DiscoveryState { state.discovery }

  init(_ state: State) {
    self.state = state
  }

  /// Draws the pane with its border; returns where the filter is being typed.
  func draw(on canvas: inout Canvas, in area: Rect) -> Point? {
    let stream = discovery.streamTable
    let border = BorderText(stream, "", columns: columns(width: area.width - 2).map(\.id))
      .fitted(beside: "Stream", in: area.width, glyphs: canvas.glyphs)
    let panel = Panel("Stream", detail: border, isFocused: discovery.focus == .stream)
    let (line, list) = FilterLine.split(panel.draw(on: &canvas, in: area), stream)
    let table = table(width: list.width, canvas.glyphs)
    table.draw(on: &canvas, in: table.area(in: list))
    return FilterLine(stream)?.draw(on: &canvas, in: line)
  }

  /// The table and where it stands, for clicks.
  func clickable(in area: Rect) -> TableLayout {
    let list = FilterLine.split(area.inset(by: 1), discovery.streamTable).list
    let table = table(width: list.width, .unicode)
    return table.layout(in: table.area(in: list))
  }

  /// The column whose header is at a point of the screen, by its id.
  func column(at point: Point, in area: Rect) -> String? {
    clickable(in: area).headerColumn(at: point).map { columns(width: area.width - 2)[$0].id }
  }

  private func columns(width: Int) -> [ListColumn<DiscoverBoard.StreamEvent>] {
    width >= 60 ? DiscoverBoard.StreamEvent.columns.filter(\.isDrawn) : DiscoverBoard.StreamEvent.narrowColumns
  }

  private func table(width: Int, _ glyphs: Glyphs) -> Table {
    let empty = discovery.streamTable.isFiltered ? FilterLine.nothing : "Nothing has happened yet today."
    return discovery.streamTable.table(
      columns(width: width), isFocused: discovery.focus == .stream, showsSelection: false,
      emptyText: discovery.board == nil ? "" : empty, state.cellContext(glyphs))
  }
}

extension InteractionType {
  /// How the word looks; the word itself carries the meaning.
  var style: Style {
    switch self {
    case .impression, .view: .muted
    case .acceptance: .accent
    case .redemption: Style.positive.bold
    case .dismissal, .expiry: .warning
    }
  }
}
