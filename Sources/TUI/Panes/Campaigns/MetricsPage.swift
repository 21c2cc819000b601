import Canvas
import Core

/// The page with how many got how far, the eleven metrics with what each is a part of, and the offers behind them.
struct MetricsPage {
  private let context: CampaignPageContext

  init(_ context: CampaignPageContext) {
    self.context = context
  }

  private var sheet: CampaignSheet { context.sheet }

  /// The funnel and the offers, and beside them the metrics.
  var columns: [[PagePart]] { [oddities + [funnel, offers], [metrics]] }

  private var oddities: [PagePart] {
    guard !sheet.oddities.isEmpty else { return [] }
    return [context.text("Imported as it is", sheet.oddities.map { [Span("! ", Style.warning.bold), Span($0)] })]
  }

  private var funnel: PagePart {
    let counts = sheet.totals.counts
    let steps = [
      ("shown", counts.impressions), ("viewed", counts.views), ("accepted", counts.acceptances),
      ("redeemed", counts.redemptions),
    ]
    let stages = steps.map { FunnelStrip.Stage($0.0, Int(clamping: $0.1)) }
    let rates: [CampaignMetric?] = [nil, .viewRate, .acceptanceRate, .redemptionRate]
    let context = context
    return PagePart(
      rows: { _ in stages.count + 2 },
      draw: { canvas, area, cursor in
        let (top, rest) = area.splitTop(1)
        canvas.put(StyledLine("How many got how far, \(sheet.span)", .header), at: top.origin, width: top.width)
        let (chart, below) = rest.splitTop(stages.count)
        FunnelChart(stages, cursor: cursor?.line).draw(on: &canvas, in: chart)
        let others: StyledLine = [
          Span("dismissed ", .muted), Span(CampaignCells.count(counts.dismissals)), Span("  expired ", .muted),
          Span(CampaignCells.count(counts.expiries)), Span("  refunded ", .muted),
          Span(CampaignCells.money(cents: counts.refundedCents, context.currency, context.formats)),
        ]
        canvas.put(others, at: below.origin, width: below.width)
      }, lines: stages.count, row: { $0 + 1 },
      note: { cursor in
        let line = min(cursor.line, stages.count - 1)
        if let metric = rates[line] { return context.note(sheet.totals.reading(metric)) }
        return Self.shown(sheet, context)
      })
  }

  private static func shown(_ sheet: CampaignSheet, _ context: CampaignPageContext) -> NumberNote {
    NumberNote(
      "impressions, \(sheet.campaign.name)", value: CampaignCells.count(sheet.totals.counts.impressions),
      lines: ["How often one of its offers was shown to somebody, once a parking session and offer."],
      rows: .init(
        list: "campaign-days", headings: [.init("day", isText: true)] + NumberNote.countHeadings,
        rows: sheet.days.reversed().map { day in
          [.init(day.day.description, .string(day.day.description))]
            + NumberNote.countCells(day.counts, context.currency, context.formats)
        }))
  }

  private var metrics: PagePart {
    let readings = sheet.readings
    let before = CampaignTotals(counts: sheet.before, moments: .zero)
    let context = context
    let columns = [
      Column("metric", minimum: 16, ideal: 26, isFlexible: true, priority: 9),
      Column("value", align: .right, minimum: 10, priority: 10),
      Column("95 % interval", minimum: 21, ideal: 24, priority: 8),
      Column("made of", minimum: 16, ideal: 24, isFlexible: true, priority: 5),
      Column("before", align: .right, minimum: 10, priority: 4),
    ]
    return .table(
      "Metrics; enter tells what each means", columns, rows: readings.count,
      note: { context.note(readings[$0]) },
      cell: { row, column in
        let reading = readings[row]
        switch column {
        case 0: return StyledLine(reading.metric.title)
        case 1:
          let style = reading.earning?.style ?? .text
          return StyledLine(context.value(reading), reading.value == nil ? .muted : style.bold)
        case 2: return StyledLine(CampaignCells.interval(reading), .muted)
        case 3: return StyledLine(Self.parts(reading, context), .muted)
        default: return StyledLine(context.value(before.reading(reading.metric)), .muted)
        }
      })
  }

  /// `611 of 1,930`, `$1,200.00 / $500.00`; of what is undefined, why.
  private static func parts(_ reading: MetricReading, _ context: CampaignPageContext) -> String {
    guard reading.value != nil else { return reading.reason ?? "" }
    func words(_ part: MetricReading.Part) -> String {
      part.isMoney ? context.money(micros: part.amount) : CampaignCells.count(part.amount)
    }
    guard let denominator = reading.denominator else { return "" }
    return "\(words(reading.numerator)) \(reading.metric.isRate ? "of" : "/") \(words(denominator))"
  }

  /// Every metric as a row of a file.
  static func rows(_ context: CampaignPageContext) -> NumberNote.Rows {
    func bound(_ value: Double?, _ metric: CampaignMetric) -> NumberNote.Cell {
      .init(context.number(value, metric.unit), .optional(value))
    }
    return NumberNote.Rows(
      list: "campaign-metrics",
      headings: [
        .init("campaign", isText: true), .init("metric", isText: true), .init("value"), .init("low", "from"),
        .init("high", "to"),
      ],
      rows: context.sheet.readings.map { reading in
        [
          .init(context.campaign.name, .string(context.campaign.name)),
          .init(reading.metric.title, .string(reading.metric.rawValue)), bound(reading.value, reading.metric),
          bound(reading.interval?.low, reading.metric), bound(reading.interval?.high, reading.metric),
        ]
      })
  }

  private var offers: PagePart {
    let offers = sheet.offers
    let context = context
    let columns = [
      Column("offer", minimum: 14, ideal: 26, isFlexible: true, priority: 9),
      Column("shown", align: .right, minimum: 7, priority: 4),
      Column("redeemed", align: .right, minimum: 8, priority: 5),
      Column("spend", align: .right, minimum: 10, priority: 6),
      Column("revenue", align: .right, minimum: 10, priority: 7),
      Column("ROAS", align: .right, minimum: 6, priority: 8),
    ]
    return .table(
      "Offers", columns, rows: offers.count, emptyText: "It has no offers; e adds some.",
      note: { row in
        let offer = offers[row]
        let reading = offer.totals.reading(.roas)
        return context.note(
          "ROAS, \(offer.title)", context.value(reading),
          [reading.metric.definition, reading.intervalReason ?? ""]
            .filter { !$0.isEmpty }, counts: offer.totals.counts, label: offer.title)
      },
      cell: { row, column in
        let (offer, counts) = (offers[row], offers[row].totals.counts)
        switch column {
        case 0: return StyledLine(offer.title, offer.id == nil ? .muted : .text)
        case 1: return StyledLine(CampaignCells.count(counts.impressions))
        case 2: return StyledLine(CampaignCells.count(counts.redemptions))
        case 3: return StyledLine(context.money(micros: counts.spendMicros))
        case 4: return StyledLine(CampaignCells.money(cents: counts.revenueCents, context.currency, context.formats))
        default:
          let reading = offer.totals.reading(.roas)
          return StyledLine(context.value(reading), reading.earning?.style ?? .muted)
        }
      })
  }
}
