import Canvas
import Testing

@Suite struct RectTests {
  private let area = Rect(x: 2, y: 3, width: 10, height: 4)

  @Test func splitsCoverTheWhole() {
    for taken in -2...14 {
      let (left, rest) = area.splitLeft(taken)
      #expect(left.width + rest.width == 10 && left.right == rest.x && rest.right == area.right)
      let (right, before) = area.splitRight(taken)
      #expect(right.width + before.width == 10 && before.right == right.x && right.width == min(max(0, taken), 10))
      let (top, below) = area.splitTop(taken)
      #expect(top.height + below.height == 4 && top.bottom == below.y)
      let (bottom, above) = area.splitBottom(taken)
      #expect(bottom.height + above.height == 4 && above.bottom == bottom.y)
    }
  }

  @Test func dividesEvenlyWithTheOddCellsFirst() {
    #expect(area.columns(3).map(\.width) == [4, 3, 3])
    #expect(area.columns(3, gap: 1).map(\.x) == [2, 6, 10])
    #expect(area.rows(3).map(\.height) == [2, 1, 1])
    #expect(area.columns(0).isEmpty)
    #expect(area.columns(20).reduce(0) { $0 + $1.width } == 10)
  }

  @Test func insetsNeverTurnInsideOut() {
    #expect(area.inset(by: 1) == Rect(x: 3, y: 4, width: 8, height: 2))
    #expect(area.inset(by: 9).isEmpty)
    #expect(area.inset(left: 3, bottom: 1) == Rect(x: 5, y: 3, width: 7, height: 3))
  }

  @Test func centresAndIntersects() {
    #expect(area.centred(Size(width: 4, height: 2)) == Rect(x: 5, y: 4, width: 4, height: 2))
    #expect(area.centred(Size(width: 40, height: 20)) == area)
    #expect(area.intersection(Rect(x: 0, y: 0, width: 4, height: 4)) == Rect(x: 2, y: 3, width: 2, height: 1))
    #expect(!area.intersects(Rect(x: 12, y: 3, width: 4, height: 4)))
    #expect(Rect(x: .max, y: .min, width: .max, height: -1).isEmpty)
  }
}
