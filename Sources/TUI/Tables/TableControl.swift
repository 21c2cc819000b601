import Canvas
import Core

/// What can be done with any list without knowing what its rows are.
package protocol TableControl: Sendable {
  /// Its name in files and in what is remembered.
  var name: String { get }
  var sort: TableSort? { get }
  var filter: TextEntry { get }
  var isFiltered: Bool { get }
  var isFiltering: Bool { get set }
  /// How many rows are shown.
  var count: Int { get }
  /// How many there are.
  var total: Int { get }
  var markCount: Int { get }
  var selectedRow: Int? { get }
  var startingRow: Int? { get }
  /// What it can be sorted by.
  var sortChoices: [SortChoice] { get }

  mutating func sort(by sort: TableSort?)
  mutating func editFilter(_ change: (inout TextEntry) -> Void)
  mutating func toggleMark()
  mutating func markRange()
  mutating func toggleAllMarks()
  mutating func clearMarks()
  mutating func keepInSight(height: Int)
  /// Selects a shown row by where it stands; one that is not there is left alone.
  mutating func select(row: Int)
  /// What is shown as a file has it: the marked rows, or all.
  func export(world: WorldKind, _ context: CellContext) -> ExportTable
  /// The marked rows, or the selected one, as text: a header and aligned columns, or values with tabs between them.
  func copy(isAligned: Bool, _ context: CellContext) -> String
}

extension TableControl {
  /// Whether there is a filter or a mark that the way back takes away.
  var canBeCleared: Bool { isFiltered || markCount > 0 }
}

/// A column to sort by.
package struct SortChoice: Hashable, Sendable {
  package let column: String
  /// As its header says.
  package let title: String
  let startsDescending: Bool
  /// Whether words are compared, not numbers.
  let isText: Bool

  /// A direction, as people say it.
  func words(isAscending: Bool) -> String {
    isText ? isAscending ? "A to Z" : "Z to A" : isAscending ? "lowest first" : "highest first"
  }

  /// What choosing it leads to: its first direction, then the other.
  package func next(after sort: TableSort?) -> TableSort {
    guard let sort, sort.column == column else { return TableSort(column, isAscending: !startsDescending) }
    return TableSort(column, isAscending: !sort.isAscending)
  }

  /// What the next click on its header leads to: one direction, the other, then the order of old.
  package func nextClick(after sort: TableSort?) -> TableSort? {
    let next = next(after: sort)
    return sort?.column == column && next.isAscending == !startsDescending ? nil : next
  }
}

extension TableState: TableControl {
  package var name: String { Row.listName }
  package var count: Int { rows.count }
  package var total: Int { all.count }
  package var markCount: Int { marks.count }

  package var sortChoices: [SortChoice] {
    Row.columns.filter(\.isDrawn).compactMap { column in
      column.key.map { key in
        let isText = all.lazy.map(key).first { $0 != .missing }.map { if case .text = $0 { true } else { false } }
        return SortChoice(
          column: column.id, title: column.name, startsDescending: column.startsDescending, isText: isText ?? false)
      }
    }
  }

  package mutating func select(row: Int) {
    if rows.indices.contains(row) { select(rows[row].id) }
  }
}
