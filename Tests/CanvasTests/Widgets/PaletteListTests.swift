import Canvas
import Testing

@Suite struct PaletteListTests {
  private let items: [PaletteList.Item] = [
    .init("Pause offer", matched: [0, 6], keys: "P", explanation: "Nobody is shown it until it is resumed."),
    .init("End offer", keys: "d", explanation: "It is over.", unavailable: "it is over already"),
    .init("New offer", keys: "n", explanation: "Makes one."),
  ]

  @Test func explainsBesideTheTitleWhereThereIsRoom() {
    let text = drawn(76, 4) { PaletteList(items, selection: 0).draw(on: &$0, in: $1) }
    #expect(
      text == """
        ▸ Pause offer  Nobody is shown it until it is resumed.                     P
          End offer    not now: it is over already                                 d
          New offer    Makes one.                                                  n

        """)
  }

  @Test func explainsBelowWhereThereIsNot() {
    let text = drawn(44, 5) { PaletteList(items, selection: 0).draw(on: &$0, in: $1) }
    #expect(
      text == """
        ▸ Pause offer                              P
          End offer  not now: it is over already   d
          New offer                                n

          Nobody is shown it until it is resumed.
        """)
    #expect(PaletteList(items).height(width: 44) == 5)
    #expect(PaletteList(items).height(width: 80) == 3)
  }

  @Test func marksWhatWasSearchedForWithoutColour() {
    var canvas = Canvas(size: Size(width: 44, height: 5))
    PaletteList(items, selection: 2).draw(on: &canvas, in: canvas.bounds)
    #expect(canvas[Point(x: 2, y: 0)].style == Style.accent.bold.underline)
    #expect(canvas[Point(x: 3, y: 0)].style == .text)
    #expect(canvas[Point(x: 8, y: 0)].style == Style.accent.bold.underline)
    #expect(canvas[Point(x: 2, y: 1)].style == .muted)
  }

  @Test func marksStayOnTheSelectedRow() {
    var canvas = Canvas(size: Size(width: 44, height: 5))
    PaletteList(items, selection: 0).draw(on: &canvas, in: canvas.bounds)
    #expect(canvas[Point(x: 2, y: 0)].style == Style(.selection, [.bold, .underline]))
    #expect(canvas[Point(x: 3, y: 0)].style == .selection)
  }

  @Test func asksOnlyForItemsInSight() {
    var asked: [Int] = []
    let list = PaletteList(count: 500, selection: 250, offset: 245) { index in
      asked.append(index)
      return .init("Command \(index)")
    }
    var canvas = Canvas(size: Size(width: 80, height: 10))
    list.draw(on: &canvas, in: canvas.bounds)
    #expect(asked == Array(245..<255))
    #expect(list.index(at: Point(x: 5, y: 5), in: canvas.bounds) == 250)
    #expect(list.index(at: Point(x: 5, y: 10), in: canvas.bounds) == nil)
  }

  @Test func saysWhenThereIsNothing() {
    #expect(drawn(30, 2) { PaletteList([]).draw(on: &$0, in: $1) } == "  Nothing is called that.\n")
  }
}
