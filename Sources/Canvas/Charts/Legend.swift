/// What the signs of a chart mean, on one line: `$ a day  ⠤⠤ revenue $412  ⠄⠄ spend $120`. With a cursor the values under
/// it stand behind the names.
struct Legend {
  /// A sign, its name, and the value under the cursor.
  struct Entry {
    let sign: String
    let style: Style
    let name: String
    var value = ""
  }

  /// What the numbers are.
  let unit: String
  /// Where the cursor is; may be empty.
  var place = ""
  /// From left to right.
  let entries: [Entry]

  /// Whether there is nothing to say.
  var isEmpty: Bool { unit.isEmpty && place.isEmpty && entries.allSatisfy { $0.name.isEmpty } }

  /// Draws it over the first row of the area, whole entries only; the unit goes first where there is no room.
  func draw(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    for showsUnit in [true, false] {
      let line = line(showsUnit: showsUnit)
      if line.columns(glyphs: canvas.glyphs) <= area.width || !showsUnit {
        canvas.put(line, at: area.origin, width: area.width)
        return
      }
    }
  }

  private func line(showsUnit: Bool) -> StyledLine {
    var parts: [StyledLine] = []
    if showsUnit, !unit.isEmpty { parts.append(StyledLine(unit, .muted)) }
    if !place.isEmpty { parts.append(StyledLine(place, .title)) }
    for entry in entries where !entry.name.isEmpty || !entry.value.isEmpty {
      var part: StyledLine = [Span(entry.sign, entry.style)]
      if !entry.name.isEmpty { part += StyledLine(" " + entry.name) }
      if !entry.value.isEmpty { part += StyledLine(" " + entry.value, .title) }
      parts.append(part)
    }
    return parts.enumerated().reduce(.empty) { $0 + ($1.offset > 0 ? "  " : "") + $1.element }
  }
}
