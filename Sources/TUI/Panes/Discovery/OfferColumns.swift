import Canvas
import Core

/// An offer that is shown, with the name of who offers it.
package struct RankedRow: Hashable, Sendable {
  package let offer: RankedOffer
  package let partnerName: String
}

/// The list of offers a person is shown.
extension RankedRow: ListRow {
  package var id: Offer.ID { offer.offer.id }

  package static let listName = "ranked"

  package static let columns: [ListColumn<Self>] =
    [
      ListColumn(
        "score", Column("score", align: .right, minimum: 5, priority: 9), key: { .number($0.offer.score) },
        startsDescending: true, value: { row, _ in .number(row.offer.score) },
        cell: { row, context in
          let mark = context.changes.contains(.score(row.id)) ? String(context.glyphs.changed) : ""
          return [Span(mark, .accent), Span(String(row.offer.shownScore))]
        }),
      ListColumn(
        "parts", Column("", minimum: 10, priority: 2), value: nil,
        cell: { row, context in
          FactorBars(row.offer).stacked(width: 10, glyphs: context.glyphs)
        }),
      ListColumn(
        "offer", Column("offer", minimum: 18, ideal: 26, isFlexible: true, priority: 8),
        key: { .text($0.offer.offer.title) }, words: \.offer.offer.title,
        value: { row, _ in .string(row.offer.offer.title) },
        cell: { row, _ in
          StyledLine(row.offer.offer.title)
        }),
      ListColumn(
        "partner", Column("partner", minimum: 8, ideal: 18, isFlexible: true, priority: 5),
        key: { .text($0.partnerName) }, words: \.partnerName, value: { row, _ in .string(row.partnerName) },
        cell: { row, _ in
          StyledLine(row.partnerName, .muted)
        }),
      ListColumn(
        "walk_minutes", Column("walk", align: .right, minimum: 6, priority: 4),
        key: { .number($0.offer.walk.distance.value) }, value: { row, _ in .number(row.offer.walk.minutes) },
        cell: { row, _ in
          StyledLine("\(Int(row.offer.walk.minutes.rounded(.up))) min")
        }),
      ListColumn(
        "worth_cents", Column("worth", align: .right, minimum: 7, priority: 6),
        key: { .integer($0.offer.valueCents) }, startsDescending: true, width: { $0.moneyColumns(7) },
        value: { row, _ in .integer(row.offer.valueCents) },
        cell: { row, context in
          StyledLine(context.formats.money(Money(cents: row.offer.valueCents, row.offer.offer.currency)))
        }),
      ListColumn(file: "currency") { row, _ in .string(row.offer.offer.currency.code) },
      ListColumn(file: "walk_metres") { row, _ in .number(row.offer.walk.distance.value) },
      ListColumn(file: "category") { row, _ in .string(row.offer.offer.category) },
      ListColumn(file: "offer_id") { row, _ in .id(row.id) },
      ListColumn(file: "partner_id") { row, _ in .id(row.offer.offer.partnerID) },
    ]
    + OfferFactor.allCases.map { factor in
      ListColumn(file: "\(factor.rawValue)_points") { row, _ in
        .optional(row.offer.parts.first { $0.factor == factor }?.points.points)
      }
    }
}

/// An offer that is not shown, with the name of who offers it.
package struct HeldBackRow: Hashable, Sendable {
  package let offer: HeldBackOffer
  package let partnerName: String
}

/// The list of offers that are held back.
extension HeldBackRow: ListRow {
  package var id: Offer.ID { offer.offer.id }

  package static let listName = "held_back"

  package static let columns: [ListColumn<Self>] = [
    ListColumn(
      "offer", Column("offer", minimum: 14, ideal: 26, isFlexible: true, priority: 8),
      key: { .text($0.offer.offer.title) }, words: \.offer.offer.title,
      value: { row, _ in .string(row.offer.offer.title) },
      cell: { row, _ in
        StyledLine(row.offer.offer.title)
      }),
    ListColumn(
      "reason", Column("because", minimum: 36, ideal: 39, isFlexible: true, priority: 9),
      key: { .text($0.offer.reason.sentence) }, words: \.offer.reason.sentence,
      value: { row, _ in .string(row.offer.reason.sentence) },
      cell: { row, context in
        StyledLine(context.formats.sentence(of: row.offer.reason, in: context.zone), .muted)
      }),
    ListColumn(
      "partner", Column("partner", minimum: 12, ideal: 18, isFlexible: true, priority: 1),
      key: { .text($0.partnerName) }, words: \.partnerName, value: { row, _ in .string(row.partnerName) },
      cell: { row, _ in
        StyledLine(row.partnerName, .muted)
      }),
    ListColumn(
      "walk_minutes", Column("walk", align: .right, minimum: 6, priority: 3),
      key: { .number($0.offer.walk.distance.value) }, value: { row, _ in .number(row.offer.walk.minutes) },
      cell: { row, _ in
        StyledLine("\(Int(row.offer.walk.minutes.rounded(.up))) min", .muted)
      }),
    ListColumn(file: "code") { row, _ in .string(row.offer.reason.code.name) },
    ListColumn(file: "walk_metres") { row, _ in .number(row.offer.walk.distance.value) },
    ListColumn(file: "category") { row, _ in .string(row.offer.offer.category) },
    ListColumn(file: "offer_id") { row, _ in .id(row.id) },
    ListColumn(file: "partner_id") { row, _ in .id(row.offer.offer.partnerID) },
  ]
}
