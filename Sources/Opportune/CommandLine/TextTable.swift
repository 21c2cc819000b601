import Canvas

/// Rows of text in aligned columns, safe to print whatever the data holds.
struct TextTable {
  /// One column's heading and side.
  struct Column {
    /// What happens to a column on a page that is too narrow.
    enum Fit {
      case clipped, wrapped, whole
    }

    let title: String
    var isNumeric = false
    var fit = Fit.clipped

    /// Words, aligned left; clipped where there is no room.
    static func words(_ title: String) -> Column { Column(title: title) }

    /// Texts that are of use only as a whole: times, codes.
    static func whole(_ title: String) -> Column { Column(title: title, fit: .whole) }

    /// A sentence; goes on below where there is no room. For the last column.
    static func sentence(_ title: String) -> Column { Column(title: title, fit: .wrapped) }

    /// Numbers, aligned right.
    static func numbers(_ title: String) -> Column { Column(title: title, isNumeric: true, fit: .whole) }
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

  /// The whole table, each line ended; `empty` where there are no rows. Where it is wider than the page its widest
  /// columns of words are clipped and its sentences go on below.
  func text(empty: String) -> String {
    guard !rows.isEmpty else { return empty + "\n" }
    let lines = [columns.map(\.title)] + rows
    let widths = fitted(
      columns.indices.map { column in
        lines.map { column < $0.count ? TextWidth.columns($0[column]) : 0 }.max() ?? 0
      })
    return lines.map { text(of: $0, widths: widths) }.joined()
  }

  /// A row, and below it what is left of its sentence.
  private func text(of cells: [String], widths: [Int]) -> String {
    var rest: [String] = []
    let shown = zip(columns.indices, cells).map { index, cell in
      let (column, width) = (columns[index], widths[index])
      guard TextWidth.columns(cell) > width || column.fit == .clipped else {
        return TextWidth.pad(cell, to: width, align: column.isNumeric ? .right : .left)
      }
      guard column.fit == .wrapped else { return TextWidth.pad(TextWidth.clip(cell, to: width), to: width) }
      let wrapped = TextWidth.wrap(cell, width: width)
      rest = Array(wrapped.dropFirst())
      return wrapped.first ?? ""
    }
    let margin = String(repeating: " ", count: widths.dropLast().reduce(0) { $0 + $1 + 2 })
    return ([shown.joined(separator: "  ")] + rest.map { margin + $0 }).map { Self.trimmed($0) + "\n" }.joined()
  }

  private func fitted(_ natural: [Int]) -> [Int] {
    var widths = natural
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - PageWidth.columns
    // Names give way first, then sentences, then names once more.
    for (fit, least) in [(Column.Fit.clipped, 24), (.wrapped, 30), (.clipped, 8), (.wrapped, 16)] {
      while excess > 0 {
        let widest = widths.indices.filter { columns[$0].fit == fit && widths[$0] > least }
          .max { widths[$0] < widths[$1] }
        guard let widest else { break }
        widths[widest] -= 1
        excess -= 1
      }
    }
    return widths
  }

  private static func trimmed(_ line: String) -> Substring {
    line[..<(line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex)]
  }
}
