import Canvas

/// Rows of text in aligned columns, safe to print whatever the data holds.
struct TextTable {
  /// One column's heading and side.
  struct Column {
    let title: String
    let isNumeric: Bool

    /// Words, aligned left.
    static func words(_ title: String) -> Column { Column(title: title, isNumeric: false) }

    /// Numbers, aligned right.
    static func numbers(_ title: String) -> Column { Column(title: title, isNumeric: true) }
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row, one text for each column.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map { Printable.sanitised($0) })
  }

  /// The whole table, each line ended; `empty` where there are no rows.
  func text(empty: String) -> String {
    guard !rows.isEmpty else { return empty + "\n" }
    let lines = [columns.map(\.title)] + rows
    let widths = columns.indices.map { column in
      lines.map { column < $0.count ? TextWidth.columns($0[column]) : 0 }.max() ?? 0
    }
    return lines.map { line in
      let cells = zip(columns.indices, line).map { column, cell in
        TextWidth.pad(cell, to: widths[column], align: columns[column].isNumeric ? .right : .left)
      }
      return Self.trimmed(cells.joined(separator: "  ")) + "\n"
    }.joined()
  }

  private static func trimmed(_ line: String) -> Substring {
    line[..<(line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex)]
  }
}
