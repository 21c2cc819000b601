import Canvas
import Core

/// A stored listing in the list, with what the selected rule says of it.
package struct ListingRow: Equatable, Sendable {
  package let row: ListingsPage.Row

  package var listing: Listing { row.listing }

  /// `found`, or what is in the way.
  var verdict: StyledLine {
    guard let matches = row.matches else { return .empty }
    if matches { return StyledLine("found", .positive) }
    let more = row.unmet.count > 1 ? " +\(row.unmet.count - 1)" : ""
    return [Span("no ", .warning), Span((row.unmet.first?.word ?? "") + more, .muted)]
  }
}

extension RuleCriterion {
  /// As in a narrow column.
  var word: String {
    switch self {
    case .keywords: "words"
    case .excludes: "excluded"
    case .category: "category"
    case .condition: "condition"
    case .price: "price"
    case .place: "place"
    case .score: "score"
    }
  }
}

extension ListingRow: ListRow {
  package var id: Listing.ID { listing.id }

  package static let listName = "listings"

  package static let columns: [ListColumn<Self>] = [
    ListColumn(
      "title", Column("listing", minimum: 14, ideal: 30, isFlexible: true, priority: 12),
      key: { .text($0.listing.title) },
      words: { "\($0.listing.title) \($0.listing.category ?? "") \($0.listing.place ?? "") \($0.listing.source)" },
      value: { row, _ in .string(row.listing.title) }, cell: { row, _ in StyledLine(row.listing.title) }),
    ListColumn(
      "price_cents", Column("price", align: .right, minimum: 9, priority: 11),
      key: { .integer($0.listing.price?.cents) },
      width: { $0.moneyColumns(9) }, value: { row, _ in row.listing.price.map { .integer($0.cents) } ?? .null },
      cell: { row, context in StyledLine(DealsCells.price(row.listing.price, context.formats)) }),
    ListColumn(
      "score", Column("score", align: .right, minimum: 5, priority: 7),
      key: { $0.listing.dealScore.map { .number($0) } ?? .missing }, startsDescending: true,
      value: { row, _ in .optional(row.listing.dealScore) },
      cell: { row, _ in StyledLine(DealsCells.score(row.listing.dealScore), .muted) }),
    ListColumn(
      "verdict", Column("found", minimum: 14, priority: 10), key: { .number(Double($0.row.unmet.count)) },
      value: { row, _ in row.row.matches.map { .bool($0) } ?? .null }, cell: { row, _ in row.verdict }),
    ListColumn(
      "category", Column("category", minimum: 10, priority: 5), key: { .text($0.listing.category ?? "") },
      value: { row, _ in row.listing.category.map { .string($0) } ?? .null },
      cell: { row, _ in StyledLine(row.listing.category ?? "", .muted) }),
    ListColumn(
      "condition", Column("condition", minimum: 9, priority: 3),
      key: { $0.listing.condition.map { .number(Double($0.grade)) } ?? .missing },
      value: { row, _ in row.listing.condition.map { .string($0.rawValue) } ?? .null },
      cell: { row, _ in StyledLine(row.listing.condition?.words ?? "", .muted) }),
    ListColumn(
      "posted", Column("seen", align: .right, minimum: 10, priority: 4),
      key: { .integer($0.listing.firstSeenAt.milliseconds) }, startsDescending: true,
      value: { row, _ in .instant(row.listing.firstSeenAt) },
      cell: { row, context in StyledLine(DealsCells.ago(row.listing.firstSeenAt, now: context.now), .muted) }),
    ListColumn(file: "listing_id") { row, _ in .id(row.id) },
    ListColumn(file: "source") { row, _ in .string(row.listing.source) },
    ListColumn(file: "currency") { row, _ in row.listing.price.map { .string($0.currency.code) } ?? .null },
    ListColumn(file: "reason") { row, _ in row.row.reason.isEmpty ? .null : .string(row.row.reason) },
  ]
}
