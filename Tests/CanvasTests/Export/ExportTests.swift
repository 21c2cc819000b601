import Canvas
import Testing

@Suite struct ExportTests {
  private var canvas: Canvas {
    var canvas = Canvas(size: Size(width: 8, height: 2))
    canvas.put("a<b", at: .origin, style: Style.accent.bold)
    canvas.put("中", at: Point(x: 4, y: 1), style: .selection)
    return canvas
  }

  @Test func plainTextHasNoTrailingSpaces() {
    #expect(canvas.plainText == "a<b\n    中")
  }

  @Test func ansiNamesColoursByDepth() {
    #expect(
      canvas.ansi(theme: .dark, depth: .twoHundredFiftySix) == "\u{1B}[1;38;5;75ma<b\u{1B}[0m\n    \u{1B}[7m中\u{1B}[0m")
    #expect(canvas.ansi(theme: .dark, depth: .sixteen) == "\u{1B}[1;96ma<b\u{1B}[0m\n    \u{1B}[7m中\u{1B}[0m")
    #expect(canvas.ansi(theme: .light, depth: .sixteen).hasPrefix("\u{1B}[1;34ma<b"))
    #expect(canvas.ansi(theme: .mono, depth: .none) == "\u{1B}[1ma<b\u{1B}[0m\n    \u{1B}[7m中\u{1B}[0m")
  }

  @Test func picturesEscapeTextAndKeepItsCells() {
    let svg = canvas.svg(theme: .dark)
    #expect(svg.contains("width=\"72\" height=\"36\""))
    #expect(svg.contains("x=\"0\" y=\"14\" textLength=\"27\""))
    #expect(svg.contains("fill=\"#5fafff\" font-weight=\"bold\">a&lt;b</text>"))
    #expect(svg.contains("<rect x=\"36\" y=\"18\" width=\"18\" height=\"18\" fill=\"#e4e4e4\"/>"))
    #expect(svg.contains("fill=\"#1e1e1e\">中</text>"))
    #expect(svg.hasSuffix("</svg>\n"))
  }
}
