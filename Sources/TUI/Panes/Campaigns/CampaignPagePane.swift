import Canvas
import Core

/// One of the panes about campaigns that is made of parts, in its border, with the names of all pages where another
/// could stand there; scrolled so that the number with the keyboard is in sight.
struct CampaignPagePane {
  private let state: State

  private static let gap = 3

  init(_ state: State) {
    self.state = state
  }

  /// Draws a pane with its border.
  func draw(_ pane: CampaignsPane, on canvas: inout Canvas, in area: Rect) {
    let layout = CampaignsLayout(state)
    let isFocused = state.dialogs.isEmpty && state.campaigns.focus == pane
    Panel(title(pane, layout, area, canvas.glyphs), detail: detail(pane, canvas.glyphs), isFocused: isFocused)
      .draw(on: &canvas, in: area)
    if let tabs = layout.pageTabs, area.contains(tabs.origin) { Self.tabs(pane, layout).draw(on: &canvas, in: tabs) }
    guard let content = layout.content(of: pane) else { return }
    if pane == .returns {
      ReturnsChart(state).draw(on: &canvas, in: content)
      return
    }
    guard let columns = columns(of: pane, in: content.size, glyphs: canvas.glyphs) else {
      Paragraph(emptyText, .muted).draw(on: &canvas, in: content)
      return
    }
    let drawn = PartStack(columns, width: content.width, gap: Self.gap, height: content.height)
    drawn.draw(isFocused ? cursor(of: pane) : nil, on: &canvas, in: content)
    if drawn.height > content.height, content.height > 2 {
      let first = drawn.offset(isFocused ? cursor(of: pane) : nil, height: content.height)
      let bar = Rect(x: area.right - 1, y: content.y, width: 1, height: content.height)
      Scrollbar(rows: first..<first + content.height, count: drawn.height).draw(on: &canvas, in: bar)
    }
  }

  /// Where the keyboard is within a pane.
  func cursor(of pane: CampaignsPane) -> PageCursor { state.campaigns.cursors[pane] ?? PageCursor() }

  /// What the pane with the keyboard is made of; nil where there is nothing yet.
  var stack: PartStack? {
    let pane = state.campaigns.focus
    guard pane != .list, pane != .returns, let content = CampaignsLayout(state).content(of: pane),
      let columns = columns(of: pane, in: content.size, glyphs: .unicode)
    else { return nil }
    return PartStack(columns, width: content.width, gap: Self.gap, height: content.height)
  }

  /// The names of the pages of a pane; beside the metrics it is the others.
  static func tabs(_ page: CampaignsPane, _ layout: CampaignsLayout) -> Tabs {
    let pages = pages(layout)
    return Tabs(pages.map { Tabs.Tab(key: "", title: $0.title) }, selection: pages.firstIndex(of: page) ?? 0)
  }

  /// The pages that the names stand for.
  static func pages(_ layout: CampaignsLayout) -> [CampaignsPane] {
    let isBeside =
      layout.panes[.metrics] != nil && layout.panes.keys.contains { $0 != .metrics && CampaignsPane.pages.contains($0) }
    return isBeside ? CampaignsPane.pages.filter { $0 != .metrics } : CampaignsPane.pages
  }

  // MARK: Borders

  private func title(
    _ pane: CampaignsPane, _ layout: CampaignsLayout, _ area: Rect, _ glyphs: Glyphs
  ) -> StyledLine {
    let span = state.campaigns.board.map { state.campaigns.period.words($0.span) } ?? ""
    switch pane {
    case .portfolio: return [Span(pane.title, .title), Span(span.isEmpty ? "" : ", \(span)", .muted)]
    case .returns: return StyledLine(pane.title, .title)
    case .news: return StyledLine(pane.title, .title)
    default: break
    }
    guard let row = state.campaigns.selected else { return StyledLine(pane.title, .title) }
    let hasTabs = layout.pageTabs.map { area.contains($0.origin) } ?? (layout.tabs != nil)
    let name = hasTabs ? row.campaign.name : "\(pane.title) of \(row.campaign.name)"
    let room = area.width - detail(pane, glyphs).columns(glyphs: glyphs) - 7 - span.count
    let mark = state.discovery.marks.contains(.campaign(row.id)) ? " " + String(glyphs.changed) : ""
    return [
      Span(TextWidth.clip(Printable.sanitised(name), to: max(8, room), glyphs: glyphs), .title), Span(mark, .accent),
      Span(", \(span)", .muted),
    ]
  }

