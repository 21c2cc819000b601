import Canvas
import Core

/// A watch in the list.
package struct WatchRow: Equatable, Sendable {
  package let summary: WatchSummary

  package var watch: Watch { summary.watch }

  /// How far the price is from the threshold; nil where it is not known.
  var distance: Double? {
    guard let price = summary.price, price.currency == watch.threshold.currency, watch.threshold.cents > 0 else {
      return nil
    }
    return Double(price.cents - watch.threshold.cents) / Double(watch.threshold.cents)
  }

  /// Whether the price is where it is waited for.
  var isReached: Bool { distance.map { $0 <= 0 } ?? false }

  /// `reached`, `+12 %` away; and where it is at its lowest.
  var standing: StyledLine {
    guard let distance else { return StyledLine("no price", .muted) }
    if isReached { return StyledLine("reached", Style.positive.bold) }
    return StyledLine("\(Number.change(distance)) away", .muted)
  }
}

extension WatchRow: ListRow {
  package var id: Watch.ID { watch.id }

  package static let listName = "watches"

  private static let courseColumns = 12

  package static let columns: [ListColumn<Self>] = [
    ListColumn(
      "title", Column("what", minimum: 14, ideal: 28, isFlexible: true, priority: 12),
      key: { .text($0.summary.title) }, words: { $0.summary.title }, value: { row, _ in .string(row.summary.title) },
      cell: { row, context in
        let mark = context.changes.contains(.watch(row.id)) ? String(context.glyphs.changed) : ""
        return [Span(row.summary.title), Span(mark, .accent)]
      }),
    ListColumn(
      "price_cents", Column("price", align: .right, minimum: 9, priority: 11),
      key: { .integer($0.summary.price?.cents) },
      width: { $0.moneyColumns(9) }, value: { row, _ in row.summary.price.map { .integer($0.cents) } ?? .null },
      cell: { row, context in
        StyledLine(DealsCells.price(row.summary.price, context.formats), row.isReached ? Style.positive.bold : .text)
      }),
    ListColumn(
      "threshold_cents", Column("tell at", align: .right, minimum: 9, priority: 10),
      key: { .integer($0.watch.threshold.cents) }, width: { $0.moneyColumns(9) },
      value: { row, _ in .integer(row.watch.threshold.cents) },
      cell: { row, context in StyledLine(context.formats.money(row.watch.threshold), .muted) }),
    ListColumn(
      "standing", Column("", minimum: 10, priority: 9), key: { $0.distance.map { .number($0) } ?? .missing },
      value: { row, _ in .bool(row.isReached) }, cell: { row, _ in row.standing }),
    ListColumn(
      "course", Column("90 days", minimum: courseColumns, priority: 5), value: nil,
      cell: { row, context in
        let values = row.summary.course.map { $0.map(Double.init) }
        return StyledLine(
          Sparkline(values, startsAtZero: false).text(width: courseColumns, glyphs: context.glyphs),
          row.summary.record == nil ? .accent : .positive)
      }),
    ListColumn(
      "record", Column("", minimum: 6, priority: 6), key: { .number(Double($0.summary.record?.days ?? 0)) },
      startsDescending: true, value: { row, _ in row.summary.record.map { .string($0.words) } ?? .null },
      cell: { row, _ in StyledLine(row.summary.record == nil ? "" : "lowest", .positive) }),
    ListColumn(file: "watch_id") { row, _ in .id(row.id) },
    ListColumn(file: "currency") { row, _ in .string(row.watch.threshold.currency.code) },
    ListColumn(file: "triggers") { row, _ in .count(row.watch.triggers) },
  ]
}
