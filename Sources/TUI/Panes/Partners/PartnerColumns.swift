import Canvas
import Core

/// A line of the list of partners: one of them, or all of them together.
package struct PartnerRow: Hashable, Sendable {
  /// What is selected.
  package enum Key: Hashable, Sendable {
    case all
    case one(Partner.ID)

    /// Nil is every partner.
    package var partnerID: Partner.ID? {
      if case .one(let id) = self { id } else { nil }
    }
  }

  package let id: Key
  package let name: String
  package let category: String
  package let offers: Int
  package let active: Int
  package let pending: Int
  package let full: Int
  package let openClaims: Int
  /// Nil where amounts of several currencies would have to be added.
  package let revenueCents: Int64?
  package let commissionDueCents: Int64?
  package let currency: Currency

  /// One line a partner; before them all together, where there are several.
  package static func rows(of partners: [PartnerSummary]) -> [PartnerRow] {
    let rows = partners.map { Self($0) }
    return rows.count > 1 ? [Self(sumOf: partners)] + rows : rows
  }

  private init(_ summary: PartnerSummary) {
    id = .one(summary.partner.id)
    name = summary.partner.name
    category = summary.partner.category
    offers = summary.offers
    active = summary.active
    pending = summary.pending
    full = summary.full
    openClaims = summary.openClaims
    revenueCents = summary.revenueCents
    commissionDueCents = summary.commissionDueCents
    currency = summary.partner.currency
  }

  private init(sumOf partners: [PartnerSummary]) {
    let currencies = Set(partners.map(\.partner.currency))
    id = .all
    name = "All \(Number.grouped(partners.count)) partners"
    category = ""
    offers = partners.reduce(0) { $0 + $1.offers }
    active = partners.reduce(0) { $0 + $1.active }
    pending = partners.reduce(0) { $0 + $1.pending }
    full = partners.reduce(0) { $0 + $1.full }
    openClaims = partners.reduce(0) { $0 + $1.openClaims }
    revenueCents = currencies.count == 1 ? partners.reduce(0) { $0 + $1.revenueCents } : nil
    commissionDueCents = currencies.count == 1 ? partners.reduce(0) { $0 + $1.commissionDueCents } : nil
    currency = partners.first?.partner.currency ?? .usd
  }

  /// What needs a look first, with a sign, and how it looks.
  func status(_ glyphs: Glyphs) -> StyledLine {
    let (sign, words, style): (Unicode.Scalar, String, Style) =
      if pending > 0 {
        ("?", "\(Number.grouped(pending)) pending", .warning)
      } else if full > 0 {
        ("!", "\(Number.grouped(full)) full", .warning)
      } else if active > 0 {
        (glyphs.play, "active", .positive)
      } else if offers > 0 {
        (glyphs.pause, "none active", .muted)
      } else {
        (glyphs.dot, "no offers", .muted)
      }
    return StyledLine("\(sign) \(words)", style)
  }
}

/// The list of partners.
extension PartnerRow: ListRow {
  package static let listName = "partners"

  /// All together stand first in any order.
  package var standsFirst: Bool { id == .all }

  package static let columns: [ListColumn<Self>] = [
    ListColumn(
      "partner", Column("partner", minimum: 16, ideal: 24, isFlexible: true, priority: 9), key: { .text($0.name) },
      words: \.name, value: { row, _ in .string(row.name) },
      cell: { row, context in
        let isChanged = row.id.partnerID.map { context.changes.contains(.partner($0)) } ?? false
        let mark = isChanged ? String(context.glyphs.changed) : ""
        return [Span(row.name, row.id == .all ? .title : .text), Span(mark, .accent)]
      }),
    ListColumn(
      "status", Column("status", minimum: 13, priority: 8),
      key: { row in .number(Double(row.pending * 1_000_000 + row.full * 1000 + min(row.active, 999))) },
      startsDescending: true, words: { "\($0.pending > 0 ? "pending " : "")\($0.full > 0 ? "full" : "")" }, value: nil,
      cell: { row, context in row.status(context.glyphs) }),
    ListColumn(
      "offers", Column("offers", align: .right, minimum: 6, priority: 5), key: { .number(Double($0.offers)) },
      startsDescending: true, value: { row, _ in .count(row.offers) },
      cell: { row, _ in StyledLine(Number.grouped(row.offers)) }),
    ListColumn(
      "open_claims", Column("claims", align: .right, minimum: 6, priority: 4),
      key: { .number(Double($0.openClaims)) }, startsDescending: true, value: { row, _ in .count(row.openClaims) },
      cell: { row, _ in StyledLine(Number.grouped(row.openClaims), row.openClaims > 0 ? .text : .muted) }),
    ListColumn(
      "revenue_cents", Column("revenue", align: .right, minimum: 11, priority: 6),
      key: { .integer($0.revenueCents) }, startsDescending: true, width: { $0.moneyColumns(11) },
      value: { row, _ in .optional(row.revenueCents) },
      cell: { row, context in row.amount(row.revenueCents, context) }),
    ListColumn(
      "commission_due_cents", Column("due", align: .right, minimum: 10, priority: 3),
      key: { .integer($0.commissionDueCents) }, startsDescending: true, width: { $0.moneyColumns(10) },
      value: { row, _ in .optional(row.commissionDueCents) },
      cell: { row, context in row.amount(row.commissionDueCents, context) }),
    ListColumn(
      "category", Column("category", minimum: 9, priority: 1), key: { .text($0.category) }, words: \.category,
      value: { row, _ in .string(row.category) }, cell: { row, _ in StyledLine(row.category, .muted) }),
    ListColumn(
      "partner_id", Column("no.", align: .right, minimum: 4, priority: 0),
      key: { .integer($0.id.partnerID?.value) }, words: { $0.id.partnerID.map { String($0.value) } ?? "" },
      value: { row, _ in .id(row.id.partnerID) },
      cell: { row, _ in StyledLine(row.id.partnerID?.description ?? "", .muted) }),
    ListColumn(file: "active_offers") { row, _ in .count(row.active) },
    ListColumn(file: "pending_offers") { row, _ in .count(row.pending) },
    ListColumn(file: "full_offers") { row, _ in .count(row.full) },
    ListColumn(file: "currency") { row, _ in .string(row.currency.code) },
  ]

  private func amount(_ cents: Int64?, _ context: CellContext) -> StyledLine {
    guard let cents else { return StyledLine("several", .muted) }
    return StyledLine(context.formats.money(Money(cents: cents, currency)), cents == 0 ? .muted : .text)
  }
}
