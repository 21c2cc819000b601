import Canvas
import Testing

@Suite struct BrailleFieldTests {
  private func shown(_ width: Int, _ height: Int, _ glyphs: Glyphs = .unicode, _ body: (inout BrailleField) -> Void)
    -> String
  {
    var field = BrailleField(size: Size(width: width, height: height))
    body(&field)
    return drawn(width, height, glyphs) { canvas, _ in field.draw(on: &canvas, at: .origin) }
  }

  /// The dots' bits as the Unicode chart of U+2800 numbers them.
  @Test(arguments: [
    (0, 0, "⠁"), (0, 1, "⠂"), (0, 2, "⠄"), (0, 3, "⡀"), (1, 0, "⠈"), (1, 1, "⠐"), (1, 2, "⠠"), (1, 3, "⢀"),
  ])
  func setsTheRightDot(x: Int, y: Int, sign: String) {
    #expect(shown(1, 1) { $0.dot(x: x, y: y, role: .text) } == sign)
  }

  @Test func drawsLines() {
    #expect(shown(4, 1) { $0.line(from: .init(x: 0, y: 0), to: .init(x: 7, y: 0), role: .text) } == "⠉⠉⠉⠉")
    #expect(shown(2, 1) { $0.line(from: .init(x: 0, y: 3), to: .init(x: 3, y: 0), role: .text) } == "⡠⠊")
    #expect(shown(1, 2) { $0.line(from: .init(x: 0, y: -9e9), to: .init(x: 0, y: 9e9), role: .text) } == "⡇\n⡇")
    #expect(
      shown(2, 1) { $0.polyline([.init(x: 0, y: 0), .init(x: 0, y: 3), .init(x: 3, y: 3)], role: .text) } == "⣇⣀")
    #expect(shown(2, 1) { $0.line(from: .init(x: .nan, y: 0), to: .init(x: 9, y: 0), role: .text) } == "")
    #expect(shown(2, 1) { $0.line(from: .init(x: -9, y: 9), to: .init(x: -1, y: 9), role: .text) } == "")
  }

  @Test func showsOneDotACellInASCII() {
    #expect(shown(4, 1, .ascii) { $0.line(from: .init(x: 0, y: 0), to: .init(x: 7, y: 0), role: .text) } == "....")
  }

  @Test func aRingIsRoundAndHasNoGaps() {
    var field = BrailleField(size: Size(width: 20, height: 10))
    field.ring(around: .init(x: 20, y: 20), radiusX: 15, radiusY: 15, role: .mapRing)
    for (x, y) in [(5, 20), (35, 20), (20, 5), (20, 35), (11, 8), (29, 32)] { #expect(field.isSet(x: x, y: y)) }
    for y in 0..<field.height {
      for x in 0..<field.width where field.isSet(x: x, y: y) {
        let distance = Double((x - 20) * (x - 20) + (y - 20) * (y - 20)).squareRoot()
        #expect(abs(distance - 15) < 0.75)
        let near = [(-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)]
        #expect(near.count { field.isSet(x: x + $0.0, y: y + $0.1) } >= 2)
      }
    }
  }

  @Test func ringsBeyondTheFieldCostNothing() {
    #expect(shown(2, 1) { $0.ring(around: .init(x: 0, y: 0), radiusX: 1e12, radiusY: 1e12, role: .mapRing) } == "")
    #expect(shown(1, 1) { $0.ring(around: .init(x: 0, y: 0), radiusX: 0, radiusY: 0, role: .mapRing) } == "⠁")
  }

  @Test func theHighestPrioritySetsTheRole() {
    var field = BrailleField(size: Size(width: 1, height: 1))
    field.dot(x: 0, y: 0, role: .mapRing, priority: 5)
    field.dot(x: 1, y: 0, role: .mapStreet, priority: 1)
    var canvas = Canvas(size: field.size)
    field.draw(on: &canvas, at: .origin)
    #expect(canvas[.origin] == Cell(canvas[.origin].glyph, Style(.mapRing)))
    #expect(canvas.plainText == "⠉")
  }
}
