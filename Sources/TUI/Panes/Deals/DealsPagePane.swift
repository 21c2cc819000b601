import Canvas
import Core

/// The page about what is selected on the Rules screen, in its border, scrolled where it does not fit.
struct DealsPagePane {
  private let state: State

  private static let gap = 3

  init(_ state: State) {
    self.state = state
  }

  /// Draws the page with its border.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let isFocused = state.deals.focus == .page
    let content = area.inset(by: 1).inset(horizontal: 1, vertical: 0)
    guard let page = state.deals.currentPage else {
      Panel(StyledLine("Page", .title), isFocused: isFocused).draw(on: &canvas, in: area)
      Paragraph(emptyText, .muted).draw(on: &canvas, in: content)
      return
    }
    let context = DealsPageContext(state, size: content.size, glyphs: canvas.glyphs)
    let (title, detail) = titles(page, context)
    let room = max(8, area.width - detail.columns(glyphs: canvas.glyphs) - 7)
    Panel(title.clipped(to: room, glyphs: canvas.glyphs), detail: detail, isFocused: isFocused)
      .draw(on: &canvas, in: area)
    let drawn = drawing(of: page, context)
    let first = Scrolling.offset(
      isFocused ? state.deals.scroll : 0, keeping: nil, height: content.height, count: drawn.size.height)
    canvas.put(drawn, from: first, in: content)
    if drawn.size.height > content.height, content.height > 2 {
      let bar = Rect(x: area.right - 1, y: content.y, width: 1, height: content.height)
      Scrollbar(rows: first..<first + content.height, count: drawn.size.height).draw(on: &canvas, in: bar)
    }
  }

  /// The last scroll position at which the page is still full.
  var longestScroll: Int {
    guard let page = state.deals.currentPage, let content = DealsLayout(state).content else { return 0 }
    let context = DealsPageContext(state, size: content.size, glyphs: .unicode)
    return max(0, drawing(of: page, context).size.height - content.height)
  }

  private var emptyText: String {
    let deals = state.deals
    if let failure = deals.failure { return "\(failure); r tries again." }
    guard let board = deals.board else { return "Reading …" }
    if deals.subject != nil { return "Reading …" }
    if board.rules.isEmpty, deals.list == .rules {
      return "n writes a rule: what you want to be told of, in words. Beside it stands what it would find."
    }
    return "Nothing is selected."
  }

  private func titles(_ page: DealsPage, _ context: DealsPageContext) -> (StyledLine, StyledLine) {
    switch page {
    case .rule(let sheet): (StyledLine(sheet.rule.name, .title), RulePage(sheet, context).standing)
    case .alert(let sheet): (StyledLine(sheet.item.title, .title), InboxRow(item: sheet.item).standing)
    case .watch(let sheet): (StyledLine(sheet.summary.title, .title), WatchRow(summary: sheet.summary).standing)
    case .listing(let sheet): (StyledLine(sheet.listing.title, .title), ListingPage(sheet, context).standing)
    }
  }

  /// Everything on a page, drawn whole.
  private func drawing(of page: DealsPage, _ context: DealsPageContext) -> Canvas {
    let sections =
      switch page {
      case .rule(let sheet): RulePage(sheet, context).sections
      case .alert(let sheet): AlertPage(sheet, context).sections
      case .watch(let sheet): WatchPage(sheet, context).sections
      case .listing(let sheet): ListingPage(sheet, context).sections
      }
    let width = context.size.width
    let heights = sections.map { $0.rows(width) }
    let height = heights.reduce(0) { $0 + $1 + 1 }
    var drawn = Canvas(size: Size(width: width, height: max(0, height - 1)), glyphs: context.glyphs)
    var y = 0
    for (section, rows) in zip(sections, heights) {
      section.draw(&drawn, Rect(x: 0, y: y, width: width, height: rows))
      y += rows + 1
    }
    return drawn
  }
}

/// What every page of the Rules screen is drawn from.
struct DealsPageContext {
  let state: State
  /// Of the place that the page has.
  let size: Size
  let glyphs: Glyphs

  init(_ state: State, size: Size, glyphs: Glyphs) {
    self.state = state
    self.size = size
    self.glyphs = glyphs
  }

  var formats: Formats { state.formats }
  /// The clock of whoever is told.
  var zone: ZoneTable { state.deals.board?.zone ?? state.zone }

  /// Text below a heading; without lines nothing.
  func text(_ heading: String, _ lines: [StyledLine]) -> PageSection { PageSection(heading, lines, glyphs: glyphs) }

  /// `label    words`, the label in a column of its own.
  func fact(_ label: String, _ words: String, _ style: Style = .text) -> StyledLine {
    [Span(TextWidth.pad(label, to: 12) + " ", .muted), Span(words, style)]
  }

  /// The newest alerts below a heading that says when there are older ones, a line for each.
  func newest(_ alerts: [InboxItem], line: (InboxItem) -> StyledLine) -> PageSection {
    let most = 8
    return text(alerts.count > most ? "Its latest \(most) alerts" : "Its alerts", alerts.prefix(most).map(line))
  }

  func price(_ price: Money?) -> String { DealsCells.price(price, formats) }
  func moment(_ instant: Timestamp) -> String { formats.moment(instant, in: zone) }
}
