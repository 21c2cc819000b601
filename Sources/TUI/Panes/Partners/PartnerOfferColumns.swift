import Canvas
import Core

/// An offer in the list, with where it stands now.
///
/// The offer stands behind one reference: with every key of a filter all rows that are left are copied, and an offer's
/// two dozen fields are counted one by one where they are copied.
package struct OfferRow: Equatable, Sendable {
  private let facts: Facts
  package let standing: OfferState

  private final class Facts: Sendable {
    let summary: OfferSummary

    init(_ summary: OfferSummary) { self.summary = summary }
  }

  package var summary: OfferSummary { facts.summary }
  package var offer: Offer { facts.summary.offer }

  /// - Parameter now: the town's time.
  package init(_ summary: OfferSummary, now: Timestamp) {
    facts = Facts(summary)
    standing = summary.offer.standing(at: now)
  }

  package static func == (one: OfferRow, other: OfferRow) -> Bool {
    one.standing == other.standing && (one.facts === other.facts || one.summary == other.summary)
  }

  /// How much of its places is left, 0 to 1; nil where there is no limit.
  var shareLeft: Double? {
    offer.capacityTotal.map { Double(offer.capacityLeft ?? $0) / Double(max(1, $0)) }
  }
}

/// The list of a partner's offers.
extension OfferRow: ListRow {
  package var id: Offer.ID { offer.id }

  package static let listName = "partner_offers"

  static let barColumns = 6
  static let trendDays = 14

  package static let columns: [ListColumn<Self>] = facts + numbers + files

  /// The columns of a list: the partner only where there are several.
  static func columns(ofOnePartner isOne: Bool) -> [ListColumn<Self>] {
    columns.filter { $0.isDrawn && !(isOne && $0.id == "partner") }
  }

  private static let facts: [ListColumn<Self>] = [
    ListColumn(
      "state", Column("state", minimum: 11, priority: 8),
      key: { .integer(Int64(OfferState.allCases.firstIndex(of: $0.standing) ?? 0)) }, words: { $0.standing.rawValue },
      value: { row, _ in .string(row.standing.rawValue) },
      cell: { row, context in row.standing.line(context.glyphs) }),
    ListColumn(
      "offer", Column("offer", minimum: 16, ideal: 26, isFlexible: true, priority: 9), key: { .text($0.offer.title) },
      words: { $0.offer.title }, value: { row, _ in .string(row.offer.title) },
      cell: { row, context in
        let mark = context.changes.contains(.offer(row.id)) ? String(context.glyphs.changed) : ""
        return [Span(row.offer.title), Span(mark, .accent)]
      }),
    ListColumn(
      "partner", Column("partner", minimum: 10, ideal: 20, isFlexible: true, priority: 4),
      key: { .text($0.summary.partnerName) }, words: { $0.summary.partnerName },
      value: { row, _ in .string(row.summary.partnerName) },
      cell: { row, _ in StyledLine(row.summary.partnerName, .muted) }),
    ListColumn(
      "type", Column("type", minimum: 10, priority: 0), key: { .text($0.offer.type.title) },
      words: { $0.offer.type.title },
      value: { row, _ in .string(row.offer.type.rawValue) },
      cell: { row, _ in StyledLine(row.offer.type.title, .muted) }),
    ListColumn(
      "value", Column("gives", minimum: 12, ideal: 24, isFlexible: true, priority: 3),
      key: { .number($0.offer.value.fixedCents(typicalSpendCents: $0.offer.typicalSpendCents)) },
      startsDescending: true, value: nil,
      cell: { row, context in StyledLine(OfferWords.value(row.offer, context.formats)) }),
    ListColumn(
      "window", Column("window", minimum: 15, priority: 1),
      key: { .integer($0.offer.validUntil?.milliseconds) }, value: nil,
      cell: { row, context in StyledLine(OfferWords.shortWindow(row, zone: context.zone), .muted) }),
    ListColumn(
      "places", Column("places left", minimum: 14, priority: 7),
      key: { row in row.shareLeft.map(SortKey.number) ?? .missing },
      value: nil,
      cell: { row, context in row.places(context.glyphs) }),
  ]

