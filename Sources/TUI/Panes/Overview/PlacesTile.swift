import Canvas
import Core

/// Offers whose places go, those that are sold out first.
struct PlacesTile {
  private let state: State

  private static let barColumns = 8

  init(_ state: State) {
    self.state = state
  }

  /// Draws the tile with its border.
  func draw(on canvas: inout Canvas, in area: Rect, isFocused: Bool) {
    let day = state.discovery.board?.day
    let detail = day.map { "\($0.soldOut) sold out" + (area.width >= 44 ? ", \($0.runningOut) nearly" : "") } ?? ""
    let inside = Panel(OverviewTile.places.title, detail: detail, isFocused: isFocused).draw(on: &canvas, in: area)
    let rows = Array((day?.scarce ?? []).prefix(max(0, inside.height - 1)))
    let columns = [
      Column("left", align: .right, minimum: 8, priority: 9), Column("", minimum: Self.barColumns, priority: 2),
      Column("offer", minimum: 14, ideal: 26, isFlexible: true, priority: 8),
      Column("partner", minimum: 10, ideal: 18, isFlexible: true, priority: 5),
    ]
    let glyphs = canvas.glyphs
    let table = Table(
      columns: columns, rowCount: rows.count, isFocused: false,
      emptyText: day == nil ? "Reading …" : "No offer has a number of places."
    ) { row, column in
      let offer = rows[row]
      switch column {
      case 0:
        let style: Style = offer.left == 0 || offer.isRunningOut ? .warning : .text
        return StyledLine(offer.left == 0 ? "sold out" : "\(offer.left)/\(offer.total)", style)
      case 1:
        return Bar(
          Double(offer.left) / Double(max(1, offer.total)), width: Self.barColumns, role: .series1, showsTrack: true
        ).line(glyphs: glyphs)
      case 2: return StyledLine(offer.title)
      default: return StyledLine(offer.partnerName, .muted)
      }
    }
    table.draw(on: &canvas, in: table.area(in: inside))
  }
}
