import Canvas
import Core

/// Where the keyboard is within a page: a line, and a place along it.
package struct PageCursor: Hashable, Sendable {
  package var line = 0
  /// Nil is the line's own: the last day of a chart, the first cell of a row.
  package var column: Int?

  package init(line: Int = 0, column: Int? = nil) {
    self.line = line
    self.column = column
  }
}

/// A part of a page: what is drawn, and which of its numbers the keyboard can be on. Lines go down, places along each go
/// across; what stands behind the one with the keyboard is its note.
struct PagePart {
  /// How many rows it takes in so many columns.
  let rows: (_ width: Int) -> Int
  /// Draws it; the cursor is nil while the keyboard is elsewhere.
  let draw: (inout Canvas, Rect, PageCursor?) -> Void
  /// How many lines the keyboard can be on.
  var lines = 0
  /// How many places each line has.
  var columns = 1
  /// Whether a line begins with its last place, as a chart with today.
  var startsAtEnd = false
  /// The row a line stands on.
  var row: (_ line: Int) -> Int = { $0 }
  /// What stands behind a place.
  var note: (PageCursor) -> NumberNote? = { _ in nil }

  /// The place along a line that a cursor means.
  func column(of cursor: PageCursor) -> Int {
    min(max(0, cursor.column ?? (startsAtEnd ? columns - 1 : 0)), max(0, columns - 1))
  }
}

extension PagePart {
  /// A part that is only looked at.
  init(_ section: PageSection) {
    self.init(rows: section.rows, draw: { canvas, area, _ in section.draw(&canvas, area) })
  }

  /// Lines of text below a heading.
  static func text(_ heading: String, _ lines: [StyledLine], glyphs: Glyphs) -> PagePart {
    PagePart(PageSection(heading, lines, glyphs: glyphs))
  }

  /// A table below a heading, whose rows the keyboard can be on.
  /// - Parameter most: rows in sight at once; a longer table scrolls by itself. Nil shows all.
  static func table(
    _ heading: String, _ columns: [Column], rows count: Int, most: Int? = nil, emptyText: String = "",
    note: @escaping (_ row: Int) -> NumberNote?, cell: @escaping (_ row: Int, _ column: Int) -> StyledLine
  ) -> PagePart {
    let head = heading.isEmpty ? 0 : 1
    return PagePart(
      rows: { _ in head + min(most ?? .max, max(1, count)) + (count > 0 ? 1 : 0) },
      draw: { canvas, area, cursor in
        let (top, rest) = area.splitTop(head)
        if head > 0 { canvas.put(StyledLine(heading, .header), at: top.origin, width: top.width) }
        Table(
          columns: columns, rowCount: count, selection: cursor?.line, isFocused: cursor != nil, emptyText: emptyText,
          content: cell
        ).draw(on: &canvas, in: rest)
      }, lines: count, row: { min($0, (most ?? .max) - 1) + head + 1 }, note: { note($0.line) })
  }

  /// A chart of a fixed height below a heading, along which the keyboard moves.
  static func chart(
    _ heading: String, height: Int, places: Int, startsAtEnd: Bool = true,
    note: @escaping (_ place: Int) -> NumberNote?,
    draw: @escaping (inout Canvas, Rect, _ place: Int?) -> Void
  ) -> PagePart {
    let head = heading.isEmpty ? 0 : 1
    func place(_ cursor: PageCursor) -> Int {
      min(max(0, cursor.column ?? (startsAtEnd ? places - 1 : 0)), max(0, places - 1))
    }
    return PagePart(
      rows: { _ in height + head },
      draw: { canvas, area, cursor in
        let (top, rest) = area.splitTop(head)
        if head > 0 { canvas.put(StyledLine(heading, .header), at: top.origin, width: top.width) }
        draw(&canvas, rest, cursor.map(place))
      }, lines: places > 0 ? 1 : 0, columns: places, startsAtEnd: startsAtEnd, row: { _ in head },
      note: { note(place($0)) })
  }
}
