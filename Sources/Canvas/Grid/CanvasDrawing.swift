extension Canvas {
  /// Draws text from `point` to the right and returns the columns used, also those that were clipped away.
  ///
  /// With a `width` the text becomes a field of exactly that many columns: cut with an ellipsis, aligned, the rest of
  /// the field blank. The text is always made safe first; there is no way to draw it raw.
  @discardableResult
  package mutating func put(
    _ text: String, at point: Point, style: Style = .text, width: Int? = nil, align: Alignment = .left
  ) -> Int {
    guard let width else { return write(text, at: point, style: style) }
    guard width > 0 else { return 0 }
    let needed = TextWidth.columns(text, glyphs: glyphs)
    if needed > width {
      return put(TextWidth.clip(text, to: width, glyphs: glyphs), at: point, style: style, width: width, align: align)
    }
    let before = align.blanksBefore(width - needed)
    fill(Rect(x: point.x, y: point.y, width: width, height: 1), style: style)
    write(text, at: Point(x: point.x + before, y: point.y), style: style)
    return width
  }

  /// Draws one scalar, made safe; `count` times to the right.
  package mutating func put(_ scalar: Unicode.Scalar, at point: Point, style: Style = .text, count: Int = 1) {
    let row = Rect(x: point.x, y: point.y, width: count, height: 1)
    fill(row, with: scalar, style: style)
  }

  /// Fills an area with a scalar one column wide (others are replaced), by default with blanks.
  package mutating func fill(_ area: Rect, with scalar: Unicode.Scalar = " ", style: Style = .text) {
    let visible = area.intersection(clip)
    guard !visible.isEmpty else { return }
    let cell = Cell(single(scalar), style)
    for y in visible.rows {
      mend(x: visible.x, y: y)
      mend(x: visible.right - 1, y: y)
      let start = y * size.width + visible.x
      for index in start..<start + visible.width { cells[index] = cell }
    }
  }

  /// Gives the cells of an area another style and leaves what they show. A wide glyph goes with its first cell.
  package mutating func restyle(_ area: Rect, _ style: (Style) -> Style) {
    let visible = area.intersection(clip)
    for y in visible.rows {
      for index in y * size.width + visible.x..<y * size.width + visible.right {
        guard !cells[index].glyph.isContinuation else { continue }
        let new = style(cells[index].style)
        cells[index] = cells[index].restyled(new)
        if cells[index].glyph.width == 2 { cells[index + 1] = cells[index + 1].restyled(new) }
      }
    }
  }

  /// Shows a row as the one with the keyboard: in reverse, but what is read by its colour keeps it.
  package mutating func showSelected(_ area: Rect) {
    restyle(area) { style in
      style.role.isReadByColour ? style : Style(.selection, style.attributes.subtracting([.dim, .reverse]))
    }
  }

  @discardableResult
  private mutating func write(_ text: String, at point: Point, style: Style) -> Int {
    let limit = Int(Int32.max)
    guard abs(point.x) < limit, abs(point.y) < limit else { return 0 }
    var x = point.x
    let visible = clip.rows.contains(point.y) && clip.width > 0
    GlyphReader.forEachGlyph(of: text, glyphs: glyphs) { glyph in
      if visible { place(glyph, x: x, y: point.y, style: style) }
      x += Int(glyph.width)
      return true
    }
    return x - point.x
  }

  /// Draws one glyph; of a wide one that is half clipped away, the visible half becomes blank.
  @inline(__always)
  mutating func place(_ glyph: Glyph, x: Int, y: Int, style: Style) {
    let last = x + Int(glyph.width) - 1
    guard last >= clip.x, x < clip.right else { return }
    let row = y * size.width
    if glyph.width == 1 {
      if cells[row + x].glyph.width != 1 { mend(x: x, y: y) }
      cells[row + x] = Cell(glyph, style)
    } else if x >= clip.x, last < clip.right {
      mend(x: x, y: y)
      mend(x: last, y: y)
      cells[row + x] = Cell(glyph, style)
      cells[row + last] = Cell(.continuation, style)
    } else {
      let seen = x < clip.x ? last : x
      mend(x: seen, y: y)
      cells[row + seen] = Cell(.blank, style)
    }
  }

  /// Makes the cell free to be overwritten: when it is half of a wide glyph, both halves become blank.
  private mutating func mend(x: Int, y: Int) {
    let index = y * size.width + x
    switch cells[index].glyph.width {
    case 2: cells[index + 1] = Cell(.blank, cells[index + 1].style)
    case 0: cells[index - 1] = Cell(.blank, cells[index - 1].style)
    default: return
    }
    cells[index] = Cell(.blank, cells[index].style)
  }

  private func single(_ scalar: Unicode.Scalar) -> Glyph {
    let kind = ScalarClass.of(scalar)
    if kind.isSimple, kind.width == 1, glyphs == .unicode || scalar.isASCII {
      return kind.isSpace ? .blank : Glyph(scalar)
    }
    var result = Glyph.blank
    GlyphReader.forEachGlyph(of: String(Character(scalar)), glyphs: glyphs) { glyph in
      result = glyph.width == 1 ? glyph : Glyph(glyphs.substitute)
      return false
    }
    return result
  }
}
