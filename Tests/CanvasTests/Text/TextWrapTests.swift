import Canvas
import Testing

@Suite struct TextWrapTests {
  @Test(arguments: [
    ("walk there and back", 10, ["walk there", "and back"]),
    ("walk there and back", 4, ["walk", "ther", "e", "and", "back"]),
    ("", 5, [""]), ("a\nb", 5, ["a", "b"]), ("a\r\nb", 5, ["a", "b"]), ("a\n\nb", 5, ["a", "", "b"]),
    ("中文字", 4, ["中文", "字"]), ("中文字", 5, ["中文", "字"]), ("中", 1, [""]), ("abc", 0, []),
    ("one  two", 3, ["one", "two"]), ("  one", 10, ["  one"]),
  ])
  func breaksAtSpaces(text: String, width: Int, lines: [String]) {
    #expect(TextWidth.wrap(text, width: width) == lines)
  }

  @Test func neverExceedsTheWidthNorLosesALetter() {
    var random = SplitMix64(seed: 3)
    var hostile = HostileText(seed: 4)
    for _ in 0..<1_000 {
      let text = (0..<5).map { _ in hostile.next() }.joined(separator: " ")
      let width = Int.random(in: 2...30, using: &random)
      let lines = TextWidth.wrap(text, width: width)
      #expect(lines.allSatisfy { TextWidth.columns($0) <= width })
      let kept = lines.joined().unicodeScalars.filter { $0 != " " }
      let given = Printable.sanitised(text).unicodeScalars.filter { $0 != " " }
      #expect(String(String.UnicodeScalarView(kept)) == String(String.UnicodeScalarView(given)))
    }
  }
}
