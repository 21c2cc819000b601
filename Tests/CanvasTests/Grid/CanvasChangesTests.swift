import Canvas
import Testing

/// A terminal as the device drives one: it takes runs and nothing else. Written without the canvas's own drawing.
private struct ModelTerminal {
  private var columns: [[(text: String, style: Style)]]

  init(_ size: Size) {
    columns = Array(repeating: Array(repeating: (" ", .text), count: size.width), count: size.height)
  }

  /// Writes one glyph after the other; the width of each is what is left of the run's, evenly told by the canvas shown.
  mutating func write(_ run: Run, as canvas: Canvas) {
    var column = run.column
    var written = ""
    while column < run.column + run.width {
      let glyph = canvas[Point(x: column, y: run.row)].glyph
      columns[run.row][column] = (glyph.text, run.style)
      written += glyph.text
      if glyph.width == 2 { columns[run.row][column + 1] = ("", run.style) }
      column += max(1, Int(glyph.width))
    }
    #expect(column == run.column + run.width)
    #expect(Array(written.utf8) == Array(run.text.utf8))
  }

  func shows(_ canvas: Canvas) -> Bool {
    (0..<canvas.size.height).allSatisfy { y in
      (0..<canvas.size.width).allSatisfy { x in
        let cell = canvas[Point(x: x, y: y)]
        return columns[y][x].text == cell.glyph.text && columns[y][x].style == cell.style
      }
    }
  }
}

@Suite struct CanvasChangesTests {
  private let size = Size(width: 20, height: 2)

  @Test func nothingChangedNothingWritten() {
    var canvas = Canvas(size: size)
    canvas.put("Sunset 中", at: .origin)
    #expect(canvas.changes(since: canvas).isEmpty)
  }

  @Test func aFirstFrameIsWrittenWhole() {
    var canvas = Canvas(size: Size(width: 4, height: 2))
    canvas.put("ab", at: Point(x: 1, y: 0), style: .accent)
    #expect(
      canvas.changes(since: nil) == [
        Run(row: 0, column: 0, text: " ", style: .text, width: 1),
        Run(row: 0, column: 1, text: "ab", style: .accent, width: 2),
        Run(row: 0, column: 3, text: " ", style: .text, width: 1),
        Run(row: 1, column: 0, text: "    ", style: .text, width: 4),
      ])
    #expect(canvas.changes(since: Canvas(size: size)) == canvas.changes(since: nil))
  }

  @Test func nearChangesAreOneRunAndFarOnesTwo() {
    var before = Canvas(size: size)
    before.put("0123456789", at: .origin)
    var near = before
    near.put("x", at: Point(x: 1, y: 0))
    near.put("y", at: Point(x: 5, y: 0))
    #expect(near.changes(since: before) == [Run(row: 0, column: 1, text: "x234y", style: .text, width: 5)])
    var far = before
    far.put("x", at: Point(x: 1, y: 0))
    far.put("y", at: Point(x: 9, y: 0))
    #expect(far.changes(since: before).map(\.text) == ["x", "y"])
  }

  @Test func aWideGlyphIsNeverWrittenInHalf() {
    var before = Canvas(size: size)
    before.put("a中b", at: .origin)
    var after = before
    after.put("国", at: Point(x: 1, y: 0))
    #expect(after.changes(since: before) == [Run(row: 0, column: 1, text: "国", style: .text, width: 2)])
    after.put("x", at: Point(x: 2, y: 0))
    #expect(after.changes(since: before) == [Run(row: 0, column: 1, text: " x", style: .text, width: 2)])
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func changesAppliedToTheScreenShowTheNewFrame(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var hostile = HostileText(seed: seed)
    let size = Size(width: 24, height: 6)
    var terminal = ModelTerminal(size)
    var previous: Canvas?
    var canvas = Canvas(size: size, glyphs: seed % 2 == 0 ? .ascii : .unicode)
    for _ in 0..<400 {
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let role = Role.allCases.randomElement(using: &random) ?? .text
        let style = Style(role, Style.Attributes(rawValue: UInt8.random(in: 0...15, using: &random)))
        let point = Point(x: Int.random(in: -8...26, using: &random), y: Int.random(in: -1...6, using: &random))
        switch Int.random(in: 0...3, using: &random) {
        case 0:
          canvas.fill(Rect(x: point.x, y: point.y, width: point.y + 3, height: 2), with: "·", style: style)
        case 1:
          let area = Rect(x: point.x, y: point.y, width: 9, height: 3)
          canvas.restyle(area) { Style(role, $0.attributes) }
        default: canvas.put(hostile.next(), at: point, style: style)
        }
      }
      for run in canvas.changes(since: previous) { terminal.write(run, as: canvas) }
      previous = canvas
      #expect(terminal.shows(canvas))
    }
  }

  @Test func noHalfOfAWideGlyphStaysAlone() {
    var random = SplitMix64(seed: 9)
    var canvas = Canvas(size: Size(width: 12, height: 1))
    for _ in 0..<3_000 {
      let point = Point(x: Int.random(in: -2...12, using: &random), y: 0)
      if Bool.random(using: &random) {
        canvas.put(Bool.random(using: &random) ? "中" : "a", at: point)
      } else {
        canvas.clipped(to: Rect(x: point.x, y: 0, width: 3, height: 1)) {
          $0.put("文字国", at: Point(x: point.x - 1, y: 0))
        }
      }
      for x in 0..<12 {
        let glyph = canvas[Point(x: x, y: 0)].glyph
        if glyph.width == 2 { #expect(canvas[Point(x: x + 1, y: 0)].glyph.isContinuation && x < 11) }
        if glyph.isContinuation { #expect(x > 0 && canvas[Point(x: x - 1, y: 0)].glyph.width == 2) }
      }
    }
  }
}
