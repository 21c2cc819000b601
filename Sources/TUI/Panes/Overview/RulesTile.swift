import Canvas
import Core

/// What turned up: how many alerts there were today, what waits and why, and the latest that nobody has read.
struct RulesTile {
  private let state: State

  init(_ state: State) {
    self.state = state
  }

  /// Draws the tile with its border.
  func draw(on canvas: inout Canvas, in area: Rect, isFocused: Bool) {
    let glance = state.alerts.glance
    let inside = Panel(StyledLine(OverviewTile.rules.title, .title), detail: detail(glance), isFocused: isFocused)
      .draw(on: &canvas, in: area)
    let rows = Array((glance?.latest ?? []).prefix(max(0, inside.height - 1)))
    let columns = [
      Column("not read yet", minimum: 14, ideal: 30, isFlexible: true, priority: 9),
      Column("price", align: .right, minimum: state.formats.moneyColumns(9), priority: 8),
      Column("when", align: .right, minimum: 10, priority: 6), Column("rule", minimum: 8, ideal: 16, priority: 5),
    ]
    let table = Table(columns: columns, rowCount: rows.count, isFocused: false, emptyText: emptyText(glance)) {
      row, column in
      let news = rows[row]
      switch column {
      case 0: return StyledLine((news.isUrgent ? [Span("! ", Style.warning.bold)] : []) + [Span(news.title)])
      case 1: return StyledLine(news.price.map { state.formats.money($0) } ?? "")
      case 2: return StyledLine(DealsCells.ago(news.at, now: state.now), .muted)
      default: return StyledLine(news.because, .muted)
      }
    }
    table.draw(on: &canvas, in: table.area(in: inside))
  }

  /// `42 alerts today · 3 held by quiet hours`.
  private func detail(_ glance: AlertsGlance?) -> StyledLine {
    guard let glance, glance.rules + glance.watches > 0 else { return .empty }
    let today = StyledLine("\(Quantity.count(glance.today, "alert")) today", .muted)
    if let held = glance.heldWords { return today + StyledLine(" · ", .muted) + StyledLine(held, .warning) }
    guard glance.waitingForDigest > 0 else { return today }
    return today + StyledLine(" · \(Number.grouped(glance.waitingForDigest)) in the next digest", .muted)
  }

  private func emptyText(_ glance: AlertsGlance?) -> String {
    guard let glance else {
      return state.alerts.failure == nil ? "Reading …" : "Could not be read; r tries again."
    }
    guard glance.rules + glance.watches > 0 else { return "No rule yet; 6 and n make one." }
    let waiting =
      "\(Quantity.count(glance.rules, "rule")) and \(Quantity.count(glance.watches, "watch", "watches")) wait"
    return "Everything is read; \(waiting)."
  }
}
