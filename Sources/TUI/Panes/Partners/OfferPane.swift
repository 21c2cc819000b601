import Canvas
import Core

/// All of one offer, scrolled where it does not fit: one column of sections, or two where there is room.
struct OfferPane {
  private let state: State

  /// From this width on, the sections stand in two columns.
  private static let twoColumns = 112
  private static let gap = 3

  init(_ state: State) {
    self.state = state
  }

  /// Draws the pane with its border.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let isFocused = state.partners.focus == .offer
    guard let row = state.partners.selectedOffer else {
      let inside = Panel("Offer", isFocused: isFocused).draw(on: &canvas, in: area)
      Paragraph(emptyText, .muted).draw(on: &canvas, in: inside.inset(horizontal: 1, vertical: 0))
      return
    }
    let standing = row.standing.line(canvas.glyphs)
    let room = area.width - standing.columns(glyphs: canvas.glyphs) - 7
    let title = TextWidth.clip(Printable.sanitised(row.offer.title), to: max(8, room), glyphs: canvas.glyphs)
    let panel = Panel(StyledLine(title, .title), detail: standing, isFocused: isFocused)
    let inside = panel.draw(on: &canvas, in: area).inset(horizontal: 1, vertical: 0)
    let page = page(row, width: inside.width, glyphs: canvas.glyphs)
    let first = Scrolling.offset(state.partners.scroll, keeping: nil, height: inside.height, count: page.size.height)
    canvas.put(page, from: first, in: inside)
    if page.size.height > inside.height, inside.height > 2 {
      let bar = Rect(x: area.right - 1, y: inside.y, width: 1, height: inside.height)
      Scrollbar(rows: first..<first + inside.height, count: page.size.height).draw(on: &canvas, in: bar)
    }
  }

  /// The last scroll position at which the pane is still full.
  var longestScroll: Int {
    guard let area = PartnersLayout(state).panes[.offer], let row = state.partners.selectedOffer else { return 0 }
    let inside = area.inset(by: 1).inset(horizontal: 1, vertical: 0)
    return max(0, page(row, width: inside.width, glyphs: .unicode).size.height - inside.height)
  }

  /// Everything, drawn whole.
  private func page(_ row: OfferRow, width: Int, glyphs: Glyphs) -> Canvas {
    let sheet = OfferSheetSections(state, row, glyphs: glyphs)
    let columns =
      width >= Self.twoColumns ? [sheet.about + sheet.earned, sheet.reach + sheet.past] : [sheet.all]
    let areas = Rect(x: 0, y: 0, width: width, height: 1).columns(columns.count, gap: Self.gap)
    let heights = zip(columns, areas).map { column, area in
      column.reduce(0) { $0 + $1.rows(area.width) + 1 }
    }
    var page = Canvas(size: Size(width: width, height: max(0, (heights.max() ?? 0) - 1)), glyphs: glyphs)
    for (column, area) in zip(columns, areas) {
      var y = 0
      for section in column {
        let rows = section.rows(area.width)
        section.draw(&page, Rect(x: area.x, y: y, width: area.width, height: rows))
        y += rows + 1
      }
    }
    return page
  }

  private var emptyText: String {
    if state.partners.board == nil || state.partners.isReadingOffers { return "Reading …" }
    return state.partners.offerTable.isFiltered
      ? "No offer has these words; esc takes the filter away." : "Select an offer to see all of it."
  }
}

/// A part of a page, with a row of air after it.
struct PageSection {
  /// How many rows it takes in so many columns.
  let rows: (_ width: Int) -> Int
  let draw: (inout Canvas, Rect) -> Void

  init(rows: @escaping (_ width: Int) -> Int, draw: @escaping (inout Canvas, Rect) -> Void) {
    self.rows = rows
    self.draw = draw
  }

  /// Lines of text that depend on the width.
  init(_ lines: @escaping (_ width: Int) -> [StyledLine], glyphs: Glyphs) {
    rows = { Paragraph(lines($0)).wrapped(to: $0, glyphs: glyphs).count }
    draw = { canvas, area in Paragraph(lines(area.width)).draw(on: &canvas, in: area) }
  }

  /// Lines of text below a heading; an empty heading is none.
  init(_ heading: String, _ lines: [StyledLine], glyphs: Glyphs) {
    let all = (heading.isEmpty ? [] : [StyledLine(heading, .header)]) + lines
    rows = { Paragraph(all).wrapped(to: $0, glyphs: glyphs).count }
    draw = { canvas, area in Paragraph(all).draw(on: &canvas, in: area) }
  }

  /// A chart of a fixed height below a heading.
  init(_ heading: String, height: Int, chart: @escaping (inout Canvas, Rect) -> Void) {
    rows = { _ in height + 1 }
    draw = { canvas, area in
      let (top, rest) = area.splitTop(1)
      canvas.put(StyledLine(heading, .header), at: top.origin, width: top.width)
      chart(&canvas, rest)
    }
  }
}
