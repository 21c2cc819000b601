import Canvas
import Core

/// The parts of a page in one or two columns, and where the keyboard is among their lines: down one column, then down the
/// next.
struct PartStack {
  private let columns: [[PagePart]]
  private let areas: [Rect]
  /// Where each part stands, column by column.
  private let places: [[Rect]]
  /// Rows of the whole page.
  let height: Int

  /// - Parameter least: the height of the place it is drawn in.
  init(_ columns: [[PagePart]], width: Int, gap: Int, height least: Int) {
    self.columns = columns
    areas = Rect(x: 0, y: 0, width: width, height: 1).columns(max(1, columns.count), gap: gap)
    var places: [[Rect]] = []
    for (column, area) in zip(columns, areas) {
      var y = 0
      places.append(
        column.map { part in
          let rows = part.rows(area.width)
          defer { y += rows + (rows > 0 ? 1 : 0) }
          return Rect(x: area.x, y: y, width: area.width, height: rows)
        })
    }
    self.places = places
    height = max(0, places.flatMap(\.self).map(\.bottom).max() ?? 0)
  }

  private var parts: [PagePart] { columns.flatMap(\.self) }

  /// Lines that the keyboard can be on.
  var lines: Int { parts.reduce(0) { $0 + $1.lines } }

  /// The part a line is in, and the line within it; nil without lines.
  func part(at cursor: PageCursor) -> (part: PagePart, cursor: PageCursor)? {
    var line = min(max(0, cursor.line), lines - 1)
    for part in parts {
      if line < part.lines { return (part, PageCursor(line: line, column: cursor.column)) }
      line -= part.lines
    }
    return nil
  }

  /// The first row in sight so that the line with the keyboard is: the start of the page for its first line, the end for
  /// its last. A page without lines is scrolled by the cursor itself.
  func offset(_ cursor: PageCursor?, height: Int) -> Int {
    guard let cursor else { return 0 }
    let most = max(0, self.height - height)
    guard lines > 0 else { return min(cursor.line, most) }
    let line = min(cursor.line, lines - 1)
    var base = 0
    for (column, areas) in zip(columns, places) {
      for (part, area) in zip(column, areas) {
        defer { base += part.lines }
        guard line >= base, line < base + part.lines else { continue }
        let row = area.y + part.row(line - base)
        if line == lines - 1 { return min(most, max(0, row)) }
        // A little of what follows stays in sight.
        return min(most, max(0, row + 2 - height))
      }
    }
    return 0
  }

  /// The line at a point of the whole page; a part with a single line is that line everywhere. Nil where there is none.
  func line(at point: Point) -> Int? {
    var base = 0
    for (column, areas) in zip(columns, places) {
      for (part, area) in zip(column, areas) {
        defer { base += part.lines }
        guard area.contains(point), part.lines > 0 else { continue }
        if part.lines == 1 { return base }
        return (0..<part.lines).first { area.y + part.row($0) == point.y }.map { base + $0 }
      }
    }
    return nil
  }

  /// Draws as much as fits. A part that is wholly out of sight is not drawn.
  func draw(_ cursor: PageCursor?, on canvas: inout Canvas, in area: Rect) {
    let first = offset(cursor, height: area.height)
    var drawn = Canvas(size: Size(width: area.width, height: max(height, area.height)), glyphs: canvas.glyphs)
    let marked = cursor.map { min(max(0, $0.line), max(0, lines - 1)) }
    var base = 0
    for (column, areas) in zip(columns, places) {
      for (part, place) in zip(column, areas) {
        defer { base += part.lines }
        guard place.bottom > first, place.y < first + area.height else { continue }
        let isHere = marked.map { $0 >= base && $0 < base + part.lines } ?? false
        part.draw(
          &drawn, place, isHere ? PageCursor(line: (marked ?? 0) - base, column: cursor?.column) : nil)
      }
    }
    canvas.put(drawn, from: first, in: area)
  }
}
