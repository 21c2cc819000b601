import Canvas
import Core

/// What was accepted last, with its code and what became of it.
struct ClaimsTile {
  private let state: State

  init(_ state: State) {
    self.state = state
  }

  /// Draws the tile with its border.
  func draw(on canvas: inout Canvas, in area: Rect, isFocused: Bool) {
    let day = state.discovery.board?.day
    let detail = day.map { "\(Number.grouped($0.openClaims)) open" } ?? ""
    let inside = Panel(OverviewTile.claims.title, detail: detail, isFocused: isFocused).draw(on: &canvas, in: area)
    let columns = [
      Column("time", minimum: state.formats.clockColumns, priority: 6), Column("code", minimum: 13, priority: 7),
      Column("claim", minimum: 8, priority: 9),
      Column("offer", minimum: 10, ideal: 24, isFlexible: true, priority: 8),
    ]
    let rows = Array((day?.claims ?? []).prefix(max(0, inside.height - 1)))
    let table = Table(
      columns: columns, rowCount: rows.count, isFocused: false,
      emptyText: day == nil ? "Reading …" : "Nothing was accepted yet."
    ) { row, column in
      let claim = rows[row]
      switch column {
      case 0: return StyledLine(state.formats.clock(state.zone.localTime(at: claim.claimedAt)), .muted)
      case 1: return StyledLine(claim.code)
      case 2:
        let now = claim.state(at: state.now)
        return StyledLine(now.rawValue, now.style)
      default: return StyledLine(claim.offerTitle)
      }
    }
    table.draw(on: &canvas, in: table.area(in: inside))
  }
}

extension Claim.State {
  /// How the word looks; the word itself carries the meaning.
  fileprivate var style: Style {
    switch self {
    case .open: .accent
    case .redeemed: .positive
    case .expired, .cancelled: .muted
    }
  }
}
