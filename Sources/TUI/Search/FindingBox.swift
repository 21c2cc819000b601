import Canvas

/// The box of the palette and of the search: a line that is typed, and below it room for what was found. It keeps its
/// size whatever is found, so that nothing jumps while one types.
struct FindingBox {
  let title: String
  /// What stands before the typed text.
  let sign: String
  let entry: TextEntry
  /// A number or a word at the end of the line.
  let detail: String

  private static let widest = 104
  private static let highest = 26

  /// Draws the box and the line; returns the room below, and where text is being typed.
  func draw(on canvas: inout Canvas, in area: Rect) -> (list: Rect, cursor: Point?) {
    let content = Size(width: min(Self.widest, area.width - 6), height: min(Self.highest, area.height - 2))
    let inside = Overlay(title, content: content).draw(on: &canvas, in: area)
    let (line, below) = inside.splitTop(1)
    let width = TextWidth.columns(detail, glyphs: canvas.glyphs)
    let (right, field) = line.splitRight(width)
    canvas.put(detail, at: right.origin, style: .muted)
    canvas.put(sign, at: field.origin, style: .key)
    let cursor = entry.field.draw(on: &canvas, in: field.inset(left: sign.count + 1, right: 1))
    let divider = below.splitTop(1).top
    canvas.fill(divider, with: canvas.glyphs.horizontal, style: .border)
    return (below.inset(top: 1), cursor)
  }

  /// The room below the line, for clicks.
  func list(in area: Rect) -> Rect {
    var canvas = Canvas(size: Size(width: area.right, height: area.bottom))
    return draw(on: &canvas, in: area).list
  }
}
