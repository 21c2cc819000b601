/// How much there is in each cell of a table, by day and hour or by anything else, as signs that grow darker: `·░▒▓█`, in
/// ASCII `.:+%#`. A second layer stands beside the first in each cell: where offers could be shown beside where people
/// are. What is missing is blank.
package struct HeatMap: Sendable {
  /// One number a cell.
  package struct Layer: Equatable, Sendable {
    /// What is counted.
    package let name: String

    /// Row by row; `nil` where nothing is known.
    package let values: [[Double?]]

    /// A layer.
    package init(_ name: String, values: [[Double?]]) {
      self.name = name
      self.values = values.map { $0.map { $0.flatMap { $0.isFinite ? $0 : nil } } }
    }

    /// The value of a cell; `nil` where nothing is known.
    func value(_ row: Int, _ column: Int) -> Double? {
      values.indices.contains(row) && values[row].indices.contains(column) ? values[row][column] : nil
    }

    /// The scale all cells share; it begins at zero unless there is less.
    var range: ClosedRange<Double>? { Axis.range(of: values.lazy.joined().compactMap(\.self), includingZero: true) }
  }

  /// A cell by its row and column.
  package struct Place: Equatable, Sendable {
    /// From the top.
    package let row: Int
    /// From the left.
    package let column: Int

    /// A cell.
    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// The names of the rows.
  package var rows: [String]

  /// The names of the columns; those that have no room are left out.
  package var columns: [String]

  /// What is shown in each cell.
  package var layer: Layer

  /// What is shown beside it.
  package var second: Layer?

  /// The cell whose numbers are told.
  package var cursor: Place?

  /// How numbers are written.
  package var labels: AxisLabels

  /// What to say where there is nothing to draw.
  package var emptyText: String

  /// A heat map.
  package init(
    rows: [String], columns: [String], layer: Layer, second: Layer? = nil, cursor: Place? = nil,
    labels: AxisLabels = .numbers, emptyText: String = "No data yet."
  ) {
    self.rows = rows
    self.columns = columns
    self.layer = layer
    self.second = second
    self.cursor = cursor
    self.labels = labels
    self.emptyText = emptyText
  }

  /// The seven days over the twenty-four hours: `values` by day, Monday first, then by hour.
  package static func week(
    _ layer: Layer, second: Layer? = nil, cursor: Place? = nil, labels: AxisLabels = .numbers
  ) -> HeatMap {
    HeatMap(
      rows: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], columns: (0..<24).map(String.init), layer: layer,
      second: second, cursor: cursor, labels: labels)
  }

  /// How dark a value is: 0 for the least there can be, then four steps of a quarter of the scale.
  package static func level(_ value: Double, in range: ClosedRange<Double>) -> Int {
    let length = range.upperBound / 2 - range.lowerBound / 2
    guard value.isFinite, length > 0 else { return 0 }
    let share = (value / 2 - range.lowerBound / 2) / length
    // A billionth less, for shares that binary numbers miss by less than that.
    return share <= 0 ? 0 : min(4, max(1, Int((share * 4 - 1e-9).rounded(.up))))
  }
}
