/// The course of one or several numbers: lines of braille dots, told apart by colour and by dashes; in ASCII by signs.
/// A value that is missing, infinite or no number is a gap. With a cursor it tells the values there.
///
/// ```swift
/// LineChart(
///   [.init("revenue", values: [410, 380, nil, 520]), .init("spend", values: [120, 90, 100, 140])],
///   unit: "$ a day", xSteps: .days, xLabels: .names(["Mon", "Tue", "Wed", "Thu"])
/// ).draw(on: &canvas, in: area)
/// ```
package struct LineChart: Sendable {
  /// One number's course.
  package struct Series: Equatable, Sendable {
    /// What it is; may be empty where there is only one.
    package let name: String

    /// Where its values are, ascending.
    package let xs: [Double]

    /// Its values; `nil` where nothing is known.
    package let values: [Double?]

    /// A course over places that need not be evenly apart; of the longer list the rest is left out.
    package init(_ name: String, xs: [Double], values: [Double?]) {
      let count = min(xs.count, values.count)
      let order = (0..<count).filter { xs[$0].isFinite }.sorted { (xs[$0], $0) < (xs[$1], $1) }
      self.name = name
      self.xs = order.map { xs[$0] }
      self.values = order.map { index in values[index].flatMap { $0.isFinite ? $0 : nil } }
    }

    /// A course over 0, 1, 2 and so on.
    package init(_ name: String, values: [Double?]) {
      self.init(name, xs: values.indices.map(Double.init), values: values)
    }
  }

  /// Between which values something lies: the interval around a line.
  package struct Band: Equatable, Sendable {
    /// What it is: `95 % interval`.
    package let name: String
    /// Its lower edge.
    package let low: Series
    /// Its upper edge.
    package let high: Series

    /// A band over places; where either edge is missing, there is none.
    package init(_ name: String, xs: [Double], lows: [Double?], highs: [Double?]) {
      self.name = name
      low = Series(name, xs: xs, values: lows)
      high = Series(name, xs: xs, values: highs)
    }

    /// A band over 0, 1, 2 and so on.
    package init(_ name: String, lows: [Double?], highs: [Double?]) {
      self.init(name, xs: (0..<min(lows.count, highs.count)).map(Double.init), lows: lows, highs: highs)
    }
  }

  /// A value that matters, across the whole chart.
  package struct Threshold: Equatable, Sendable {
    /// Where.
    package let value: Double
    /// What it means: `break-even`.
    package let label: String

    /// A line at a value.
    package init(_ value: Double, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  /// The first, which matters most, is drawn on top.
  package var series: [Series]

  /// Drawn below the lines.
  package var band: Band?

  /// Drawn below the lines.
  package var thresholds: [Threshold]

  /// What the numbers are: `$ a day`.
  package var unit: String

  /// Where the cursor is; the nearest values are told. `nil` for no cursor.
  package var cursor: Double?

  /// Whether the upright scale always begins at zero, as it should for amounts.
  package var includesZero: Bool

  /// How places are ticked.
  package var xSteps: Axis.Steps

  /// How places are written.
  package var xLabels: AxisLabels

  /// How values are written.
  package var yLabels: AxisLabels

  /// What to say where there is nothing to draw.
  package var emptyText: String

  /// A chart of these courses.
  package init(
    _ series: [Series], band: Band? = nil, thresholds: [Threshold] = [], unit: String = "", cursor: Double? = nil,
    includesZero: Bool = true, xSteps: Axis.Steps = .decimal, xLabels: AxisLabels = .numbers,
    yLabels: AxisLabels = .numbers, emptyText: String = "No data yet."
  ) {
    self.series = series
    self.band = band
    self.thresholds = thresholds
    self.unit = unit
    self.cursor = cursor
    self.includesZero = includesZero
    self.xSteps = xSteps
    self.xLabels = xLabels
    self.yLabels = yLabels
    self.emptyText = emptyText
  }
}
