import Canvas
import Core

/// One list: its rows as they came and as they are shown, what is selected and marked, and how it is sorted, filtered and
/// scrolled. All lists behave alike because all are this.
///
/// The order is worked out once for every change of rows, filter or sort, never for a frame or a key.
package struct TableState<Row: ListRow>: Equatable, Sendable {
  /// The rows as they came.
  package private(set) var all: [Row] = []
  /// The rows as they are shown.
  package private(set) var rows: [Row] = []
  /// What they are sorted by; nil is the order they came in.
  package private(set) var sort: TableSort?
  /// What they are narrowed to; empty is no filter.
  package private(set) var filter = TextEntry(limit: 60)
  /// The keyboard types into the filter.
  package var isFiltering = false
  /// Rows that were picked out for copying or exporting.
  package private(set) var marks: Set<Row.ID> = []
  /// The row that was marked last, from which a range goes.
  private var lastMarked: Row.ID?
  package private(set) var selectedID: Row.ID?
  /// Where the selected row is shown; nil if it is not.
  package private(set) var selectedRow: Int?
  /// The first row in sight, as far as the window's height allows.
  package private(set) var offset = 0

  /// Where the selected row was shown last, for the time when it is gone.
  private var lastRow = 0
  /// The words to filter by; nil until there is a filter.
  private var index: FilterIndex?

  package init() {}

  /// Whether a filter hides rows.
  package var isFiltered: Bool { !filter.text.isEmpty }

  /// The selected row, if it is shown.
  package var selected: Row? { selectedRow.map { rows[$0] } }

  /// Takes in other rows. Selection, marks and the selected row's place on screen stay on what they were on.
  package mutating func show(_ new: [Row]) {
    guard new != all else { return }
    all = new
    index = nil
    if !marks.isEmpty { marks.formIntersection(new.map(\.id)) }
    arrange()
  }

  /// Selects a row by what it is.
  package mutating func select(_ id: Row.ID?) {
    guard id != selectedID else { return }
    let isFirst = selectedID == nil
    selectedID = id
    selectedRow = row(of: id)
    guard let selectedRow else { return }
    lastRow = selectedRow
    // A few rows before the first that is looked at.
    if isFirst { offset = max(0, selectedRow - 4) }
  }

  /// Where moving starts from: the selected row, or where the one that is gone once stood.
  package var startingRow: Int? { selectedRow ?? (rows.isEmpty ? nil : min(lastRow, rows.count - 1)) }

  /// Scrolls no farther than needed for the selected row to be in sight.
  package mutating func keepInSight(height: Int) {
    offset = Scrolling.offset(offset, keeping: selectedRow, height: height, count: rows.count)
  }

  /// Sorts by a column, or brings back the order in which the rows came.
  package mutating func sort(by new: TableSort?) {
    guard new != sort else { return }
    sort = new
    arrange()
  }

  /// Changes the text of the filter.
  package mutating func editFilter(_ change: (inout TextEntry) -> Void) {
    let before = filter.text
    change(&filter)
    if filter.text != before { arrange() }
  }

  /// Marks the selected row, or takes its mark away.
  package mutating func toggleMark() {
    guard let id = selected?.id else { return }
    if marks.remove(id) == nil { marks.insert(id) }
    lastMarked = id
  }

  /// Marks every row from the one marked last to the selected one; only that where none was.
  package mutating func markRange() {
    guard let here = selectedRow else { return }
    let there = row(of: lastMarked) ?? here
    marks.formUnion(rows[min(here, there)...max(here, there)].map(\.id))
    lastMarked = rows[here].id
  }

  /// Takes all marks away, also of rows a filter hides.
  package mutating func clearMarks() { marks = [] }

  /// Marks every row that is shown; where all are, takes all marks away.
  package mutating func toggleAllMarks() {
    let shown = Set(rows.map(\.id))
    if marks.isSuperset(of: shown) { marks = [] } else { marks.formUnion(shown) }
  }

  /// The marked rows that are shown, in their order; without any, all that are shown.
  package var rowsInQuestion: [Row] {
    let marked = marks.isEmpty ? [] : rows.filter { marks.contains($0.id) }
    return marked.isEmpty ? rows : marked
  }

  private func row(of id: Row.ID?) -> Int? { id.flatMap { id in rows.firstIndex { $0.id == id } } }

  /// Filters, then sorts. The selected row keeps its place on the screen where there are rows enough around it.
  private mutating func arrange() {
    let before = selectedRow
    rows = arranged()
    selectedRow = row(of: selectedID)
    if let before, let selectedRow { offset = max(0, offset + selectedRow - before) }
    if let selectedRow { lastRow = selectedRow }
  }

  private mutating func arranged() -> [Row] {
    let words = FilterIndex.words(of: filter.text)
    let column = sort.flatMap { sort in Row.columns.first { $0.id == sort.column } }
    guard !words.isEmpty || column?.key != nil else { return all }
    let all = all
    var positions = Array(all.indices)
    if !words.isEmpty { positions = filterIndex().rows(with: words) }
    if let sort, let key = column?.key {
      let first = positions.prefix { all[$0].standsFirst }
      positions =
        first
        + TableOrder.sorted(
          Array(positions.dropFirst(first.count)), by: { key(all[$0]) }, isAscending: sort.isAscending)
    }
    return positions.map { all[$0] }
  }

  private mutating func filterIndex() -> FilterIndex {
    if let index { return index }
    let new = FilterIndex(all, words: Row.columns.compactMap(\.words))
    index = new
    return new
  }
}
