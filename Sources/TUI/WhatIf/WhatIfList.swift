import Canvas
import Core

/// The supposed ranking beside the real one: where each offer stood, where it stands, and why it came or went; below it
/// the bars of the selected offer.
struct WhatIfList {
  let document: DiscoverDocument
  let truth: WhatIfComparison
  let table: TableState<RankedRow>
  let isFocused: Bool
  let context: CellContext

  /// Draws the rows, and the bars where there is room for them.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let (bars, list) = split(area)
    comparison.draw(on: &canvas, in: list)
    if let offer = table.selected?.offer { FactorBars(offer).draw(on: &canvas, in: bars.inset(left: 1, top: 1)) }
  }

  /// The row at a point of the screen; nil for what is gone, which cannot be selected.
  func row(at point: Point, in area: Rect) -> Int? {
    var nowhere = Canvas(size: .zero, glyphs: context.glyphs)
    let row = comparison.draw(on: &nowhere, in: split(area).rest).row(at: point)
    return row.flatMap { $0 < table.count ? $0 : nil }
  }

  /// The bars with a blank row over them, under at least six rows of the list.
  private func split(_ area: Rect) -> (bars: Rect, rest: Rect) {
    let wanted = 1 + FactorBars.lines(width: area.width - 1)
    let (bars, rest) = area.splitBottom(area.height >= wanted + 7 && table.selected != nil ? wanted : 0)
    return (bars, rest)
  }

  private var comparison: Comparison {
    Comparison(
      rows, subject: "offer", selection: table.selectedRow, isFocused: isFocused,
      emptyText: "Nothing is shown, neither really nor so.")
  }

  /// What is shown, in the order of the list, then what no longer is.
  var rows: [Comparison.Row] {
    let ranks = Dictionary(
      document.ranking.ranked.enumerated().map { ($1.offer.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    let shown = table.rows.map { row in
      let place = truth.places[row.id]
      return Comparison.Row(
        row.offer.offer.title, before: place?.rank, after: ranks[row.id],
        oldValue: place.map { "\($0.shownScore)" } ?? "",
        newValue: "\(row.offer.shownScore)", note: place == nil ? reason(row.id, in: truth.heldBack) : "")
    }
    guard !table.isFiltered else { return shown }
    return shown
      + truth.gone(from: document.ranking).map { gone in
        let place = truth.places[gone.offer.id]
        let reason = reason(gone.offer.id, in: document.ranking.heldBack)
        return Comparison.Row(
          gone.offer.title, before: place?.rank, after: nil, oldValue: place.map { "\($0.shownScore)" } ?? "",
          note: reason.isEmpty ? "off the list" : reason)
      }
  }

  private func reason(_ offer: Offer.ID, in heldBack: [HeldBackOffer]) -> String {
    let held = heldBack.first { $0.offer.id == offer }
    return held?.reason.code.words ?? ""
  }
}
