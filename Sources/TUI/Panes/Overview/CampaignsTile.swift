import Canvas
import Core

/// Where the money goes: what all campaigns earned and cost lately, and which of them earns most surely and least.
struct CampaignsTile {
  private let state: State

  init(_ state: State) {
    self.state = state
  }

  /// Draws the tile with its border.
  func draw(on canvas: inout Canvas, in area: Rect, isFocused: Bool) {
    let board = state.campaigns.board
    let title = StyledLine(OverviewTile.campaigns.title, .title)
    let inside = Panel(title, detail: detail(board), isFocused: isFocused)
      .draw(on: &canvas, in: area).inset(horizontal: 1, vertical: 0)
    guard let board, let group = board.portfolio.groups.first else {
      Paragraph(emptyText, .muted).draw(on: &canvas, in: inside)
      return
    }
    var lines = [numbers(group, canvas.glyphs)]
    if inside.height >= 4 { lines.append(course(group, width: inside.width, canvas.glyphs)) }
    lines += ends(inside.width, canvas.glyphs)
    for (row, line) in lines.prefix(inside.height).enumerated() {
      canvas.put(line, at: Point(x: inside.x, y: inside.y + row), width: inside.width)
    }
  }

  private var emptyText: String {
    guard let board = state.campaigns.board else {
      return state.campaigns.failure == nil ? "Reading …" : "Could not be read; r tries again."
    }
    return board.rows.isEmpty ? "No campaign yet; 5 and n make one." : "Nothing was counted of any campaign lately."
  }

  private func detail(_ board: CampaignsBoard?) -> StyledLine {
    guard let board else { return .empty }
    if !board.alerts.isEmpty { return StyledLine("! \(Quantity.count(board.alerts.count, "alert"))", .warning) }
    return StyledLine(state.campaigns.period.words(board.span), .muted)
  }

  /// `revenue $48,210.00 ▲ +6 %   spend $19,904.00   ROAS 2.42`; of the currency with the most money.
  private func numbers(_ group: Portfolio.Group, _ glyphs: Glyphs) -> StyledLine {
    let counts = group.totals.counts
    let roas = group.pooledROAS
    let earning = roas.earning ?? .unknown
    return [
      Span("revenue ", .muted),
      Span(CampaignCells.money(cents: counts.revenueCents, group.currency, state.formats), Style.text.bold), Span(" "),
    ] + CampaignCells.change(group.change(.revenue), glyphs) + [
      Span("  spend ", .muted),
      Span(CampaignCells.money(micros: counts.spendMicros, group.currency, state.formats)), Span("  ROAS ", .muted),
      Span(CampaignCells.value(roas, group.currency, state.formats), earning.style.bold),
    ]
  }

  /// Revenue by day.
  private func course(_ group: Portfolio.Group, width: Int, _ glyphs: Glyphs) -> StyledLine {
    let spark = Sparkline(group.days.map { Double($0.counts.revenueCents) })
    return StyledLine(spark.text(width: width, glyphs: glyphs), .accent)
  }

  /// The first and the last of those that can be ranked.
  private func ends(_ width: Int, _ glyphs: Glyphs) -> [StyledLine] {
    let ranked = state.campaigns.table.all.filter { $0.row.reading(.roas).interval != nil }
    guard let best = ranked.max(by: { low($0) < low($1) }) else { return [] }
    let worst = ranked.min { high($0) < high($1) }
    let shown = [("best  ", best)] + (worst.map { $0.id == best.id ? [] : [("worst ", $0)] } ?? [])
    let returns = shown.map { roas(of: $1) }
    // The names take what the numbers leave.
    let room = width - 6 - (returns.map { $0.columns(glyphs: glyphs) }.max() ?? 0)
    return zip(shown, returns).map { end, roas in
      let name = TextWidth.pad(Printable.sanitised(end.1.campaign.name), to: max(8, min(24, room)))
      return [Span(end.0, .muted), Span(name)] + roas
    }
  }

  private func low(_ row: CampaignListRow) -> Double { row.row.reading(.roas).interval?.low ?? 0 }
  private func high(_ row: CampaignListRow) -> Double { row.row.reading(.roas).interval?.high ?? 0 }

  /// `  ROAS 5.10 [4.20, 6.20]  earning`.
  private func roas(of row: CampaignListRow) -> StyledLine {
    let roas = row.row.reading(.roas)
    return [
      Span("  ROAS ", .muted), Span(CampaignCells.value(roas, row.currency, state.formats), Style.text.bold),
      Span(" \(CampaignCells.interval(roas))  ", .muted), Span(row.row.earning.word, row.row.earning.style),
    ]
  }
}
