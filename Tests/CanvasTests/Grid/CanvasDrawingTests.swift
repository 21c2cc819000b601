import Canvas
import Testing

@Suite struct CanvasDrawingTests {
  private let ten = Size(width: 10, height: 1)

  @Test func clipsAtEveryEdge() {
    let text = drawn(5, 3) { canvas, _ in
      canvas.put("abcdefgh", at: Point(x: -2, y: 0))
      canvas.put("abc", at: Point(x: 3, y: 1))
      canvas.put("abc", at: Point(x: 0, y: -1))
      canvas.put("abc", at: Point(x: 0, y: 3))
      canvas.put("abc", at: Point(x: .max, y: .min))
    }
    #expect(text == "cdefg\n   ab\n")
  }

  @Test func clipsToAnArea() {
    let text = drawn(10, 2) { canvas, _ in
      canvas.clipped(to: Rect(x: 2, y: 0, width: 4, height: 1)) { canvas in
        canvas.put("abcdefghij", at: Point(x: 0, y: 0))
        canvas.put("abcdefghij", at: Point(x: 0, y: 1))
        canvas.clipped(to: Rect(x: 0, y: 0, width: 3, height: 9)) { $0.put("XXXXXX", at: .origin) }
      }
      canvas.put("y", at: Point(x: 9, y: 1))
    }
    #expect(text == "  Xdef\n         y")
  }

  @Test func makesFieldsOfAnExactWidth() {
    let text = drawn(10, 4) { canvas, area in
      canvas.fill(area, with: "x")
      #expect(canvas.put("ab", at: Point(x: 1, y: 0), width: 5) == 5)
      canvas.put("ab", at: Point(x: 1, y: 1), width: 5, align: .right)
      canvas.put("abcdefg", at: Point(x: 1, y: 2), width: 5)
      #expect(canvas.put("ab", at: Point(x: 1, y: 3), width: 0) == 0)
    }
    #expect(text == "xab   xxxx\nx   abxxxx\nxabcd…xxxx\nxxxxxxxxxx")
  }

  @Test(arguments: [(0, "a 文x"), (1, " a文x"), (2, "中a x"), (3, "中 ax"), (4, "中文a")])
  func halfAWideGlyphBecomesBlank(x: Int, expected: String) {
    let text = drawn(5, 1) { canvas, _ in
      canvas.put("中文x", at: .origin)
      canvas.put("a", at: Point(x: x, y: 0))
    }
    #expect(text == expected)
  }

  @Test func aWideGlyphOverTwoWideGlyphsLeavesNoHalf() {
    let text = drawn(6, 1) { canvas, _ in
      canvas.put("中文字", at: .origin)
      canvas.put("国", at: Point(x: 1, y: 0))
    }
    #expect(text == " 国 字")
  }

  @Test func aWideGlyphCutByAnEdgeIsBlank() {
    let text = drawn(3, 1) { canvas, _ in canvas.put("中文", at: .origin) }
    #expect(text == "中")
    let left = drawn(3, 1) { canvas, _ in canvas.put("中文", at: Point(x: -1, y: 0)) }
    #expect(left == " 文")
  }

  @Test func fillingHalfAWideGlyphBlanksTheOtherHalf() {
    let text = drawn(6, 1) { canvas, _ in
      canvas.put("中文字", at: .origin)
      canvas.fill(Rect(x: 1, y: 0, width: 4, height: 1), with: "-")
    }
    #expect(text == " ----")
  }

  @Test func fillTakesOnlyNarrowSafeScalars() {
    #expect(drawn(2, 1) { $0.fill($1, with: "中") } == "\u{FFFD}\u{FFFD}")
    #expect(drawn(2, 1) { $0.fill($1, with: "\u{1B}") } == "\u{FFFD}\u{FFFD}")
    #expect(drawn(2, 1, .ascii) { $0.fill($1, with: "█") } == "##")
  }

  @Test func aClusterIsComposedAndKeepsThreeMarks() {
    var canvas = Canvas(size: ten)
    canvas.put("x\u{323}\u{307}\u{301}\u{302}y", at: .origin)
    // x with dot above is U+1E8B; the dot below and the two accents stay marks.
    #expect(Array(canvas[.origin].glyph.text.unicodeScalars) == ["\u{1E8B}", "\u{323}", "\u{301}", "\u{302}"])
    #expect(canvas[Point(x: 1, y: 0)].glyph.text == "y")
    canvas.put("q\u{300}\u{301}\u{302}\u{303}\u{304}y", at: .origin)
    #expect(Array(canvas[.origin].glyph.text.unicodeScalars) == ["q", "\u{300}", "\u{301}", "\u{302}"])
    #expect(canvas[Point(x: 1, y: 0)].glyph.text == "y")
  }

  @Test func aCellTakesSixteenBytes() {
    #expect(MemoryLayout<Cell>.stride == 16)
    #expect(MemoryLayout<Style>.size == 2)
  }

  @Test func restylingTakesAWideGlyphWhole() {
    var canvas = Canvas(size: ten)
    canvas.put("a中b", at: .origin)
    canvas.restyle(Rect(x: 0, y: 0, width: 2, height: 1)) { _ in .selection }
    #expect(canvas.changes(since: nil).first == Run(row: 0, column: 0, text: "a中", style: .selection, width: 3))
    canvas.restyle(Rect(x: 2, y: 0, width: 1, height: 1)) { _ in .negative }
    #expect(canvas[Point(x: 2, y: 0)].style == .selection)
  }

  @Test func blankCellsThatLookTheSameAreTheSame() {
    var canvas = Canvas(size: ten)
    canvas.fill(canvas.bounds, style: .muted)
    #expect(canvas == Canvas(size: ten))
    canvas.fill(canvas.bounds, style: .selection)
    #expect(canvas != Canvas(size: ten))
  }
}
