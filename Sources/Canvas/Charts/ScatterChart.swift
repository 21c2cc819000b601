/// Things by two numbers, their uncertainty as whiskers, a third number as the size of the dot, and names beside as many
/// dots as have room.
package struct ScatterChart: Sendable {
  /// One thing.
  package struct Item: Equatable, Sendable {
    /// What it is.
    package let name: String
    /// Its place on the level axis.
    package let x: Double
    /// Its place on the upright axis.
    package let y: Double
    /// The third number; `nil` for a dot of middle size.
    package let size: Double?
    /// Between which values the level number lies; `nil` without whiskers.
    package let xInterval: ClosedRange<Double>?
    /// Between which values the upright number lies.
    package let yInterval: ClosedRange<Double>?

    /// A thing; intervals that are infinite or no numbers are left out.
    package init(
      _ name: String, x: Double, y: Double, size: Double? = nil, xInterval: ClosedRange<Double>? = nil,
      yInterval: ClosedRange<Double>? = nil
    ) {
      self.name = name
      self.x = x
      self.y = y
      self.size = size.flatMap { $0.isFinite ? $0 : nil }
      self.xInterval = xInterval.flatMap { $0.lowerBound.isFinite && $0.upperBound.isFinite ? $0 : nil }
      self.yInterval = yInterval.flatMap { $0.lowerBound.isFinite && $0.upperBound.isFinite ? $0 : nil }
    }
  }

  /// The most important first: their names are placed first and their dots lie on top.
  package var items: [Item]

  /// What the level axis is.
  package var xTitle: String

  /// What the upright axis is.
  package var yTitle: String

  /// What the size is; empty where sizes mean nothing.
  package var sizeTitle: String

  /// A value of the upright axis that matters, such as a return of one.
  package var reference: LineChart.Threshold?

  /// Whether the level axis begins at zero, as it should for amounts.
  package var startsAtZero = false

  /// The item whose numbers are told.
  package var cursor: Int?

  /// How places on the level axis are written.
  package var xLabels: AxisLabels

  /// How places on the upright axis are written.
  package var yLabels: AxisLabels

  /// How sizes are written.
  package var sizeLabels: AxisLabels

  /// What to say where there is nothing to draw.
  package var emptyText: String

  /// A chart of these things.
  package init(
    _ items: [Item], xTitle: String = "", yTitle: String = "", sizeTitle: String = "",
    reference: LineChart.Threshold? = nil, cursor: Int? = nil, xLabels: AxisLabels = .numbers,
    yLabels: AxisLabels = .numbers, sizeLabels: AxisLabels = .numbers, emptyText: String = "No data yet."
  ) {
    self.items = items
    self.xTitle = xTitle
    self.yTitle = yTitle
    self.sizeTitle = sizeTitle
    self.reference = reference
    self.cursor = cursor
    self.xLabels = xLabels
    self.yLabels = yLabels
    self.sizeLabels = sizeLabels
    self.emptyText = emptyText
  }
}
