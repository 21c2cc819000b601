/// Text made safe to show. What comes from data may carry escape sequences, direction overrides or invisible
/// instructions; none of it may reach a terminal, a file or a log as it is.
package enum Printable {
  /// The text with nothing in it but visible glyphs and single spaces: white space of any kind becomes a space, every
  /// control (C0, DEL, C1), direction override, separator, invisible format, private or unassigned scalar becomes
  /// U+FFFD (in ASCII `?`), and clusters are reduced as `GlyphReader` says. Doing it twice changes nothing.
  package static func sanitised(_ text: String, glyphs: Glyphs = .unicode) -> String {
    if isPlain(text) { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    GlyphReader.forEachGlyph(of: text, glyphs: glyphs) { glyph in
      glyph.append(to: &bytes)
      return true
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text in ASCII: drawing signs get stand-ins, letters lose their marks, the rest is `?`.
  package static func ascii(_ text: String) -> String { sanitised(text, glyphs: .ascii) }

  /// Whether every byte is printable ASCII, so that nothing is to be done.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}