  private func detail(_ pane: CampaignsPane, _ glyphs: Glyphs) -> StyledLine {
    let campaigns = state.campaigns
    switch pane {
    case .portfolio:
      let alerts = campaigns.board?.alerts.count ?? 0
      return alerts > 0 ? StyledLine("! \(Quantity.count(alerts, "alert"))", Style.warning.bold) : .empty
    case .returns: return StyledLine(ReturnsChart(state).detail, .muted)
    case .news: return .empty
    default:
      guard let row = campaigns.selected else { return .empty }
      return row.campaign.standing(at: state.now).line(glyphs) + "  "
        + StyledLine(row.row.earning.words, row.row.earning.style)
    }
  }

  private var emptyText: String {
    let campaigns = state.campaigns
    if let failure = campaigns.failure { return "\(failure); r tries again." }
    guard let board = campaigns.board else { return "Reading …" }
    if board.rows.isEmpty {
      return "There is no campaign yet: n makes one, and opportune import campaign-metrics reads some."
    }
    if campaigns.selected != nil { return "Reading …" }
    return campaigns.table.isFiltered
      ? "No campaign has these words; esc takes the filter away." : "Select a campaign to see all of it."
  }

  // MARK: Pages

  /// The least width at which the parts of a page stand in two columns.
  private static func twoColumns(_ pane: CampaignsPane) -> Int {
    switch pane {
    case .metrics: 128
    case .forecast, .budget, .news: 110
    default: 100
    }
  }

  private func columns(of pane: CampaignsPane, in size: Size, glyphs: Glyphs) -> [[PagePart]]? {
    guard let board = state.campaigns.board else { return nil }
    if pane == .portfolio { return PortfolioPage(state, board, size: size, glyphs: glyphs).columns }
    let columns: [[PagePart]]
    if pane == .news {
      columns = NewsPage(state, board, glyphs: glyphs).columns
    } else {
      guard let sheet = state.campaigns.currentSheet else { return nil }
      let context = CampaignPageContext(state: state, sheet: sheet, size: size, glyphs: glyphs)
      columns = Self.page(pane, context)
    }
    return size.width >= Self.twoColumns(pane) ? columns : [columns.flatMap(\.self)]
  }

  private static func page(_ pane: CampaignsPane, _ context: CampaignPageContext) -> [[PagePart]] {
    switch pane {
    case .metrics: MetricsPage(context).columns
    case .profit: ProfitPage(context).columns
    case .trend: TrendPage(context).columns
    case .segments: CampaignSegmentsPage(context).columns
    case .hours: HoursPage(context).columns
    case .cohorts: CohortsPage(context).columns
    case .compare: ComparePage(context).columns
    case .budget: BudgetPage(context).columns
    case .forecast: ForecastPage(context).columns
    case .portfolio, .returns, .list, .news: []
    }
  }

  /// What the page with the keyboard has as rows of a file; nil where that is the list's.
  var rows: NumberNote.Rows? {
    guard let sheet = state.campaigns.currentSheet else { return nil }
    let context = CampaignPageContext(state: state, sheet: sheet, size: state.size, glyphs: .unicode)
    switch state.campaigns.focus {
    case .segments: return CampaignSegmentsPage.rows(sheet.segments, sheet.campaign, state.formats)
    case .cohorts: return CohortsPage.rows(context)
    case .compare: return sheet.comparison.map { ComparePage.rows($0, context) }
    case .trend: return TrendPage.rows(context)
    case .hours: return HoursPage.rows(context)
    case .forecast:
      let series = state.campaigns.measure.series
      return (sheet.forecasts.first { $0.series == series } ?? sheet.forecasts.first)
        .map { ForecastPage.rows($0, context) }
    case .metrics, .profit: return MetricsPage.rows(context)
    case .budget, .portfolio, .returns, .list, .news: return nil
    }
  }
}

extension CampaignPeriod {
  /// `last 30 days`, `2026-10-23 to 2026-11-21`, `since its first day`.
  func words(_ span: DateSpan) -> String {
    switch self {
    case .last(let days): "last \(Quantity.count(days, "day"))"
    case .span: span.description
    case .lifetime: "since the first day"
    }
  }
}
