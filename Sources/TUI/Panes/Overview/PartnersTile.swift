import Canvas
import Core

/// What came of partners' offers lately: how much of what was accepted was used, what it was worth to people and to
/// partners, who earned most, and what waits for approval.
struct PartnersTile {
  private let state: State

  private static let columns: Set<String> = ["partner", "status", "offers", "open_claims", "revenue_cents"]

  init(_ state: State) {
    self.state = state
  }

  /// Draws the tile with its border.
  func draw(on canvas: inout Canvas, in area: Rect, isFocused: Bool) {
    let success = state.discovery.board?.day?.success
    let title = StyledLine(OverviewTile.partners.title, .title)
    let inside = Panel(title, detail: detail(success), isFocused: isFocused).draw(on: &canvas, in: area)
    guard let success else {
      Paragraph("Reading …", .muted).draw(on: &canvas, in: inside.inset(horizontal: 1, vertical: 0))
      return
    }
    let (top, list) = inside.splitTop(1)
    canvas.put(numbers(success), at: Point(x: top.x + 1, y: top.y), width: max(0, top.width - 2))
    let rows = Array(PartnerRow.rows(of: success.best).filter { $0.id != .all }.prefix(max(0, list.height - 1)))
    let shown = PartnerRow.columns.filter { Self.columns.contains($0.id) }
    let context = state.cellContext(canvas.glyphs)
    let table = Table(
      columns: shown.map { $0.column(state.formats) }, rowCount: rows.count, isFocused: false,
      emptyText: "No partner is known yet; 2 says how they come in."
    ) { row, column in
      shown[column].cell(rows[row], context)
    }
    table.draw(on: &canvas, in: table.area(in: list))
  }

  private func detail(_ success: SuccessMetrics?) -> StyledLine {
    guard let success else { return .empty }
    guard success.pending > 0 else { return StyledLine("last \(success.days) days", .muted) }
    let words = success.pending == 1 ? "1 offer waits" : "\(Number.grouped(success.pending)) offers wait"
    return StyledLine("\(words) for approval", .warning)
  }

  /// `used 62.1 % of 1,204 accepted   worth $8,210.00   earned $4,820.00`.
  private func numbers(_ success: SuccessMetrics) -> StyledLine {
    let used = Number.rate(Int(success.redemptions), of: Int(success.acceptances))
    return [
      Span("redeemed ", .muted), Span(used), Span("  worth ", .muted), Span(amounts(success.value)),
      Span("  earned ", .muted), Span(amounts(success.revenue), Style.positive.bold),
    ]
  }

  private func amounts(_ amounts: [Money]) -> String {
    amounts.isEmpty ? "nothing" : amounts.map { state.formats.money($0) }.joined(separator: ", ")
  }
}
