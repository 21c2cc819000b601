import Canvas
import Core

/// A list of the Partners screen in its border: of partners, or of offers.
struct PartnersListPane<Row: ListRow> {
  let state: State
  let pane: PartnersPane
  let title: String
  let table: TableState<Row>
  let columns: [ListColumn<Row>]
  /// What the rows are, as in "12 offers", and how many of them there are.
  let noun: String
  var total: Int?
  /// What the list says where it has no rows.
  let emptyText: String

  private var isFocused: Bool { state.partners.focus == pane }

  /// Draws the list; returns where the filter is being typed.
  func draw(on canvas: inout Canvas, in area: Rect) -> Point? {
    let shown = clickable(in: area).columns.map { columns[$0.index].id }
    let border = BorderText(table, noun, of: total, columns: shown)
      .fitted(beside: title, in: area.width, glyphs: canvas.glyphs)
    let panel = Panel(title, detail: state.partners.board == nil ? "" : border, isFocused: isFocused)
    let (line, list) = FilterLine.split(panel.draw(on: &canvas, in: area), table)
    let cursor = FilterLine(table)?.draw(on: &canvas, in: line)
    let drawn = drawing(canvas.glyphs)
    drawn.draw(on: &canvas, in: drawn.area(in: list))
    return cursor
  }

  /// The table and where it stands, for clicks.
  func clickable(in area: Rect) -> TableLayout {
    let drawn = drawing(.unicode)
    return drawn.layout(in: drawn.area(in: FilterLine.split(area.inset(by: 1), table).list))
  }

  /// The column whose header is at a point of the screen, by its id.
  func column(at point: Point, in area: Rect) -> String? {
    clickable(in: area).headerColumn(at: point).map { columns[$0].id }
  }

  private func drawing(_ glyphs: Glyphs) -> Table {
    table.table(
      columns, isFocused: isFocused, emptyText: table.isFiltered ? FilterLine.nothing : emptyText,
      state.cellContext(glyphs))
  }
}

extension State {
  /// The list of partners.
  var partnersList: PartnersListPane<PartnerRow> {
    PartnersListPane(
      state: self, pane: .partners, title: "Partners", table: partners.partnerTable,
      columns: PartnerRow.columns.filter(\.isDrawn),
      noun: "partners, last \(partners.board?.days ?? 30) days",
      // The line of all together is no partner.
      total: partners.board?.partners.count,
      emptyText: readingText ?? "No partner is known yet. 'opportune import offers FILE' brings partners and offers in."
    )
  }

  /// The list of the selected partner's offers.
  var offersList: PartnersListPane<OfferRow> {
    let one = partners.partnerTable.selected.flatMap { $0.id == .all ? nil : $0.name }
    return PartnersListPane(
      state: self, pane: .offers, title: one.map { "Offers of \($0)" } ?? "Offers", table: partners.offerTable,
      columns: OfferRow.columns(ofOnePartner: one != nil), noun: "offers",
      emptyText: readingText
        ?? (partners.isReadingOffers
          ? "Reading …" : one.map { "\($0) has no offers yet." } ?? "Nobody has offered anything yet."))
  }

  /// What stands in the place of lists that are not read yet.
  private var readingText: String? {
    guard partners.board == nil else { return nil }
    return partners.failure == nil ? "Reading …" : "Could not be read; r tries again."
  }
}
