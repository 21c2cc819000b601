import Canvas
import Testing

@Suite struct PanelTests {
  @Test func drawsTitleAndDetailOnTheUpperEdge() {
    let text = drawn(30, 3) { canvas, area in
      let inside = Panel("Discover", detail: "131 parked").draw(on: &canvas, in: area)
      #expect(inside == Rect(x: 1, y: 1, width: 28, height: 1))
    }
    #expect(
      text == """
        ╭ Discover ────── 131 parked ╮
        │                            │
        ╰────────────────────────────╯
        """)
  }

  @Test func drawsASCII() {
    let text = drawn(12, 4, .ascii) { canvas, area in
      let panel = Panel("Offers")
      panel.draw(on: &canvas, in: area)
      panel.divide(on: &canvas, in: area, y: 2, title: "Why")
    }
    #expect(
      text == """
        + Offers --+
        |          |
        + Why -----+
        +----------+
        """)
  }

  @Test(arguments: [
    (30, "╭ Discover ────── 131 parked ╮"), (25, "╭ Discover ─ 131 parked ╮"), (24, "╭ Discover ────────────╮"),
    (12, "╭ Discover ╮"), (11, "╭ Discov… ╮"), (5, "╭ … ╮"), (4, "╭──╮"), (2, "╭╮"), (1, "│"),
  ])
  func givesWayInOrder(width: Int, edge: String) {
    let text = drawn(width, 2) { Panel("Discover", detail: "131 parked").draw(on: &$0, in: $1) }
    #expect(text.split(separator: "\n").first.map(String.init) == edge)
  }

  @Test(arguments: Glyphs.allCases)
  func isClosedAtEverySize(glyphs: Glyphs) {
    for height in 1...60 {
      for width in stride(from: 1, through: 200, by: height < 6 ? 1 : 7) {
        var canvas = Canvas(size: Size(width: width, height: height), glyphs: glyphs)
        canvas.fill(canvas.bounds, with: "x")
        let inside = Panel("中文 Blue Culantro", detail: "1,204", isFocused: true).draw(on: &canvas, in: canvas.bounds)
        expectClosed(canvas, inside: inside)
      }
    }
  }

  /// Three sides are nothing but border; the upper edge starts and ends with a corner and has no cell of the old frame.
  private func expectClosed(_ canvas: Canvas, inside: Rect) {
    let (glyphs, last, bottom) = (canvas.glyphs, canvas.size.width - 1, canvas.size.height - 1)
    func sign(_ x: Int, _ y: Int) -> Unicode.Scalar { canvas[Point(x: x, y: y)].glyph.scalar }
    #expect(!canvas.plainText.contains("x"))
    guard last > 0, bottom > 0 else {
      #expect(inside.isEmpty)
      return
    }
    #expect([sign(0, 0), sign(last, 0)] == [glyphs.topLeft, glyphs.topRight])
    #expect([sign(0, bottom), sign(last, bottom)] == [glyphs.bottomLeft, glyphs.bottomRight])
    #expect((1..<last).allSatisfy { sign($0, bottom) == glyphs.horizontal })
    #expect((1..<bottom).allSatisfy { sign(0, $0) == glyphs.vertical && sign(last, $0) == glyphs.vertical })
    #expect(inside == canvas.bounds.inset(by: 1))
  }
}
