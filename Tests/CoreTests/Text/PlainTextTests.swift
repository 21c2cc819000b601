import Testing

@testable import Core

@Suite struct PlainTextTests {
  @Test func removesOuterBlanks() throws {
    #expect(try PlainText.checked("  Conch fritters \u{3000}", field: "title") == "Conch fritters")
    #expect(try PlainText.checked("Küche 日本 👩‍👩‍👧‍👦", field: "title") == "Küche 日本 👩‍👩‍👧‍👦")
    #expect(try PlainText.checked(" \u{A0}", field: "title", allowEmpty: true).isEmpty)
  }

  @Test func refusesAnEmptyText() {
    for text in ["", "   ", "\u{A0}\u{2003}"] {
      #expect(throws: InvalidInput(field: "title", "is empty; give a text")) {
        try PlainText.checked(text, field: "title")
      }
    }
  }

  @Test func countsScalarsUpToTheLimit() throws {
    let full = String(repeating: "é", count: 120)
    #expect(try PlainText.checked(full, field: "title") == full)
    #expect(throws: InvalidInput(field: "title", "is longer than 120 characters; shorten it")) {
      try PlainText.checked(full + "é", field: "title")
    }
    // One character on screen, but more scalars than a cell should ever hold.
    #expect(throws: InvalidInput.self) {
      try PlainText.checked("e" + String(repeating: "\u{301}", count: 120), field: "title")
    }
  }

  @Test func refusesTenMegabytesAtOnce() {
    let huge = String(repeating: "x", count: 10_000_000)
    #expect(throws: InvalidInput(field: "title", "is longer than 120 characters; shorten it")) {
      try PlainText.checked(huge, field: "title")
    }
  }

  @Test(arguments: [
    ("a\u{1B}[2J", "U+001B"), ("a\nb", "U+000A"), ("a\r\nb", "U+000D"), ("a\tb", "U+0009"), ("a\u{0}", "U+0000"),
    ("\u{7F}", "U+007F"), ("\u{85}", "U+0085"), ("\u{9B}31m", "U+009B"), ("a\u{2028}b", "U+2028"),
    ("a\u{2029}b", "U+2029"), ("a\u{202E}b", "U+202E"), ("a\u{2066}b", "U+2066"), ("a\u{2069}b", "U+2069"),
  ])
  func refusesWhatSteersATerminal(text: String, code: String) {
    #expect(throws: InvalidInput(field: "title", "holds the control character \(code); remove it")) {
      try PlainText.checked(text, field: "title")
    }
  }

  /// Unicode 15: general category Cc, the two separators Zl and Zp, and Bidi_Control without the three plain marks.
  @Test func forbidsControlsSeparatorsAndOverridesAlone() {
    let forbidden = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter(PlainText.isForbidden)
    let categories: [Unicode.GeneralCategory] = [.control, .lineSeparator, .paragraphSeparator]
    let expected = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter {
      categories.contains($0.properties.generalCategory)
        || ($0.properties.isBidiControl && ![0x61C, 0x200E, 0x200F].contains($0.value))
    }
    #expect(forbidden == expected)
  }

  @Test func showsAPartThatIsSafeToPrint() {
    #expect(PlainText.printable("sunny", limit: 5) == "sunny")
    #expect(PlainText.printable("sunny ", limit: 5) == "sunny…")
    #expect(PlainText.printable("", limit: 5).isEmpty)
    #expect(PlainText.printable("a\u{1B}[2J\nb\u{202E}", limit: 40) == "a\u{FFFD}[2J\u{FFFD}b\u{FFFD}")
    #expect(PlainText.printable("e" + String(repeating: "\u{301}", count: 1000), limit: 9).unicodeScalars.count == 10)
  }
}

@Suite struct WordsTests {
  @Test(
    arguments: [
      (47, "47"), (12.5, "12.5"), (12.04, "12"), (12.06, "12.1"), (-0.5, "-0.5"), (-3, "-3"), (0, "0"), (-0.01, "0"),
      (.infinity, "inf"), (.nan, "nan"), (1e300, "1e+300"), (123_456_789, "123456789"),
    ] as [(Double, String)])
  func numbersHaveNoNeedlessFraction(value: Double, text: String) {
    #expect(Words.number(value) == text)
  }

  @Test func percentagesAreWhole() {
    #expect(Words.percent(0.615) == "62 %")
    #expect(Words.percent(0.5) == "50 %")
    #expect(Words.percent(.nan) == "nan %")
  }

  /// Two numbers on either side of a limit never look the same.
  @Test(
    arguments: [
      (301, 300, "301", "300"), (23.9997222, 24, "23.9997", "24"), (1e-9, 0, "1e-09", "0.0"),
      (299.6, 300.4, "299.6", "300.4"), (300.04, 300, "300.04", "300"), (5, 5, "5", "5"),
      (.infinity, 5, "inf", "5"),
    ] as [(Double, Double, String, String)])
  func pairsShowTheirDifference(one: Double, other: Double, first: String, second: String) {
    #expect(Words.pair(one, other) == (first, second))
  }

  @Test func listsItemsAsPeopleDo() {
    #expect(Words.either([]).isEmpty)
    #expect(Words.either(["Fri"]) == "Fri")
    #expect(Words.either(["Fri", "Sat"]) == "Fri or Sat")
    #expect(Words.either(["Fri", "Sat", "Sun"]) == "Fri, Sat or Sun")
  }
}
