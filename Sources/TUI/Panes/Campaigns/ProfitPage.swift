import Canvas
import Core

/// The page with what a campaign cost and brought, when it paid back, and what it takes to break even.
struct ProfitPage {
  private let context: CampaignPageContext

  private static let leastRows = 8

  init(_ context: CampaignPageContext) {
    self.context = context
  }

  private var returns: ReturnAnalysis { context.sheet.returns }

  /// The numbers, and beside them the cumulative curve.
  var columns: [[PagePart]] { [[numbers, payback], [curve]] }

  private var readings: [MetricReading] {
    [
      returns.profit, returns.margin, returns.roas, returns.costPerRedemption, returns.breakEvenRedemptions,
      returns.breakEvenSpend,
    ]
  }

  private var numbers: PagePart {
    let (readings, context) = (readings, context)
    let columns = [
      Column("return", minimum: 16, ideal: 24, isFlexible: true, priority: 9),
      Column("value", align: .right, minimum: 11, priority: 10),
      Column("95 % interval", minimum: 15, ideal: 22, priority: 8),
    ]
    let counts = returns.totals.counts
    return .table(
      "Spent \(context.money(micros: counts.spendMicros)), earned "
        + CampaignCells.money(cents: counts.revenueCents, context.currency, context.formats), columns,
      rows: readings.count, note: { context.note(readings[$0]) },
      cell: { row, column in
        let reading = readings[row]
        switch column {
        case 0: return StyledLine(reading.metric.title)
        case 1: return StyledLine(context.value(reading), (reading.earning?.style ?? .text).bold)
        default:
          guard reading.interval == nil else { return StyledLine(CampaignCells.interval(reading), .muted) }
          return StyledLine(reading.value == nil ? reading.reason ?? "" : CampaignCells.nothing, .muted)
        }
      })
  }

  private var payback: PagePart {
    let earning = returns.roas.earning ?? .unknown
    var lines: [StyledLine] = [
      earning == .unknown
        ? StyledLine("Too little was counted to tell.", .muted)
        : [Span(earning == .earning ? "It " : "It is ", .muted), Span(earning.words, earning.style)]
    ]
    if let day = returns.paybackDay {
      lines.append([Span("Paid back on ", .muted), Span(day.description, Style.positive.bold)])
      lines.append(StyledLine("From then on all it earned was more than all it cost.", .muted))
    } else {
      lines.append([Span("Not paid back", Style.warning.bold), Span(returns.paybackReason.map { ": " + $0 } ?? "")])
    }
    let context = context
    if let needed = returns.breakEvenRedemptions.value {
      let has = context.sheet.totals.counts.redemptions
      lines.append([
        Span("Breaks even at ", .muted), Span(Number.fixed(needed, decimals: 0)),
        Span(" redemptions; it has ", .muted), Span(CampaignCells.count(has)),
      ])
    }
    return context.text("What it comes to", lines)
  }

  private var curve: PagePart {
    let (points, context) = (returns.curve, context)
    let height = max(Self.leastRows, context.size.height - 1)
    let xs = points.map { Double($0.day.dayNumber) }
    let revenue = points.map { Optional(Double($0.revenueCents) / 100) }
    let spend = points.map { Optional(Double($0.spendMicros) / CampaignCounts.microsPerUnit) }
    let paid = returns.paybackDay.map { ", paid back \($0)" } ?? ""
    return .chart(
      "All it earned and cost up to each day\(paid)", height: height, places: points.count,
      note: { place in
        let point = points[place]
        return context.note(
          "profit up to \(point.day), \(context.campaign.name)", context.money(micros: point.profitMicros),
          ["All revenue less all spend from the first day up to and including this one."],
          counts: CampaignCounts(spendMicros: point.spendMicros, revenueCents: point.revenueCents),
          label: "up to \(point.day)")
      },
      draw: { canvas, area, place in
        LineChart(
          [.init("revenue", xs: xs, values: revenue), .init("spend, the break-even line", xs: xs, values: spend)],
          unit: "\(context.currency.code), cumulative", cursor: place.map { xs[$0] }, xSteps: .days, xLabels: .days,
          yLabels: .money(CampaignCells.sign(context.currency, context.formats)),
          emptyText: "Nothing was spent or earned yet."
        ).draw(on: &canvas, in: area)
      })
  }
}
