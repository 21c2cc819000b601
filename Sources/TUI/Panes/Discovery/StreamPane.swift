import Canvas
import Core

/// What happened last, newest first.
struct StreamPane {
  private let state: State
  private var discovery: DiscoveryState { state.discovery }

  init(_ state: State) {
    self.state = state
  }

  /// Draws the pane with its border.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let inside = Panel("Stream", isFocused: discovery.focus == .stream).draw(on: &canvas, in: area)
    let table = table(in: inside, glyphs: canvas.glyphs)
    table.draw(on: &canvas, in: table.area(in: inside))
  }

  /// The row at a point of the screen.
  func row(at point: Point, in area: Rect) -> Int? {
    let inside = area.inset(by: 1)
    let table = table(in: inside, glyphs: .unicode)
    return table.layout(in: table.area(in: inside)).row(at: point)
  }

  private func table(in area: Rect, glyphs: Glyphs) -> Table {
    let stream = discovery.board?.stream ?? []
    let isWide = area.width >= 60
    var columns = [
      Column("time", minimum: isWide ? 8 : 5, priority: 7),
      Column("event", minimum: 9, priority: 9),
      Column("offer", minimum: 10, ideal: 24, isFlexible: true, priority: 8),
    ]
    if isWide {
      columns += [
        Column("detail", minimum: 13, ideal: 18, isFlexible: true, priority: 6),
        Column("session", align: .right, minimum: 7, priority: 4),
      ]
    }
    let selection = stream.firstIndex { $0.id == discovery.selectedEventID }
    let isFocused = discovery.focus == .stream
    return Table(
      columns: columns, rowCount: stream.count, selection: isFocused ? selection : nil,
      offset: isFocused ? (selection ?? 0) - max(0, area.height - 1) / 2 : 0, isFocused: isFocused,
      emptyText: discovery.board == nil ? "" : "Nothing has happened yet today."
    ) { row, column in
      cell(stream[row], column, isWide: isWide, glyphs)
    }
  }

  private func cell(
    _ event: DiscoverBoard.StreamEvent, _ column: Int, isWide: Bool, _ glyphs: Glyphs
  ) -> StyledLine {
    switch column {
    case 0:
      let local = state.zone.localTime(at: event.at)
      return StyledLine(isWide ? local.clockWithSeconds : local.clock, .muted)
    case 1:
      let mark = discovery.marks.contains(.event(event.id)) ? String(glyphs.changed) : ""
      return [Span(event.type.pastTense, event.type.style), Span(mark, .accent)]
    case 2 where isWide || event.type == .impression || event.detail.isEmpty: return StyledLine(event.offerTitle)
    // No room for a column of its own: a code, an amount or a reason goes before the title, which may be cut.
    case 2: return [Span(event.detail, .muted), Span(" " + event.offerTitle, .text)]
    case 3: return StyledLine(event.detail, event.type == .acceptance ? .text : .muted)
    default: return StyledLine(event.sessionID?.description ?? "", .muted)
    }
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
