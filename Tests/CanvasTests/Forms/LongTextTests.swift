import Testing

@testable import Canvas

@Suite struct LongTextTests {
  @Test func linesHoldEveryCharacter() {
    let lines = LongText.lines(of: "one two three\n\nfour", width: 8, glyphs: .unicode)
    #expect(lines.map(\.text) == ["one two ", "three", "", "four"])
    #expect(lines.map(\.start) == [0, 8, 14, 15])
    #expect(LongText.lines(of: "abcdefgh", width: 3, glyphs: .unicode).map(\.text) == ["abc", "def", "gh"])
  }

  @Test(arguments: [(0, 0, 0), (7, 7, 0), (8, 0, 1), (13, 5, 1), (14, 0, 2), (15, 0, 3), (19, 4, 3)])
  func theCaretHasAPlaceInEachLine(caret: Int, x: Int, y: Int) {
    var canvas = Canvas(size: Size(width: 8, height: 4))
    let field = LongText(FieldText("one two three\n\nfour", caret: caret))
    #expect(field.draw(on: &canvas, in: canvas.bounds, style: .text) == Point(x: x, y: y))
  }

  @Test func theCaretIsInSight() {
    var canvas = Canvas(size: Size(width: 8, height: 2))
    let end = LongText(FieldText("one two three\n\nfour", caret: 19)).draw(
      on: &canvas, in: canvas.bounds, style: .text)
    #expect(end == Point(x: 4, y: 1))
    #expect(canvas.plainText == "\nfour")
  }
}
