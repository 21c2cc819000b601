import Canvas
import Testing

@Suite struct TextBlockTests {
  @Test func paragraphsWrapAndScroll() {
    let paragraph = Paragraph([StyledLine("walk there ") + StyledLine("and back", .accent), "the end"])
    #expect(paragraph.wrapped(to: 10).map(\.text) == ["walk there", "and back", "the end"])
    #expect(
      paragraph.wrapped(to: 14) == [
        StyledLine("walk there ") + StyledLine("and", .accent), StyledLine("back", .accent), "the end",
      ])
    var lines = 0
    let scrolled = drawn(10, 2) { lines = paragraph.draw(on: &$0, in: $1, offset: 9) }
    #expect(lines == 3)
    #expect(scrolled == "and back\nthe end")
    #expect(Paragraph("a\nb").wrapped(to: 5).map(\.text) == ["a", "b"])
  }

  @Test func styledLinesAreCutInTheStyleTheyAreCutIn() {
    let line = StyledLine("score ") + StyledLine("79", .positive) + " points"
    #expect(line.clipped(to: 15) == line)
    #expect(line.clipped(to: 8) == StyledLine("score ") + StyledLine("7…", .positive))
    #expect(line.clipped(to: 6) == StyledLine("score…"))
    #expect(line.clipped(to: 0).isEmpty)
    #expect(drawn(12, 1) { canvas, _ in canvas.put(line, at: .origin, width: 12, align: .right) } == "score 79 po…")
    #expect(drawn(12, 1) { canvas, _ in canvas.put("79", at: .origin, width: 12, align: .right) } == "          79")
  }

  @Test func overlaysStandInTheMiddleOfADimmedFrame() {
    var canvas = Canvas(size: Size(width: 16, height: 5))
    canvas.put("behind", at: .origin, style: .negative)
    let inside = Overlay("End?", content: Size(width: 6, height: 1)).draw(on: &canvas, in: canvas.bounds)
    canvas.put("Cancel", at: inside.origin)
    #expect(
      canvas.plainText == """
        behind
           ╭ End? ──╮
           │ Cancel │
           ╰────────╯

        """)
    #expect(canvas[.origin].style == Style(.dimmed))
    #expect(Overlay.size(of: ["one two", "three"], width: 5) == Size(width: 5, height: 3))
  }
}
