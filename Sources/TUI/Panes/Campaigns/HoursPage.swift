import Canvas
import Core

/// The page that shows when it happens: each hour of each weekday.
struct HoursPage {
  private let context: CampaignPageContext

  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  init(_ context: CampaignPageContext) {
    self.context = context
  }

  private var hours: CampaignHours { context.sheet.hours }

  /// The map above the busiest and the best hours.
  var columns: [[PagePart]] { [[map, words]] }

  /// What is drawn: revenue, unless another number was chosen.
  private var line: (name: String, value: (CampaignCounts) -> Double?) {
    context.measure.lines.first ?? ("revenue", { CampaignSeries.revenue.value(of: $0) })
  }

  private var map: PagePart {
    let (context, cells, line) = (context, hours.cells, line)
    let isUndefinedWithoutAnything = context.measure.lines.first?.value(.zero) == nil
    let layer = HeatMap.Layer(
      line.name,
      values: cells.map { $0.map { isUndefinedWithoutAnything && $0.isZero ? nil : line.value($0) } })
    return PagePart(
      rows: { _ in 10 },
      draw: { canvas, area, cursor in
        let (top, rest) = area.splitTop(1)
        canvas.put(
          StyledLine(
            "\(line.name) by weekday and hour, clock of \(hours.zone), \(context.sheet.span); M another number",
            .header), at: top.origin, width: top.width)
        HeatMap.week(
          layer,
          cursor: cursor.map { HeatMap.Place(row: min(6, $0.line), column: min(23, max(0, $0.column ?? 0))) },
          labels: context.measure.labels(context.currency, context.formats)
        ).draw(on: &canvas, in: rest)
      }, lines: 7, columns: 24, row: { $0 + 2 },
      note: { cursor in
        let (day, hour) = (min(6, max(0, cursor.line)), min(23, max(0, cursor.column ?? 0)))
        guard cells.indices.contains(day), cells[day].indices.contains(hour) else { return nil }
        let counts = cells[day][hour]
        let label = "\(Self.days[day]) \(hour < 10 ? "0" : "")\(hour):00"
        return context.note(
          "\(label), \(context.campaign.name)",
          "\(line.name) \(context.number(line.value(counts), context.measure.unit))",
          [
            "Everything counted in this hour of all such weekdays in \(context.sheet.span), on the clock of \(hours.zone).",
            "An hour that the clock goes through twice counts both times.",
          ], counts: counts, label: label)
      })
  }

  /// Every hour of the week as a row of a file.
  static func rows(_ context: CampaignPageContext) -> NumberNote.Rows {
    NumberNote.Rows(
      list: "campaign-hours",
      headings: [.init("campaign", isText: true), .init("weekday", isText: true), .init("hour")]
        + NumberNote.countHeadings,
      rows: context.sheet.hours.cells.enumerated().flatMap { day, hours in
        hours.enumerated().map { hour, counts in
          [
            .init(context.campaign.name, .string(context.campaign.name)), .init(days[day], .string(days[day])),
            .init("\(hour)", .count(hour)),
          ] + NumberNote.countCells(counts, context.currency, context.formats)
        }
      })
  }

  private var words: PagePart {
    let all = hours.cells.enumerated().flatMap { day, hours in
      hours.enumerated().map { (day, $0.offset, $0.element) }
    }.filter { !$0.2.isZero }
    guard !all.isEmpty else {
      return context.text("", [StyledLine("Nothing was counted in these days.", .muted)])
    }
    let context = context
    func words(_ label: String, _ value: (CampaignCounts) -> Double?, _ unit: CampaignMetric.Unit) -> StyledLine {
      let best = all.filter { value($0.2) != nil }.max { (value($0.2) ?? 0) < (value($1.2) ?? 0) }
      guard let best else { return .empty }
      return [
        Span(label + " ", .muted), Span("\(Self.days[best.0]) \(best.1):00"),
        Span("  \(context.number(value(best.2), unit))", .muted),
      ]
    }
    return context.text(
      "",
      [
        words("Most revenue", { CampaignSeries.revenue.value(of: $0) }, .money),
        words("Most redemptions", { CampaignSeries.redemptions.value(of: $0) }, .count),
        words("Most spent", { CampaignSeries.spend.value(of: $0) }, .money),
      ])
  }
}
