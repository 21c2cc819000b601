import Canvas
import Core

/// The page with a number over time: as a chart, and every step of it as a row below.
struct TrendPage {
  private let context: CampaignPageContext

  private static let leastRows = 8
  /// Rows below the chart, as far as there is room.
  private static let rowsBelow = 8

  init(_ context: CampaignPageContext) {
    self.context = context
  }

  private var trend: CampaignTrend { context.sheet.trend }

  /// The chart above the rows.
  var columns: [[PagePart]] {
    guard !trend.buckets.isEmpty else {
      return [[context.text("", [StyledLine("No day yet: nothing was counted in these days.", .muted)])]]
    }
    return [[chart, missing, table]]
  }

  /// Whether the chart and some rows have room at once.
  private var isTall: Bool { context.size.height > Self.leastRows + Self.rowsBelow }

  private var heading: String {
    "\(context.measure.title) by \(trend.grain.rawValue), clock of \(trend.zone); [ ] finer, coarser, M another number"
  }

  private var chart: PagePart {
    let (context, buckets, measure) = (context, trend.buckets, context.measure)
    let height = isTall ? max(Self.leastRows, context.size.height - Self.rowsBelow - 4) : context.size.height - 2
    let lines = measure.lines
    let xs = buckets.indices.map(Double.init)
    let labels = buckets.map { $0.shortLabel(trend.grain) }
    return .chart(
      heading, height: max(5, height), places: buckets.count,
      note: { Self.note(buckets[$0], context) },
      draw: { canvas, area, place in
        LineChart(
          lines.map { line in
            .init(line.name, xs: xs, values: buckets.map { $0.isMissing ? line.value(.zero) : line.value($0.counts) })
          },
          unit: Self.unit(measure, context.currency), cursor: place.map(Double.init), xSteps: .whole,
          xLabels: .names(labels), yLabels: measure.labels(context.currency, context.formats),
          emptyText: "It has no value in any of these days."
        ).draw(on: &canvas, in: area)
      })
  }

  private static func unit(_ measure: TrendMeasure, _ currency: Currency) -> String {
    switch measure.unit {
    case .money: currency.code
    case .share: "share"
    case .ratio: "ratio"
    case .count: "count"
    }
  }

  private var missing: PagePart {
    let count = trend.buckets.count { $0.isMissing }
    let partial = trend.buckets.filter(\.isPartial).map(\.label)
    var line: StyledLine = [
      Span("\(Quantity.count(trend.buckets.count, trend.grain.rawValue))"),
      Span(", \(count == 0 ? "none" : Number.grouped(count)) without anything", .muted),
    ]
    if count > 0 { line += StyledLine(", drawn as zero and marked \(context.glyphs.dot) below", .muted) }
    if let first = partial.first {
      line += StyledLine(
        partial.count > 1 ? "; \(first) and \(partial.last ?? "") are not whole" : "; \(first) is not whole", .muted)
    }
    return context.text("", [line])
  }

  private var table: PagePart {
    let context = context
    let buckets = Array(trend.buckets.reversed())
    let measure = context.measure
    let isExtra = [.money, .series(.revenue), .series(.spend)].contains(measure) == false
    let columns = [
      Column(trend.grain.rawValue, minimum: 11, ideal: 18, priority: 10),
      Column("shown", align: .right, minimum: 8, priority: 4), Column("viewed", align: .right, minimum: 8, priority: 3),
      Column("accepted", align: .right, minimum: 8, priority: 3),
      Column("redeemed", align: .right, minimum: 8, priority: 5),
      Column("spend", align: .right, minimum: 11, priority: 7),
      Column("revenue", align: .right, minimum: 11, priority: 8),
      Column("ROAS", align: .right, minimum: 7, priority: 6),
      Column(
        isExtra ? measure.title : "", align: .right, minimum: isExtra ? max(8, measure.title.count) : 1,
        priority: isExtra ? 9 : 0),
    ]
    return .table(
      "", columns, rows: buckets.count, most: max(3, isTall ? Self.rowsBelow : context.size.height - 1),
      note: { Self.note(buckets[$0], context) },
      cell: { row, column in
        let (bucket, counts) = (buckets[row], buckets[row].counts)
        let style: Style = bucket.isMissing ? .muted : .text
        switch column {
        case 0:
          let sign = bucket.isMissing ? "\(context.glyphs.dot) " : bucket.isPartial ? "~ " : "  "
          return [Span(sign, .muted), Span(bucket.label, style)]
        case 1: return StyledLine(CampaignCells.count(counts.impressions), style)
        case 2: return StyledLine(CampaignCells.count(counts.views), style)
        case 3: return StyledLine(CampaignCells.count(counts.acceptances), style)
        case 4: return StyledLine(CampaignCells.count(counts.redemptions), style)
        case 5: return StyledLine(context.money(micros: counts.spendMicros), style)
        case 6:
          return StyledLine(CampaignCells.money(cents: counts.revenueCents, context.currency, context.formats), style)
        case 7: return StyledLine(context.value(CampaignTotals(days: [counts]).reading(.roas)), style)
        default: return StyledLine(isExtra ? context.number(measure.value(of: counts), measure.unit) : "", style)
        }
      })
  }

  /// Every step as a row of a file.
  static func rows(_ context: CampaignPageContext) -> NumberNote.Rows {
    let trend = context.sheet.trend
    return NumberNote.Rows(
      list: "campaign-trend",
      headings: [.init("campaign", isText: true), .init(trend.grain.rawValue, isText: true)] + NumberNote.countHeadings
        + [.init("is_missing", isText: true)],
      rows: trend.buckets.map { bucket in
        [.init(context.campaign.name, .string(context.campaign.name)), .init(bucket.label, .string(bucket.label))]
          + NumberNote.countCells(bucket.counts, context.currency, context.formats)
          + [.init(bucket.isMissing ? "nothing counted" : "", .bool(bucket.isMissing))]
      })
  }

  private static func note(_ bucket: CampaignTrend.Bucket, _ context: CampaignPageContext) -> NumberNote {
    let measure = context.measure
    let value = measure.lines.map { "\($0.name) \(context.number($0.value(bucket.counts), measure.unit))" }
    var lines = [
      "What was counted from the start of \(bucket.label) to its end, on the clock of \(context.sheet.trend.zone)."
    ]
    if bucket.isMissing { lines.append("Nothing was counted in it: everything is zero.") }
    if bucket.isPartial { lines.append("It is not whole: the days looked at cut it, or it goes on.") }
    return context.note(
      "\(bucket.label), \(context.campaign.name)", value.joined(separator: "  "), lines, counts: bucket.counts,
      label: bucket.label)
  }
}

extension CampaignTrend.Bucket {
  /// As short as an axis has room for: `11-20`, `17:00`, `W47`, `2026-11`.
  fileprivate func shortLabel(_ grain: CampaignTrend.Grain) -> String {
    switch grain {
    case .hour: String(label.suffix(label.count - 5))
    case .day: String(label.suffix(5))
    case .week: String(label.suffix(3))
    case .month: label
    }
  }
}