  private static let numbers: [ListColumn<Self>] = [
    count("impressions", "shown", 7, priority: 4) { $0.impressions },
    count("views", "viewed", 7, priority: 2) { $0.views },
    count("acceptances", "accepted", 8, priority: 5) { $0.acceptances },
    count("redemptions", "redeemed", 8, priority: 5) { $0.redemptions },
    ListColumn(
      "revenue_cents", Column("revenue", align: .right, minimum: 10, priority: 6),
      key: { .integer($0.summary.revenueCents) }, startsDescending: true, width: { $0.moneyColumns(10) },
      value: { row, _ in .integer(row.summary.revenueCents) },
      cell: { row, context in
        StyledLine(
          context.formats.money(Money(cents: row.summary.revenueCents, row.offer.currency)),
          row.summary.revenueCents == 0 ? .muted : .text)
      }),
    ListColumn(
      "trend", Column("\(trendDays) days", minimum: trendDays, priority: 2),
      key: { .integer($0.summary.trend.suffix(trendDays).reduce(0, +)) }, startsDescending: true, value: nil,
      cell: { row, context in
        let days = row.summary.trend.suffix(trendDays)
        guard days.contains(where: { $0 > 0 }) else { return .empty }
        return StyledLine(Sparkline(days.map(Double.init)).text(width: trendDays, glyphs: context.glyphs), .accent)
      }),
  ]

  private static let files: [ListColumn<Self>] = [
    ListColumn(
      "offer_id", Column("no.", align: .right, minimum: 5, priority: 0), key: { .integer($0.id.value) },
      words: { String($0.id.value) }, value: { row, _ in .id(row.id) },
      cell: { row, _ in StyledLine(row.id.description, .muted) }),
    ListColumn(file: "partner_id") { row, _ in .id(row.offer.partnerID) },
    ListColumn(file: "category") { row, _ in .string(row.offer.category) },
    ListColumn(file: "version") { row, _ in .count(row.offer.version) },
    ListColumn(file: "discount_percent") { row, _ in .number(row.offer.value.discountPercent) },
    ListColumn(file: "amount_cents") { row, _ in .integer(row.offer.value.amountCents) },
    ListColumn(file: "parking_minutes") { row, _ in .count(row.offer.value.parkingMinutes) },
    ListColumn(file: "perks") { row, _ in .string(row.offer.value.perks.map(\.rawValue).joined(separator: " ")) },
    ListColumn(file: "currency") { row, _ in .string(row.offer.currency.code) },
    ListColumn(file: "valid_from") { row, _ in .instant(row.offer.validFrom) },
    ListColumn(file: "valid_until") { row, _ in .instant(row.offer.validUntil) },
    ListColumn(file: "capacity_total") { row, _ in .optional(row.offer.capacityTotal.map(Int64.init)) },
    ListColumn(file: "capacity_left") { row, _ in .optional(row.offer.capacityLeft.map(Int64.init)) },
  ]

  private static func count(
    _ id: String, _ title: String, _ width: Int, priority: Int, _ count: @escaping @Sendable (OfferSummary) -> Int64
  ) -> ListColumn<Self> {
    ListColumn(
      id, Column(title, align: .right, minimum: width, priority: priority), key: { .integer(count($0.summary)) },
      startsDescending: true, value: { row, _ in .integer(count(row.summary)) },
      cell: { row, _ in
        let value = count(row.summary)
        return StyledLine(Number.grouped(Int(value)), value == 0 ? .muted : .text)
      })
  }

  /// `███▌░░ 12`, `full`, or that there is no limit.
  private func places(_ glyphs: Glyphs) -> StyledLine {
    guard let total = offer.capacityTotal, let share = shareLeft else { return StyledLine("no limit", .muted) }
    let left = offer.capacityLeft ?? total
    let bar = Bar(share, width: Self.barColumns, role: share < 0.2 ? .warning : .series1, showsTrack: true)
    let words = left == 0 ? "full" : Number.grouped(left)
    return bar.line(glyphs: glyphs) + StyledLine(" \(words)", left == 0 ? .warning : .text)
  }
}
