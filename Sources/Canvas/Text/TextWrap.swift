extension TextWidth {
  /// The text broken into lines of at most `width` columns, at spaces where there are any, inside a word longer than a
  /// line where there are none. Line feeds in the text break too. Spaces at a break are left out. Safe to show.
  package static func wrap(_ text: String, width: Int, glyphs: Glyphs = .unicode) -> [String] {
    guard width > 0 else { return [] }
    let paragraphs = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return paragraphs.flatMap { wrapParagraph(String($0), width: width, glyphs: glyphs) }
  }

  private static func wrapParagraph(_ text: String, width: Int, glyphs: Glyphs) -> [String] {
    var read: [Glyph] = []
    GlyphReader.forEachGlyph(of: text, glyphs: glyphs) { glyph in
      read.append(glyph)
      return true
    }
    if read.last?.isBlank == true && text.utf8.last == 0x0D { read.removeLast() }
    return lines(of: read, width: width).map { line in
      var bytes: [UInt8] = []
      for glyph in read[line] { glyph.append(to: &bytes) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Which glyphs stand on which line. An empty text has one empty line. A glyph wider than a line is left out.
  static func lines(of glyphs: [Glyph], width: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < glyphs.count {
      let fitting = end(of: glyphs, from: start, width: width)
      if fitting == glyphs.count {
        lines.append(start..<fitting)
        return lines
      }
      var end = fitting
      if !glyphs[fitting].isBlank, let space = glyphs[start..<fitting].lastIndex(where: \.isBlank), space > start {
        end = space
      }
      var next = end
      while next < glyphs.count, glyphs[next].isBlank { next += 1 }
      while end > start, glyphs[end - 1].isBlank { end -= 1 }
      if next == start { next += 1 }  // A wide glyph on a line of one column.
      if end > start { lines.append(start..<end) }
      start = next
    }
    return lines.isEmpty ? [0..<0] : lines
  }

  private static func end(of glyphs: [Glyph], from start: Int, width: Int) -> Int {
    var used = 0
    var index = start
    while index < glyphs.count {
      used += Int(glyphs[index].width)
      if used > width { break }
      index += 1
    }
    return index
  }
}
