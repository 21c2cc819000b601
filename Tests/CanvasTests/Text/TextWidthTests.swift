import Canvas
import Testing

/// Widths from Unicode Standard Annex 11 and what xterm, VTE and kitty agree on.
@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("offer", 5), ("café", 4), ("cafe\u{301}", 4), ("中文", 4), ("ｶﾞ", 2), ("Ｆ", 2), ("한", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("─█⡇▸◆", 5), ("…", 1), ("→", 1), ("°", 1), ("€", 1), ("é\u{323}", 1),
  ])
  func countsLettersAndMarks(text: String, columns: Int) {
    #expect(TextWidth.columns(text) == columns)
  }

  @Test(arguments: [
    ("😀", 2), ("👩‍🚀", 2), ("👨‍👩‍👧‍👦", 2), ("👍🏽", 2), ("🏽", 2), ("🇰🇾", 2), ("🇰", 1), ("❤", 1), ("❤️", 2), ("⌚", 2), ("⌚️", 2),
    ("1️⃣", 2), ("☂\u{FE0E}", 1), ("🏴‍☠️", 2), ("❤️‍🔥", 2), ("🧑🏽‍🚀x", 3),
  ])
  func countsEmojiAsTwoColumns(text: String, columns: Int) {
    #expect(TextWidth.columns(text) == columns)
  }

  @Test(arguments: [("का", 2), ("क्", 1), ("สำ", 2), ("שָׁ", 1), ("م‌خ", 2), ("\u{301}", 1)])
  func countsOtherScripts(text: String, columns: Int) {
    #expect(TextWidth.columns(text) == columns)
  }

  @Test func isWhatIsDrawn() {
    var hostile = HostileText(seed: 11)
    for _ in 0..<2_000 {
      let text = hostile.next()
      for glyphs in Glyphs.allCases {
        var canvas = Canvas(size: Size(width: 100, height: 1), glyphs: glyphs)
        #expect(canvas.put(text, at: .origin) == TextWidth.columns(text, glyphs: glyphs))
      }
    }
  }

  @Test(arguments: [
    ("Sunset dinner", 13, "Sunset dinner"), ("Sunset dinner", 12, "Sunset dinn…"), ("Sunset", 1, "…"),
    ("Sunset", 0, ""), ("Sunset", -3, ""), ("中文字", 5, "中文…"), ("中文字", 4, "中…"), ("中文字", 6, "中文字"),
    ("a\u{1B}[1mb", 3, "a\u{FFFD}…"),
  ])
  func clipsAtWholeGlyphs(text: String, width: Int, expected: String) {
    #expect(TextWidth.clip(text, to: width) == expected)
  }

  @Test func clipsWithoutEllipsisAndInASCII() {
    #expect(TextWidth.clip("Sunset", to: 3, ellipsis: false) == "Sun")
    #expect(TextWidth.clip("Café Zürich", to: 7, glyphs: .ascii) == "Cafe Z~")
  }

  @Test func padsToExactlyTheWidth() {
    #expect(TextWidth.pad("ab", to: 5) == "ab   ")
    #expect(TextWidth.pad("ab", to: 5, align: .right) == "   ab")
    #expect(TextWidth.pad("ab", to: 5, align: .centre) == " ab  ")
    #expect(TextWidth.pad("中文字", to: 4) == "中… ")
    var hostile = HostileText(seed: 12)
    for width in 0..<200 {
      #expect(TextWidth.columns(TextWidth.pad(hostile.next(), to: width % 20)) == width % 20)
    }
  }
}
