import Testing

@testable import Canvas

@Suite struct LabelPlacerTests {
  private let area = Rect(x: 0, y: 0, width: 20, height: 3)

  @Test func labelsStandRightElseLeft() {
    let places = LabelPlacer(
      [.init(cell: Point(x: 2, y: 1), width: 4), .init(cell: Point(x: 18, y: 1), width: 4)], in: area
    ).places
    #expect(places == [Rect(x: 4, y: 1, width: 4, height: 1), Rect(x: 13, y: 1, width: 4, height: 1)])
  }

  @Test func aLabelLeavesObstaclesAlone() {
    let wall = Rect(x: 3, y: 1, width: 17, height: 1)
    let place = LabelPlacer([.init(cell: Point(x: 2, y: 1), width: 4)], in: area, around: [wall]).places[0]
    #expect(place?.y == 0)
  }

  @Test func aNeededLabelCoversTheLeast() {
    // Every cell holds a point; those of the lowest row weigh nothing.
    let crowd = (0..<3).flatMap { y in
      (0..<20).map { LabelPlacer.Item(cell: Point(x: $0, y: y), width: 0, weight: y == 2 ? 0 : 5) }
    }
    let needed = LabelPlacer.Item(cell: Point(x: 10, y: 1), width: 4, isNeeded: true, weight: 9)
    #expect(LabelPlacer([needed] + crowd, in: area).places[0]?.y == 2)
    let other = LabelPlacer.Item(cell: Point(x: 10, y: 1), width: 4, weight: 9)
    #expect(LabelPlacer([other] + crowd, in: area).places[0] == nil)
  }

  @Test(arguments: [UInt64(5), 6])
  func noTwoLabelsMeet(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let items = (0..<30).map { _ in
        LabelPlacer.Item(
          cell: Point(x: Int.random(in: -5...70, using: &random), y: Int.random(in: -2...25, using: &random)),
          width: Int.random(in: 0...12, using: &random), isNeeded: Bool.random(using: &random))
      }
      let area = Rect(x: 3, y: 2, width: 60, height: 20)
      let places = LabelPlacer(items, in: area).places.compactMap(\.self)
      for (index, place) in places.enumerated() {
        #expect(area.intersection(place) == place)
        #expect(!places.dropFirst(index + 1).contains { $0.intersects(place) })
      }
    }
  }
}
