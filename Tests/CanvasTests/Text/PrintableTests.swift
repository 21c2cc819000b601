import Canvas
import Testing

@Suite struct PrintableTests {
  @Test(arguments: [
    ("plain", "plain"), ("a\u{1B}[31mb", "a\u{FFFD}[31mb"), ("a\tb\nc", "a b c"), ("a\r\nb", "a b"), ("a\rb", "a b"),
    ("\u{9B}2J", "\u{FFFD}2J"), ("\u{0}\u{7}\u{7F}", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("a\u{202E}b", "a\u{FFFD}b"),
    ("a\u{2067}b\u{2069}", "a\u{FFFD}b\u{FFFD}"), ("a\u{200E}b", "a\u{FFFD}b"), ("a\u{2028}b", "a\u{FFFD}b"),
    ("\u{E000}", "\u{FFFD}"), ("\u{FFFF}", "\u{FFFD}"), ("\u{E0041}", "\u{FFFD}"), ("a\u{200B}b", "a\u{FFFD}b"),
    ("a\u{A0}b", "a b"), ("e\u{301}", "\u{E9}"), ("🇰🇾", "KY"), ("👩‍🚀", "👩"), ("👍🏽", "👍"), ("❤️", "❤ "),
    ("\u{301}", "\u{25CC}\u{301}"),
  ])
  func replacesWhatMustNotBeShown(text: String, expected: String) {
    #expect(Array(Printable.sanitised(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(arguments: [
    ("Café Zürich", "Cafe Zurich"), ("Straße", "Strase"), ("╭─╮│╰╯", "+-+|++"), ("█▌ ▸◆◉·…", "#- >*@.."), ("中", "? "),
    ("“it’s”", "\"it's\""), ("▲6 %", "^6 %"), ("⡇", "."), ("😀", "? "), ("\u{1B}", "?"), ("ﬁn", "fn"),
    ("→ ← – —", "> < - -"),
    ("e\u{301}", "e"), ("Ελλάδα", "??????"), ("Łódź", "Lodz"),
  ])
  func findsASCIIStandIns(text: String, expected: String) {
    #expect(Printable.ascii(text) == expected)
  }

  @Test func keepsTheWidthInASCII() {
    var hostile = HostileText(seed: 5)
    for _ in 0..<2_000 {
      let text = hostile.next()
      #expect(TextWidth.columns(Printable.ascii(text)) == TextWidth.columns(text))
    }
  }

  @Test func twiceIsOnce() {
    var hostile = HostileText(seed: 6)
    for _ in 0..<5_000 {
      let once = Printable.sanitised(hostile.next())
      #expect(Array(Printable.sanitised(once).unicodeScalars) == Array(once.unicodeScalars))
    }
  }

  @Test func noControlByteGetsThroughAnyExporter() {
    var hostile = HostileText(seed: 7)
    for round in 0..<2_000 {
      var canvas = Canvas(size: Size(width: 30, height: 3), glyphs: round % 2 == 0 ? .unicode : .ascii)
      for y in 0..<3 { canvas.put(hostile.next(), at: Point(x: round % 7 - 3, y: y), width: round % 3 == 0 ? 12 : nil) }
      var outputs = canvas.changes(since: nil).map(\.text)
      outputs.append(canvas.plainText.replacing("\n", with: ""))
      outputs.append(canvas.svg(theme: .dark).replacing("\n", with: ""))
      outputs.append(canvas.ansi(theme: .mono, depth: .none).replacing("\n", with: ""))
      for output in outputs { #expect(output.unicodeScalars.allSatisfy(Self.isHarmless)) }
      if canvas.glyphs == .ascii { #expect(canvas.plainText.utf8.allSatisfy { $0 < 0x7F }) }
    }
  }

  /// Written without the code under test: no C0, DEL, C1, direction control, separator, private use or noncharacter.
  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: false
    case 0xE000...0xF8FF, 0xFFF9...0xFFFB, 0xE0000...0x10FFFF: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }
}
