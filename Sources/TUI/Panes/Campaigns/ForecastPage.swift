import Canvas
import Core

/// The page with the next 14 days, how wrong the same method was before, and days unlike what their own past predicts.
struct ForecastPage {
  private let context: CampaignPageContext

  private static let leastRows = 8
  /// Days of the past that stand before the forecast.
  private static let pastDays = 42

  init(_ context: CampaignPageContext) {
    self.context = context
  }

  /// The chart, and beside it what is odd.
  var columns: [[PagePart]] { [[chart, backTest], [anomalies, method]] }

  /// Of the chosen number where there is one, else of the first.
  private var forecast: SpendForecast? {
    let forecasts = context.sheet.forecasts
    return forecasts.first { $0.series == context.measure.series } ?? forecasts.first
  }

  private var chart: PagePart {
    guard let forecast, !forecast.days.isEmpty, let first = forecast.days.first else {
      return context.text(
        "The next 14 days", [StyledLine(forecast?.reason ?? "There is nothing to go on from yet.", .muted)])
    }
    let context = context
    let unit: CampaignMetric.Unit = forecast.series.isMoney ? .money : .count
    let past = Array(forecast.past.suffix(Self.pastDays))
    let start = first.day.dayNumber
    let pastDays = past.indices.map { Double(start - past.count + $0) }
    let next = forecast.days.map { Double($0.day.dayNumber) }
    let all = pastDays + next
    let height = max(Self.leastRows, context.size.height / 2)
    let width = past.count
    return .chart(
      "\(forecast.series.rawValue): what was, and the next \(forecast.days.count) days; M another number",
      height: height, places: all.count,
      note: { place in
        guard place >= width, let day = forecast.days[safe: place - width] else {
          return NumberNote(
            "\(forecast.series.rawValue) on \(CivilDate(dayNumber: Int(all[place]))), \(context.campaign.name)",
            value: context.number(past[safe: place], unit), lines: ["What was counted on this day."])
        }
        return NumberNote(
          "\(forecast.series.rawValue) on \(day.day), \(context.campaign.name)",
          value: context.number(day.expected, unit)
            + (day.interval.map { "  " + CampaignCells.interval($0, unit) } ?? ""),
          lines: [
            forecast.method, "The same weekday of the last week: \(context.number(day.naive, unit))",
          ], rows: Self.rows(forecast, context))
      },
      draw: { canvas, area, place in
        let series: [LineChart.Series] = [
          .init("was", xs: pastDays, values: past.map(Optional.some)),
          .init("expected", xs: next, values: forecast.days.map { $0.expected }),
          .init("as last week", xs: next, values: forecast.days.map { $0.naive }),
        ]
        let band = LineChart.Band(
          "95 %", xs: next, lows: forecast.days.map { $0.interval?.low }, highs: forecast.days.map { $0.interval?.high }
        )
        LineChart(
          series, band: band, unit: forecast.series.isMoney ? context.currency.code : "count",
          cursor: place.map { all[$0] }, xSteps: .days, xLabels: .days,
          yLabels: forecast.series.isMoney ? .money(CampaignCells.sign(context.currency, context.formats)) : .numbers
        ).draw(on: &canvas, in: area)
      })
  }

  /// The forecast as rows of a file.
  static func rows(_ forecast: SpendForecast, _ context: CampaignPageContext) -> NumberNote.Rows {
    let unit: CampaignMetric.Unit = forecast.series.isMoney ? .money : .count
    func cell(_ value: Double?) -> NumberNote.Cell { .init(context.number(value, unit), .optional(value)) }
    return NumberNote.Rows(
      list: "campaign-forecast",
      headings: [
        .init("day", isText: true), .init("expected"), .init("low", "from"), .init("high", "to"),
        .init("naive", "as last week"),
      ],
      rows: forecast.days.map { day in
        [
          .init(day.day.description, .string(day.day.description)), cell(day.expected), cell(day.interval?.low),
          cell(day.interval?.high), cell(day.naive),
        ]
      })
  }

  private var backTest: PagePart {
    guard let forecast, let test = forecast.backTest else { return context.text("", []) }
    let unit: CampaignMetric.Unit = forecast.series.isMoney ? .money : .count
    var line: StyledLine = [
      Span("It would have been off by ", .muted), Span(context.number(test.error, unit), Style.text.bold),
      Span(" a day on average, guessing the last week again by ", .muted),
      Span(context.number(test.naiveError, unit), Style.text.bold),
      Span(" (\(Quantity.count(test.origins, "forecast")) of \(Quantity.count(test.days, "day")))", .muted),
    ]
    line +=
      test.isNaiveBetter
      ? StyledLine(": trust the last week instead", .warning) : StyledLine(": it is the better guide", .positive)
    return context.text("", [line])
  }

  private var anomalies: PagePart {
    let (anomalies, context) = (context.sheet.anomalies, context)
    let columns = [
      Column("odd day", minimum: 10, priority: 10), Column("", minimum: 11, priority: 8),
      Column("was", align: .right, minimum: 11, priority: 9),
      Column("expected", align: .right, minimum: 11, priority: 7), Column("range", minimum: 20, priority: 6),
      Column("score", align: .right, minimum: 6, priority: 5),
    ]
    let days = anomalies.days
    let empty =
      anomalies.reason ?? "None of \(Quantity.count(anomalies.judged, "day")) was unlike what its own past predicts."
    return .table(
      "Days unlike their own past", columns, rows: days.count, emptyText: empty,
      note: { row in
        let one = days[row]
        let unit: CampaignMetric.Unit = one.series.isMoney ? .money : .count
        let day = context.sheet.days.first { $0.day == one.day }
        return context.note(
          "\(one.series.rawValue) on \(one.day), \(context.campaign.name)", context.number(one.value, unit),
          [
            anomalies.method,
            "Expected \(context.number(one.expected, unit)), between \(CampaignCells.interval(one.range, unit)), by "
              + "\(Quantity.count(one.history, "day")) of its past; score \(Number.fixed(one.score, decimals: 1))",
          ], counts: day?.counts ?? .zero, label: one.day.description)
      },
      cell: { row, column in
        let one = days[row]
        let unit: CampaignMetric.Unit = one.series.isMoney ? .money : .count
        let sign = one.isHigh ? context.glyphs.up : context.glyphs.down
        switch column {
        case 0: return StyledLine(one.day.description)
        case 1: return StyledLine(one.series.rawValue, .muted)
        case 2: return StyledLine("\(sign) \(context.number(one.value, unit))", .warning)
        case 3: return StyledLine(context.number(one.expected, unit))
        case 4: return StyledLine(CampaignCells.interval(one.range, unit), .muted)
        default: return StyledLine(Number.fixed(one.score, decimals: 1), .muted)
        }
      })
  }

  private var method: PagePart {
    let lines = [forecast?.method, context.sheet.anomalies.method].compactMap(\.self).filter { !$0.isEmpty }
    return context.text("How", lines.map { StyledLine($0, .muted) })
  }
}
