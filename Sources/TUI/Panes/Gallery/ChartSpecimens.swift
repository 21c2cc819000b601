import Canvas

/// Charts with two axes, in every state.
enum ChartSpecimens {
  private typealias Numbers = SampleNumbers

  private static func month(_ cursor: Double? = nil) -> LineChart {
    LineChart(
      [
        .init("revenue", values: Numbers.revenue), .init("spend", values: Numbers.spend),
        .init("plan", values: Numbers.plan),
      ], unit: "a day", cursor: cursor, xSteps: .days, xLabels: .names(Numbers.days), yLabels: .money())
  }

  private static let campaigns: [ScatterChart.Item] = [
    .init("Sunset dinners", x: 2_450, y: 5.1, size: 12_500, yInterval: 4.2...6.2),
    .init("Free parking", x: 5_900, y: 2.42, size: 14_280, xInterval: 5_200...6_600, yInterval: 2.1...2.8),
    .init("Museum nights", x: 3_600, y: 1.6, size: 5_760, yInterval: 0.9...2.4),
    .init("Spa weekdays", x: 1_150, y: 1.1, size: 1_265, yInterval: 0.5...1.9),
    .init("Harbour tours", x: 4_800, y: 0.4, size: 1_920, yInterval: 0.3...0.6),
  ]

  /// The specimens.
  static let all: [Specimen] = [
    Specimen("Lines: three, with a gap", 66, 14) { month().draw(on: &$0, in: $1) },
    Specimen("Lines: the value under the cursor", 66, 14) { month(19).draw(on: &$0, in: $1) },
    Specimen("Lines: an interval and a threshold", 66, 12) { canvas, area in
      let lift = Numbers.lift
      LineChart(
        [.init("lift", values: lift.estimate)], band: .init("95 % interval", lows: lift.low, highs: lift.high),
        thresholds: [.init(0.05, "worth having")], xSteps: .days, xLabels: .names(Numbers.days), yLabels: .percent
      ).draw(on: &canvas, in: area)
    },
    Specimen("Lines: a day by the hour", 66, 12) { canvas, area in
      LineChart(
        [.init("parked", values: Numbers.parked[4])], unit: "cars on Friday", cursor: 18, xSteps: .hours,
        xLabels: .hours
      ).draw(on: &canvas, in: area)
    },
    Specimen("Lines: one point", 30, 7) {
      LineChart([.init("", values: [nil, 42, nil])], xSteps: .whole).draw(on: &$0, in: $1)
    },
    Specimen("Lines: all the same", 30, 7) {
      LineChart([.init("", values: [7, 7, 7, 7])], includesZero: false, xSteps: .whole).draw(on: &$0, in: $1)
    },
    Specimen("Lines: nothing", 26, 7) { LineChart([]).draw(on: &$0, in: $1) },
    Specimen("Lines: small", 22, 5, isFixed: true) {
      LineChart([.init("", values: Numbers.revenue)], xSteps: .whole).draw(on: &$0, in: $1)
    },
    Specimen("Scatter: whiskers, sizes, a reference", 66, 14) { canvas, area in
      ScatterChart(
        campaigns, xTitle: "spend", yTitle: "return", sizeTitle: "revenue", reference: .init(1, "break-even"),
        xLabels: .money(), sizeLabels: .money()
      ).draw(on: &canvas, in: area)
    },
    Specimen("Scatter: the one under the cursor", 66, 14) { canvas, area in
      ScatterChart(
        campaigns, xTitle: "spend", yTitle: "return", sizeTitle: "revenue", reference: .init(1, "break-even"),
        cursor: 1, xLabels: .money(), sizeLabels: .money()
      ).draw(on: &canvas, in: area)
    },
    Specimen("Histogram", 66, 12) { Histogram(Numbers.minutesParked, unit: "minutes parked").draw(on: &$0, in: $1) },
    Specimen("Histogram: the bin under the cursor", 66, 12) {
      Histogram(Numbers.minutesParked, unit: "minutes parked", cursor: 61).draw(on: &$0, in: $1)
    },
    Specimen("Histogram: one value", 36, 7) { Histogram([42, 42, 42]).draw(on: &$0, in: $1) },
    Specimen("Histogram: nothing", 30, 7) { Histogram([.nan]).draw(on: &$0, in: $1) },
  ]
}
