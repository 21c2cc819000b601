import Canvas
import Core

/// The page with the same numbers for kinds of people; each way of dividing them adds up to the whole.
struct CampaignSegmentsPage {
  private let context: CampaignPageContext

  private static let stripColumns = 15

  init(_ context: CampaignPageContext) {
    self.context = context
  }

  /// One table for every way of dividing people.
  var columns: [[PagePart]] {
    let dimensions = context.sheet.segments.dimensions
    guard !dimensions.isEmpty else {
      return [
        [context.text("", [StyledLine("Nobody was counted in these days, so there are no kinds of people.", .muted)])]
      ]
    }
    return [dimensions.map(table)]
  }

  private func table(_ dimension: CampaignSegments.Dimension) -> PagePart {
    let (rows, context) = (dimension.rows, context)
    let strip = Self.strip(context.sheet.segments)
    let columns = [
      Column(dimension.name, minimum: 10, ideal: 18, isFlexible: true, priority: 12),
      Column("shown", align: .right, minimum: 8, priority: 4),
      Column("viewed", align: .right, minimum: 8, priority: 2),
      Column("accepted", align: .right, minimum: 8, priority: 1),
      Column("redeemed", align: .right, minimum: 8, priority: 6),
      Column("spend", align: .right, minimum: 10, priority: 8),
      Column("revenue", align: .right, minimum: 10, priority: 9),
      Column("ROAS", minimum: 19, priority: 10),
      Column("", minimum: Self.stripColumns, priority: 3),
      Column("", minimum: 6, ideal: 18, priority: 11),
    ]
    let total = dimension.counts
    let isWhole = total == context.sheet.totals.counts
    let heading =
      "By \(dimension.name): \(Quantity.count(rows.count, "kind"))\(isWhole ? ", together the whole" : "")"
    return .table(
      heading, columns, rows: rows.count, note: { Self.note(rows[$0], dimension, context) },
      cell: { row, column in
        let (row, counts) = (rows[row], rows[row].totals.counts)
        let roas = row.totals.reading(.roas)
        let earning = roas.earning ?? .unknown
        switch column {
        case 0: return StyledLine(row.value, row.isUnknown ? .muted : .text)
        case 1: return StyledLine(CampaignCells.count(counts.impressions))
        case 2: return StyledLine(CampaignCells.count(counts.views))
        case 3: return StyledLine(CampaignCells.count(counts.acceptances))
        case 4: return StyledLine(CampaignCells.count(counts.redemptions))
        case 5: return StyledLine(context.money(micros: counts.spendMicros))
        case 6: return StyledLine(CampaignCells.money(cents: counts.revenueCents, context.currency, context.formats))
        case 7:
          guard roas.interval != nil else { return StyledLine(context.value(roas)) }
          return [Span(context.value(roas)), Span(" " + CampaignCells.interval(roas), .muted)]
        case 8:
          return strip.line(
            roas.value, roas.interval.map { $0.low...max($0.low, $0.high) }, width: Self.stripColumns,
            glyphs: context.glyphs)
        default: return StyledLine(earning.words, earning.style)
        }
      })
  }

  /// All segments on one scale, break-even marked; one wild interval does not press the others flat.
  private static func strip(_ segments: CampaignSegments) -> IntervalStrip {
    let readings = segments.dimensions.flatMap(\.rows).map { $0.totals.reading(.roas) }
    let highest = readings.compactMap { $0.interval?.high ?? $0.value }.max() ?? 2
    return IntervalStrip(scale: 0...min(6, max(2, highest)), reference: 1)
  }

  private static func note(
    _ row: CampaignSegments.Row, _ dimension: CampaignSegments.Dimension, _ context: CampaignPageContext
  ) -> NumberNote {
    let readings = CampaignMetric.allCases.map { row.totals.reading($0) }
    let roas = row.totals.reading(.roas)
    var lines = [
      "Everything counted of people who were \(row.value) (\(dimension.name)) when their parking session first counted.",
      "ROAS: \(roas.metric.definition)",
    ]
    if let reason = roas.intervalReason { lines.append("There is no interval of it: \(reason)") }
    let interval = roas.interval == nil ? "" : "  " + CampaignCells.interval(roas)
    return NumberNote(
      "\(dimension.name): \(row.value), \(context.campaign.name)",
      value: "ROAS \(context.value(roas))\(interval)  \((roas.earning ?? .unknown).words)", lines: lines,
      rows: .init(
        list: "campaign-segment",
        headings: [
          .init("metric", isText: true), .init("value"), .init("low", "from"), .init("high", "to"),
          .init("numerator"), .init("denominator"),
        ],
        rows: readings.map { reading in
          func cell(_ part: MetricReading.Part?) -> NumberNote.Cell {
            guard let part else { return .init("", .null) }
            return part.isMoney
              ? .init(context.money(micros: part.amount), .number(part.number))
              : .init(CampaignCells.count(part.amount), .integer(part.amount))
          }
          func bound(_ value: Double?) -> NumberNote.Cell {
            .init(context.number(value, reading.metric.unit), .optional(value))
          }
          return [
            .init(reading.metric.title, .string(reading.metric.rawValue)),
            .init(context.value(reading), .optional(reading.value)), bound(reading.interval?.low),
            bound(reading.interval?.high), cell(reading.numerator), cell(reading.denominator),
          ]
        }))
  }

  /// Every kind of people as a row of a file.
  static func rows(_ segments: CampaignSegments, _ campaign: Campaign, _ formats: Formats) -> NumberNote.Rows {
    NumberNote.Rows(
      list: "campaign-segments",
      headings: [.init("campaign", isText: true), .init("dimension", isText: true), .init("segment", isText: true)]
        + NumberNote.countHeadings + [.init("roas_low"), .init("roas_high"), .init("verdict", isText: true)],
      rows: segments.dimensions.flatMap { dimension in
        dimension.rows.map { row in
          let roas = row.totals.reading(.roas)
          let earning = roas.earning ?? .unknown
          return [
            .init(campaign.name, .string(campaign.name)), .init(dimension.name, .string(dimension.name)),
            .init(row.value, .string(row.value)),
          ] + NumberNote.countCells(row.totals.counts, campaign.currency, formats) + [
            .init("", .optional(roas.interval?.low)), .init("", .optional(roas.interval?.high)),
            .init(earning.words, .string(earning.rawValue)),
          ]
        }
      })
  }
}
