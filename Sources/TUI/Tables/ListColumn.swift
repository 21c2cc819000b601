import Canvas
import Core

/// One column of a list: what is drawn, sorted, filtered, copied and exported comes from here alone.
package struct ListColumn<Row>: Sendable {
  /// Names it in files and in what is remembered: `snake_case`.
  package let id: String
  /// Title, side and width on screen, for the usual formats.
  package var column: Column
  /// The fewest columns it takes with other formats; nil is the same with all.
  package var width: (@Sendable (Formats) -> Int)?
  /// Whether it has a place on screen; else it is in files alone.
  package let isDrawn: Bool
  /// What rows are ordered by; nil where an order has no sense.
  package let key: (@Sendable (Row) -> SortKey)?
  /// Whether the first sort by it puts the largest first.
  package let startsDescending: Bool
  /// What a filter looks through; nil is not searched.
  package let words: (@Sendable (Row) -> String)?
  /// The value in a file, at full precision; nil keeps the column on the screen, as bars are.
  package let value: (@Sendable (Row, CellContext) -> JSON)?
  /// What stands in the cell.
  package var cell: @Sendable (Row, CellContext) -> StyledLine

  /// A column on the screen, and in files too where it has a value.
  package init(
    _ id: String, _ column: Column, key: (@Sendable (Row) -> SortKey)? = nil, startsDescending: Bool = false,
    words: (@Sendable (Row) -> String)? = nil, width: (@Sendable (Formats) -> Int)? = nil,
    value: (@Sendable (Row, CellContext) -> JSON)?,
    cell: @escaping @Sendable (Row, CellContext) -> StyledLine
  ) {
    self.id = id
    self.column = column
    isDrawn = true
    self.width = width
    self.key = key
    self.startsDescending = startsDescending
    self.words = words
    self.value = value
    self.cell = cell
  }

  /// A column of files alone.
  package init(file id: String, value: @escaping @Sendable (Row, CellContext) -> JSON) {
    self.id = id
    column = Column(id, minimum: 1)
    isDrawn = false
    key = nil
    startsDescending = false
    words = nil
    self.value = value
    cell = { _, _ in .empty }
  }

  /// What a person calls it: its header, or its id where the header has no words.
  package var name: String { column.title.isEmpty ? id : column.title }

  /// Its place on screen with some formats.
  package func column(_ formats: Formats) -> Column {
    guard let least = width?(formats) else { return column }
    return Column(
      column.title, align: column.align, minimum: least, ideal: least + column.ideal - column.minimum,
      isFlexible: column.isFlexible,
      priority: column.priority)
  }
}

/// What a cell's text depends on beside its row.
package struct CellContext: Sendable {
  /// The town's clock.
  package let now: Timestamp
  package let zone: ZoneTable
  package let formats: Formats
  package let glyphs: Glyphs
  package let changes: ChangeMarks
}

/// A row of a list that is described by columns. It is the type that knows them, so that a list's state needs no
/// functions in it and stays a value that can be compared.
package protocol ListRow: Identifiable, Equatable, Sendable where ID: Sendable {
  /// The list's name in files and in what is remembered.
  static var listName: String { get }
  /// In the order in which they are shown.
  static var columns: [ListColumn<Self>] { get }
  /// Whether it stands before all others in any order, as a sum does.
  var standsFirst: Bool { get }
}

extension ListRow {
  package var standsFirst: Bool { false }
}

extension State {
  /// What cells need to know now.
  package func cellContext(_ glyphs: Glyphs = .unicode) -> CellContext {
    CellContext(now: now, zone: zone, formats: formats, glyphs: glyphs, changes: discovery.marks)
  }
}
