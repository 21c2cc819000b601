import Canvas

/// Bars, funnels, heat maps and strips, in every state.
enum BarSpecimens {
  private typealias Numbers = SampleNumbers

  private static let profit: [BarChart.Category] = [
    .init("Sunset dinners", 9_870), .init("Free parking", 2_140), .init("Museum nights", -310),
    .init("Harbour tours", -2_880), .init("Spa weekdays", nil),
  ]

  private static let weeks: [BarChart.Category] = [
    .init("Mon", 410, 120), .init("Tue", 380, 110), .init("Wed", 395, 118), .init("Thu", 450, nil),
    .init("Fri", 720, 160), .init("Sat", 810, 190), .init("Sun", 560, 150),
  ]

  private static let stages: [FunnelStrip.Stage] = [
    .init("shown", 4_212), .init("viewed", 1_930), .init("accepted", 611), .init("redeemed", 402),
  ]

  private static let lifts: [(name: String, estimate: Double?, interval: ClosedRange<Double>?)] = [
    ("spring offer", 0.20, -0.21...0.82), ("free shipping", 0.24, 0.02...0.51),
    ("shorter text", -0.18, -0.30 ... -0.04),
    ("new photo", 0.05, -0.9...0.4), ("banner", nil, nil),
  ]

  /// The specimens.
  static let all: [Specimen] = [
    Specimen("Gauges", 62, 4) { canvas, area in
      let gauges = [
        Gauge("47 of 120 min left ", fraction: 0.39), Gauge("4 of 60 min left   ", fraction: 0.07, role: .warning),
        Gauge("spent $640 of $900 ", fraction: 0.71, role: .series2, target: 0.6),
        Gauge("nothing yet        ", fraction: 0, target: 0.25),
      ]
      for (row, gauge) in gauges.enumerated() { gauge.draw(on: &canvas, in: area.inset(top: row)) }
    },
    Specimen("Bars: below zero, and one unknown", 66, 6) {
      BarChart(profit, unit: "profit, 30 days", labels: .money()).draw(on: &$0, in: $1)
    },
    Specimen("Sparklines: a course, gaps, flat, below zero", 62, 4) { canvas, area in
      let courses: [(String, Sparkline)] = [
        ("revenue", Sparkline(Numbers.revenue, startsAtZero: false)), ("spend", Sparkline(Numbers.spend)),
        ("flat", Sparkline([3, 3, 3, 3, 3])), ("profit", Sparkline([4, 2, -1, -3, -2, 1, 5])),
      ]
      for (row, course) in courses.enumerated() {
        canvas.put(course.0, at: Point(x: area.x, y: area.y + row), style: .muted, width: 7)
        let text = course.1.text(width: 30, glyphs: canvas.glyphs)
        canvas.put(text, at: Point(x: area.x + 8, y: area.y + row), style: .accent)
        let known = course.1.values.compactMap(\.self)
        let range = known.min().map { "\(Number.short($0)) to \(Number.short(known.max() ?? $0))" } ?? "--"
        canvas.put("$ \(range), n \(known.count)", at: Point(x: area.x + 40, y: area.y + row), style: .muted)
      }
    },
    Specimen("Bars: two in a group", 66, 12) {
      BarChart(Array(weeks.suffix(4)), groups: ["revenue", "spend"], unit: "$ a day", cursor: 1).draw(on: &$0, in: $1)
    },
    Specimen("Bars: upright", 66, 12) {
      BarChart(weeks, groups: ["revenue", "spend"], direction: .vertical, unit: "$ a day").draw(on: &$0, in: $1)
    },
    Specimen("Bars: upright, below zero", 66, 12) {
      BarChart(profit, direction: .vertical, unit: "profit", cursor: 3, labels: .money()).draw(on: &$0, in: $1)
    },
    Specimen("Bars: more than fit", 30, 6, isFixed: true) {
      BarChart((1...12).map { .init("offer \($0)", Double(60 - 4 * $0)) }).draw(on: &$0, in: $1)
    },
    Specimen("Bars: nothing", 26, 5) { BarChart([]).draw(on: &$0, in: $1) },
    Specimen("Funnel", 76, 4) { FunnelChart(stages, cursor: 1).draw(on: &$0, in: $1) },
    Specimen("Funnel: narrow", 34, 4, isFixed: true) { FunnelChart(stages).draw(on: &$0, in: $1) },
    Specimen("Funnel: on one line", 58, 1) { FunnelStrip(stages).draw(on: &$0, in: $1) },
    Specimen("Intervals on one scale", 58, 6) { canvas, area in
      let strip = IntervalStrip(scale: -0.4...0.6)
      for (row, lift) in lifts.enumerated() {
        let y = area.y + row
        canvas.put(lift.name, at: Point(x: area.x, y: y), width: 15)
        canvas.put(
          lift.estimate.map { Number.change($0) } ?? "--", at: Point(x: area.x + 15, y: y), width: 6, align: .right)
        let line = strip.line(lift.estimate, lift.interval, width: area.width - 23, glyphs: canvas.glyphs)
        canvas.put(line, at: Point(x: area.x + 23, y: y))
      }
      let scale = strip.scaleLine(width: area.width - 23, labels: .percent, glyphs: canvas.glyphs)
      canvas.put("lift, 95 % interval", at: Point(x: area.x, y: area.y + lifts.count), style: .muted)
      canvas.put(scale, at: Point(x: area.x + 23, y: area.y + lifts.count))
    },
    Specimen("Heat map: when people are parked", 80, 9) {
      HeatMap.week(.init("parked", values: Numbers.parked), cursor: .init(row: 4, column: 19)).draw(on: &$0, in: $1)
    },
    Specimen("Heat map: cohorts, with what is not known yet", 52, 8) { canvas, area in
      HeatMap(
        rows: ["Jun", "Jul", "Aug", "Sep", "Oct"], columns: ["1st", "2nd", "3rd", "4th", "5th"],
        layer: .init(
          "came back",
          values: [
            [1, 0.62, 0.48, 0.4, 0.37], [1, 0.58, 0.45, 0.41, nil], [1, 0.66, 0.5, nil, nil], [1, 0.7, nil, nil, nil],
            [1, nil, nil, nil, nil],
          ]), labels: .percent
      ).draw(on: &canvas, in: area)
    },
    Specimen("Heat map: where offers could be shown beside it", 80, 9) {
      HeatMap.week(.init("parked", values: Numbers.parked), second: .init("eligible", values: Numbers.eligible))
        .draw(on: &$0, in: $1)
    },
    Specimen("Heat map: nothing", 26, 8) {
      HeatMap(rows: [], columns: [], layer: .init("", values: [])).draw(on: &$0, in: $1)
    },
    Specimen("Funnel: nothing", 22, 4) { FunnelChart([]).draw(on: &$0, in: $1) },
  ]
}
