/// How many columns text takes, and how to make it fit. All functions count what `GlyphReader` would draw.
package enum TextWidth {
  /// Columns of the text. Linear in the text.
  package static func columns(_ text: String, glyphs: Glyphs = .unicode) -> Int {
    if Printable.isPlain(text) { return text.utf8.count }
    var columns = 0
    GlyphReader.forEachGlyph(of: text, glyphs: glyphs) { glyph in
      columns += Int(glyph.width)
      return true
    }
    return columns
  }

  /// The text cut to at most `width` columns, ending with an ellipsis where something was cut off. Safe to show.
  ///
  /// A wide glyph is never cut in half, so the result may be a column short.
  package static func clip(
    _ text: String, to width: Int, ellipsis: Bool = true, glyphs: Glyphs = .unicode
  ) -> String {
    guard width > 0 else { return "" }
    guard columns(text, glyphs: glyphs) > width else { return Printable.sanitised(text, glyphs: glyphs) }
    let room = ellipsis ? width - 1 : width
    var bytes: [UInt8] = []
    var used = 0
    GlyphReader.forEachGlyph(of: text, glyphs: glyphs) { glyph in
      guard used + Int(glyph.width) <= room else { return false }
      glyph.append(to: &bytes)
      used += Int(glyph.width)
      return true
    }
    if ellipsis { Glyph(glyphs.ellipsis).append(to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text in exactly `width` columns: cut with an ellipsis, or filled with spaces.
  package static func pad(
    _ text: String, to width: Int, align: Alignment = .left, glyphs: Glyphs = .unicode
  ) -> String {
    let clipped = clip(text, to: width, glyphs: glyphs)
    let free = max(0, width - columns(clipped, glyphs: glyphs))
    let before = align.blanksBefore(free)
    return String(repeating: " ", count: before) + clipped + String(repeating: " ", count: free - before)
  }
}

/// Where text stands in a field wider than itself.
package enum Alignment: Sendable {
  case left, centre, right

  /// How many of `free` columns come before the text.
  func blanksBefore(_ free: Int) -> Int {
    switch self {
    case .left: 0
    case .centre: free / 2
    case .right: free
    }
  }
}
