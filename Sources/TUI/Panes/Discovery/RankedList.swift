import Canvas
import Core

/// Ranked offers, one a row; below the selected one the bars of its five factors.
struct RankedList {
  let offers: [RankedOffer]
  let partnerNames: [Partner.ID: String]
  let selection: Int?
  let isFocused: Bool
  let marks: ChangeMarks

  private static let columns = [
    Column("score", align: .right, minimum: 5, priority: 9),
    Column("", minimum: 10, priority: 2),
    Column("offer", minimum: 18, ideal: 26, isFlexible: true, priority: 8),
    Column("partner", minimum: 8, ideal: 18, isFlexible: true, priority: 5),
    Column("walk", align: .right, minimum: 6, priority: 4),
    Column("worth", align: .right, minimum: 7, priority: 6),
  ]

  /// The rows in sight and how many lines of bars they have below them.
  private struct Window {
    let rows: Range<Int>
    let barLines: Int
    /// The one row with bars; nil when every row has room for its own.
    let expanded: Int?

    /// How many lines of bars a row has.
    func lines(below row: Int) -> Int { expanded == nil || expanded == row ? barLines : 0 }
  }

  /// Draws header, rows and bars, with a scrollbar where not all rows are in sight.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let (header, body) = area.splitTop(1)
    guard !header.isEmpty else { return }
    let window = window(body)
    let overflows = window.rows.count < offers.count
    let columns = Column.fit(Self.columns, in: area.width - 1 - (overflows ? 2 : 0))
    drawHeader(columns, on: &canvas, at: header.origin)
    var y = body.y
    for row in window.rows {
      draw(row, columns, on: &canvas, in: Rect(x: body.x, y: y, width: body.width, height: 1))
      y += 1
      let lines = Rect(x: body.x + 1, y: y, width: body.width - 3, height: window.lines(below: row))
      FactorBars(offers[row]).draw(on: &canvas, in: lines)
      y += lines.height
    }
    if overflows {
      Table.drawScrollbar(on: &canvas, in: body.splitRight(1).right, rows: window.rows, count: offers.count)
    }
  }

  /// The row at a point of the screen.
  func row(at point: Point, in area: Rect) -> Int? {
    let body = area.splitTop(1).rest
    guard body.contains(point) else { return nil }
    let window = window(body)
    var y = body.y
    for row in window.rows {
      let height = 1 + window.lines(below: row)
      if point.y < y + height { return row }
      y += height
    }
    return nil
  }

  /// As many rows around the selection as fit, it and its bars always among them; on a high screen all have bars.
  private func window(_ body: Rect) -> Window {
    let wanted = selection == nil ? 0 : FactorBars.lines(width: body.width - 3)
    if offers.count * (1 + wanted) <= body.height {
      return Window(rows: offers.indices, barLines: wanted, expanded: nil)
    }
    let bars = body.height >= wanted + 2 ? wanted : 0
    let shown = max(0, min(offers.count, body.height - bars))
    let first = Scrolling.offset((selection ?? 0) - shown / 2, keeping: selection, height: shown, count: offers.count)
    return Window(rows: first..<min(offers.count, first + shown), barLines: bars, expanded: selection)
  }

  private func drawHeader(_ columns: [(index: Int, width: Int)], on canvas: inout Canvas, at origin: Point) {
    var x = origin.x + 1
    for (index, width) in columns {
      let column = Self.columns[index]
      canvas.put(column.title, at: Point(x: x, y: origin.y), style: .header, width: width, align: column.align)
      x += width + 1
    }
  }

  private func draw(_ row: Int, _ columns: [(index: Int, width: Int)], on canvas: inout Canvas, in line: Rect) {
    var x = line.x + 1
    for (index, width) in columns {
      let cell = cell(offers[row], index, width: width, isSelected: row == selection, glyphs: canvas.glyphs)
      canvas.put(cell, at: Point(x: x, y: line.y), width: width, align: Self.columns[index].align)
      x += width + 1
    }
    guard row == selection else { return }
    canvas.put(canvas.glyphs.selection, at: line.origin, style: Style.accent.bold)
    if isFocused {
      canvas.restyle(line.inset(right: line.width - (x - 1 - line.x))) { Style(.selection, $0.attributes) }
    }
  }

  private func cell(_ offer: RankedOffer, _ column: Int, width: Int, isSelected: Bool, glyphs: Glyphs) -> StyledLine {
    let emphasis: Style = isSelected ? Style.text.bold : .text
    switch column {
    case 0:
      let mark = marks.contains(.score(offer.offer.id)) ? String(glyphs.changed) : ""
      return [Span(mark, .accent), Span(String(offer.shownScore), emphasis)]
    case 1: return FactorBars(offer).stacked(width: width, glyphs: glyphs)
    case 2: return StyledLine(offer.offer.title, emphasis)
    case 3: return StyledLine(partnerNames[offer.offer.partnerID] ?? "partner \(offer.offer.partnerID)", .muted)
    case 4: return StyledLine("\(Int(offer.walk.minutes.rounded(.up))) min")
    default: return StyledLine(Money(cents: offer.valueCents, offer.offer.currency).shown)
    }
  }
}
