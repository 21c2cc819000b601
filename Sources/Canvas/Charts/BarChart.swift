/// Amounts side by side as bars, with their values written out: one bar a category, or several in a group. Bars below
/// zero go the other way from a common zero line; what is missing is said, not drawn as zero.
package struct BarChart: Sendable {
  /// One category: a name, and a value for each of the groups.
  package struct Category: Equatable, Sendable {
    /// What it is.
    package let name: String

    /// One value a group; `nil` where nothing is known.
    package let values: [Double?]

    /// A category.
    package init(_ name: String, _ values: Double?...) { self.init(name, values: values) }

    /// A category.
    package init(_ name: String, values: [Double?]) {
      self.name = name
      self.values = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
    }
  }

  /// Which way bars grow.
  package enum Direction: Sendable, CaseIterable {
    /// To the right; names stand at the left.
    case horizontal
    /// Upwards; names stand below.
    case vertical
  }

  /// From top to bottom, or from left to right.
  package var categories: [Category]

  /// What the values of a category are, for the legend; empty where there is one.
  package var groups: [String]

  /// Which way bars grow.
  package var direction: Direction

  /// What the numbers are.
  package var unit: String

  /// The category whose values are told in the legend.
  package var cursor: Int?

  /// How values are written.
  package var labels: AxisLabels

  /// What to say where there is nothing to draw.
  package var emptyText: String

  /// A chart of these categories.
  package init(
    _ categories: [Category], groups: [String] = [], direction: Direction = .horizontal, unit: String = "",
    cursor: Int? = nil, labels: AxisLabels = .numbers, emptyText: String = "No data yet."
  ) {
    self.categories = categories
    self.groups = groups
    self.direction = direction
    self.unit = unit
    self.cursor = cursor
    self.labels = labels
    self.emptyText = emptyText
  }

  /// Draws the legend and the bars. Takes time in proportion to the number of values, which all share one scale, and to
  /// the cells of the area.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.plot(in: area) { canvas, area in
      guard let range = Axis.range(of: categories.flatMap(\.values).compactMap(\.self), includingZero: true) else {
        canvas.putEmpty(emptyText, in: area)
        return
      }
      let legend = legend(canvas.glyphs)
      let hasLegend = !legend.isEmpty && area.height >= 3
      if hasLegend { legend.draw(on: &canvas, in: area) }
      let body = area.inset(top: hasLegend ? 1 : 0)
      switch direction {
      case .horizontal: HorizontalBars(self, range).draw(on: &canvas, in: body)
      case .vertical: VerticalBars(self, range).draw(on: &canvas, in: body)
      }
    }
  }

  /// How many bars a category has.
  var groupCount: Int { max(1, categories.map(\.values.count).max() ?? 1) }

  /// A value in words.
  func text(_ value: Double?) -> String {
    guard let value else { return "--" }
    return labels.text(value, value == value.rounded() || abs(value) >= 1_000 ? 0 : abs(value) >= 10 ? 1 : 2)
  }

  private func legend(_ glyphs: Glyphs) -> Legend {
    let chosen = cursor.flatMap { categories.indices.contains($0) ? categories[$0] : nil }
    let count = groups.isEmpty ? (chosen == nil ? 0 : 1) : groups.count
    let entries = (0..<count).map { index in
      let value = chosen.map { text(index < $0.values.count ? $0.values[index] : nil) } ?? ""
      return Legend.Entry(
        sign: String(glyphs.barSign(index)), style: Style(.series(index)),
        name: index < groups.count ? groups[index] : "", value: value)
    }
    return Legend(unit: unit, place: chosen?.name ?? "", entries: entries)
  }
}

extension Glyphs {
  /// What a group's bars are made of, so that groups differ without colour: full, dark, medium, light.
  func barSign(_ group: Int) -> Unicode.Scalar {
    switch ((group % 4) + 4) % 4 {
    case 0: full
    case 1: shade(3)
    case 2: shade(2)
    default: shade(1)
    }
  }
}
