import Canvas

/// Charts of numbers that break naive ones: none, one, all equal, huge, tiny, infinite, no numbers at all.
enum Hostile {
  static let numbers: [[Double?]] = [
    [], [nil], [.nan], [0], [7, 7, 7], [-3, nil, 5, .infinity, -.infinity, .nan, 2],
    [.greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0], [.leastNonzeroMagnitude, 0, -.leastNonzeroMagnitude],
    [1e18, 1e18 + 256], [1e-300, 2e-300], [.greatestFiniteMagnitude, .greatestFiniteMagnitude],
  ]

  static let lines: [LineChart] = numbers.flatMap { values in
    [false, true].map { includesZero in
      LineChart(
        [.init("中é", values: values), .init("\u{1B}b", xs: values.map { $0 ?? 3 }, values: values)],
        band: .init("band", lows: values, highs: values.reversed()),
        thresholds: [.init(values.last.flatMap(\.self) ?? 1, "中 limit"), .init(.nan, "x")], unit: "中",
        cursor: includesZero ? .nan : 2, includesZero: includesZero, xSteps: includesZero ? .hours : .days,
        xLabels: includesZero ? .hours : .names(["中", "b"]), yLabels: includesZero ? .percent : .money("¥"))
    }
  }

  static let bars: [BarChart] = numbers.flatMap { values in
    BarChart.Direction.allCases.map { direction in
      BarChart(
        values.map { .init("中 name", $0, nil, -($0 ?? 0)) } + [.init("", values: [])], groups: ["中", "b"],
        direction: direction, unit: "u", cursor: direction == .vertical ? .max : 1)
    }
  }

  static let histograms = numbers.map { Histogram($0.compactMap(\.self), unit: "中", cursor: 3) }

  static let heatMaps: [HeatMap] = numbers.flatMap { values in
    [
      HeatMap(
        rows: ["中", "b"], columns: values.map { "\($0 ?? 0)" }, layer: .init("中", values: [values]),
        second: .init("b", values: [values, values]), cursor: .init(row: 1, column: .max)),
      HeatMap.week(.init("", values: [values]), cursor: .init(row: -1, column: 2)),
    ]
  }

  static let scatters: [ScatterChart] = numbers.map { values in
    ScatterChart(
      values.map { value in
        let x = value ?? 2
        let interval = x.isFinite ? min(x, 0)...max(x, 1) : -Double.infinity...Double.infinity
        return .init("中 name", x: x, y: -x, size: value, xInterval: interval, yInterval: interval)
      }, xTitle: "中", yTitle: "b", sizeTitle: "c", reference: .init(1, "one"), cursor: 1)
  }

  static let funnels: [FunnelChart] = [
    FunnelChart([]), FunnelChart([.init("中", .max), .init("b", .min), .init("c", 0), .init("d", .max)], cursor: .max),
    FunnelChart([.init("a", -5), .init("b", 3)]),
  ]

  /// Another one for each area, so that every chart meets many areas and none has to meet all.
  static func one<Chart>(of charts: [Chart], for area: Rect) -> Chart {
    charts[abs(area.x &* 7 &+ area.y &* 5 &+ area.width &* 3 &+ area.height) % charts.count]
  }
}
