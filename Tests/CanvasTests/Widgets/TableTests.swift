import Canvas
import Testing

@Suite struct TableTests {
  private let columns = [
    Column("offer", minimum: 6, isFlexible: true, priority: 9), Column("state", minimum: 6, priority: 1),
    Column("worth", align: .right, minimum: 7, priority: 5),
  ]
  private let rows: [[StyledLine]] = [
    ["Sunset dinner", "active", "$14.00"], ["Spa day", "paused", "$1,204.50"], ["+30 min parking", "active", "$1.25"],
  ]

  @Test func drawsHeaderSelectionAndSortMark() {
    let text = drawn(36, 5) { canvas, area in
      Table(columns: columns, rows: rows, selection: 1, sort: (column: 2, isAscending: false)).draw(
        on: &canvas, in: area)
    }
    #expect(
      text == """
         offer                state   worth▼
         Sunset dinner        active  $14.00
        ▸Spa day              paused $1,204…
         +30 min parking      active   $1.25

        """)
  }

  @Test func aTitleThatFillsItsColumnIsNotCutForTheSortMark() {
    let columns = [Column("score", align: .right, minimum: 5), Column("pts", minimum: 3)]
    let text = drawn(12, 1) {
      Table(columns: columns, rows: [], sort: (column: 0, isAscending: true)).draw(on: &$0, in: $1)
    }
    #expect(text == " score▲pts")
    let last = drawn(10, 1) {
      Table(columns: columns, rows: [], sort: (column: 1, isAscending: true)).draw(on: &$0, in: $1)
    }
    #expect(last == " score p…▲")
  }

  @Test func drawsASCIIWithMarks() {
    let text = drawn(30, 3, .ascii) { canvas, area in
      var table = Table(columns: columns, rows: rows, selection: 0, sort: (column: 0, isAscending: true))
      table.isMarked = { $0 == 1 }
      table.draw(on: &canvas, in: area)
    }
    #expect(
      text == """
          offer^      state    worth
        > Sunset din~ active  $14.00 #
         *Spa day     paused $1,204~ |
        """)
  }

  @Test func dropsTheLeastImportantColumnsWhenNarrow() {
    func widths(_ width: Int) -> [Int: Int] {
      Dictionary(uniqueKeysWithValues: Column.fit(columns, in: width).map { ($0.index, $0.width) })
    }
    #expect(widths(30) == [0: 15, 1: 6, 2: 7])
    #expect(widths(21) == [0: 6, 1: 6, 2: 7])
    #expect(widths(20) == [0: 12, 2: 7])
    #expect(widths(13) == [0: 13])
    #expect(widths(3) == [0: 3])
    #expect(widths(0).isEmpty)
  }

  @Test func growsToTheIdealBeforeFlexibleColumnsShare() {
    let columns = [
      Column("a", minimum: 2, ideal: 5), Column("b", minimum: 2, isFlexible: true), Column("c", minimum: 1),
    ]
    #expect(Column.fit(columns, in: 9).map(\.width) == [4, 2, 1])
    #expect(Column.fit(columns, in: 20).map(\.width) == [5, 12, 1])
  }

  @Test func keepsTheSelectionInSight() {
    func first(_ offset: Int, _ selection: Int?) -> Int {
      Scrolling.offset(offset, keeping: selection, height: 5, count: 20)
    }
    #expect(first(0, 4) == 0)
    #expect(first(0, 5) == 1)
    #expect(first(10, 3) == 3)
    #expect(first(10, 12) == 10)
    #expect(first(18, nil) == 15)
    #expect(first(-4, nil) == 0)
    #expect(first(3, 99) == 3)
    #expect(Scrolling.offset(7, keeping: 3, height: 0, count: 20) == 0)
  }

  @Test func showsWhereInALongListOneIs() {
    let text = drawn(12, 6) { canvas, area in
      let columns = [Column("n", align: .right, minimum: 3)]
      Table(columns: columns, rowCount: 50, selection: 49) { row, _ in StyledLine("\(row)") }.draw(
        on: &canvas, in: area)
    }
    #expect(
      text == """
           n
          45       │
          46       │
          47       │
          48       │
        ▸ 49       █
        """)
    #expect(Scrolling.thumb(height: 10, rows: 1..<11, count: 100) == 1..<2)
    #expect(Scrolling.thumb(height: 10, rows: 89..<99, count: 100) == 8..<9)
    #expect(Scrolling.thumb(height: 10, rows: 0..<10, count: 10) == 0..<10)
  }

  @Test func asksOnlyForRowsInSight() {
    var asked: Set<Int> = []
    let table = Table(columns: columns, rowCount: 1_000_000, selection: 500_000, offset: 499_999) { row, _ in
      asked.insert(row)
      return .empty
    }
    var canvas = Canvas(size: Size(width: 40, height: 11))
    let layout = table.draw(on: &canvas, in: canvas.bounds)
    #expect(layout.rows == 499_999..<500_009)
    #expect(asked == Set(layout.rows))
  }

  @Test func knowsWhatAClickIsOn() {
    let layout = Table(columns: columns, rows: rows).layout(in: Rect(x: 10, y: 5, width: 36, height: 8))
    #expect(layout.row(at: Point(x: 20, y: 7)) == 1)
    #expect(layout.row(at: Point(x: 20, y: 9)) == nil)
    #expect(layout.headerColumn(at: Point(x: 11, y: 5)) == 0)
    #expect(layout.headerColumn(at: Point(x: 45, y: 5)) == 2)
    #expect(layout.headerColumn(at: Point(x: 11, y: 6)) == nil)
  }

  @Test func saysWhatToDoWhenEmpty() {
    let text = drawn(24, 5) { canvas, area in
      Table(columns: columns, rows: [], emptyText: "No offers. n makes the first.").draw(on: &canvas, in: area)
    }
    #expect(text == " offer    state    worth\n\n No offers. n makes the\n first.\n")
  }

  @Test func theSelectionIsReverseOnlyWithTheKeyboard() {
    for isFocused in [true, false] {
      var canvas = Canvas(size: Size(width: 36, height: 4))
      Table(columns: columns, rows: rows, selection: 0, isFocused: isFocused).draw(on: &canvas, in: canvas.bounds)
      #expect((canvas[Point(x: 20, y: 1)].style.role == .selection) == isFocused)
      #expect(canvas[Point(x: 0, y: 1)].glyph.scalar == "▸")
    }
  }
}
