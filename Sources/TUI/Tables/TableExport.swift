import Canvas
import Core

/// A file that was asked for.
package struct ExportRequest: Hashable, Sendable {
  package let table: ExportTable
  package let format: ExportTable.Format
  /// Its name, below the folder the executable chooses, or a path.
  package var name: String
  /// Whether a file of this name may be written over.
  package var replaces = false

  package init(_ table: ExportTable, as format: ExportTable.Format, name: String) {
    self.table = table
    self.format = format
    self.name = name
  }
}

/// What became of it.
package enum ExportResult: Hashable, Sendable {
  case written(path: String)
  /// One of that name is there, and may not be written over.
  case exists(path: String)
  /// A sentence for people.
  case failed(String)
}

extension TableState {
  package func export(world: WorldKind, _ context: CellContext) -> ExportTable {
    let columns = Row.columns.filter { $0.value != nil }
    return ExportTable(
      list: Row.listName, world: world, now: context.now, columns: columns.map(\.id),
      rows: rowsInQuestion.map { row in columns.map { $0.value?(row, context) ?? .null } })
  }

  package func copy(isAligned: Bool, _ context: CellContext) -> String {
    let columns = Row.columns.filter { $0.isDrawn && $0.value != nil }
    let copied = marks.isEmpty ? selected.map { [$0] } ?? [] : rowsInQuestion
    let cells = copied.map { row in
      columns.map { Printable.sanitised($0.cell(row, context).text) }
    }
    guard isAligned else { return cells.map { $0.joined(separator: "\t") }.joined(separator: "\n") }
    let lines = [columns.map(\.name)] + cells
    let widths = columns.indices.map { column in lines.map { TextWidth.columns($0[column]) }.max() ?? 0 }
    return lines.map { line in
      let padded = columns.indices.map { TextWidth.pad(line[$0], to: widths[$0], align: columns[$0].column.align) }
      let text = padded.joined(separator: "  ")
      return String(text[...(text.lastIndex { $0 != " " } ?? text.startIndex)])
    }.joined(separator: "\n")
  }
}
