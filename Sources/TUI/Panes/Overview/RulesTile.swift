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
      .draw(on: &canvas, in: area).inset(horizontal: 1, vertical: 0)
    guard let glance, !glance.latest.isEmpty else {
      Paragraph(emptyText(glance), .muted).draw(on: &canvas, in: inside)
      return
    }
    for (row, news) in glance.latest.prefix(inside.height).enumerated() {
      canvas.put(line(news), at: Point(x: inside.x, y: inside.y + row), width: inside.width)
    }
  }

  /// `42 alerts today · 3 held by quiet hours`.
  private func detail(_ glance: AlertsGlance?) -> StyledLine {
    guard let glance, glance.rules + glance.watches > 0 else { return .empty }
    let today = StyledLine("\(Quantity.count(glance.today, "alert")) today", .muted)
    guard let held = glance.heldWords else { return today }
    return today + StyledLine(" · ", .muted) + StyledLine(held, .warning)
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

  /// `17:42  iPhone 13  $650.00  cheap phones`.
  private func line(_ news: AlertsGlance.News) -> StyledLine {
    let clock = state.formats.clock(state.zone.localTime(at: news.at))
    let price = news.price.map { "  \(state.formats.money($0))" } ?? ""
    return [
      Span(clock + "  ", .muted), Span(news.title, news.isUrgent ? Style.warning.bold : Style.text),
      Span(price, Style.text.bold), Span(news.because.isEmpty ? "" : "  \(news.because)", .muted),
    ]
  }
}
