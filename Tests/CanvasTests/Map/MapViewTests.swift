import Canvas
import Testing

@Suite struct MapViewTests {
  private let area = Rect(x: 0, y: 0, width: 21, height: 5)

  private func projection(_ metres: Double = 10) -> MapProjection {
    MapProjection(centre: LocalPosition(east: 0, north: 0), metresPerColumn: metres, area: area)
  }

  private func marker(_ east: Double, _ north: Double, _ label: String, priority: Int = 0, needed: Bool = false)
    -> MapView.Marker
  {
    let position = LocalPosition(east: east, north: north)
    return MapView.Marker(
      "◆", at: position, label: label, style: Style(.mapOffer), priority: priority, needsLabel: needed)
  }

  private func text(_ map: MapView, _ glyphs: Glyphs = .unicode) -> String {
    drawn(21, 5, glyphs) { canvas, _ in map.draw(on: &canvas, through: projection()) }
  }

  @Test func aRowIsTwiceTheMetresOfAColumn() {
    #expect(projection().cell(LocalPosition(east: 0, north: 0)) == Point(x: 10, y: 2))
    #expect(projection().cell(LocalPosition(east: 40, north: 40)) == Point(x: 14, y: 0))
    #expect(projection().cell(LocalPosition(east: -100, north: -40)) == Point(x: 0, y: 4))
    #expect(projection().cell(LocalPosition(east: .nan, north: 0)) == nil)
  }

  @Test func aClickFindsItsPosition() {
    for point in [Point(x: 0, y: 0), Point(x: 10, y: 2), Point(x: 20, y: 4)] {
      #expect(projection().cell(projection().position(point)) == point)
    }
    #expect(projection().position(Point(x: 10, y: 2)) == LocalPosition(east: 0, north: 0))
  }

  @Test func fitsEverything() {
    let positions = [
      LocalPosition(east: -300, north: 10), LocalPosition(east: 500, north: 900), LocalPosition(east: 0, north: -70),
    ]
    let fitted = MapProjection(fitting: positions, area: area)
    for position in positions { #expect(fitted.cell(position).map(area.contains) == true) }
    #expect(MapProjection(fitting: [], area: area).metresPerColumn > 0)
  }

  @Test func drawsMarkersAndLabels() {
    #expect(text(MapView(markers: [marker(0, 0, "Spa")])) == "\n\n          ◆ Spa\n\n")
    #expect(text(MapView(markers: [marker(70, 0, "Harbour")])) == "\n\n         Harbour ◆\n\n")
    #expect(text(MapView(markers: [marker(0, 0, "Spa")]), .ascii) == "\n\n          * Spa\n\n")
  }

  @Test func labelsAvoidEachOther() {
    let map = MapView(markers: [marker(0, 0, "Spa", priority: 1), marker(30, 0, "Bar")])
    // Spa does not fit between the two; left of its marker it does.
    #expect(text(map) == "\n\n      Spa ◆  ◆ Bar\n\n")
  }

  @Test func aLabelWithoutRoomIsLeftOutUnlessNeeded() {
    let crowd = (0..<5).flatMap { row in (0..<21).map { marker(Double($0 - 10) * 10, Double(row - 2) * 20, "") } }
    #expect(!text(MapView(markers: crowd + [marker(0, 0, "Spa")])).contains("S"))
    let needed = text(MapView(markers: crowd + [marker(0, 0, "Spa", priority: 1, needed: true)]))
    #expect(needed.contains("Spa"), "signs of no more importance give way")
    let crowdAbove = (0..<5).flatMap { row in
      (0..<21).map { marker(Double($0 - 10) * 10, Double(row - 2) * 20, "", priority: 2) }
    }
    #expect(!text(MapView(markers: crowdAbove + [marker(0, 0, "Spa", priority: 1, needed: true)])).contains("Spa"))
    #expect(text(MapView(markers: [marker(0, 0, "Spa", needed: true)])).contains("Spa"))
  }

  @Test func drawsLinesAndARing() {
    let street = MapView.Line(
      [LocalPosition(east: -500, north: 0), LocalPosition(east: 500, north: 0)], role: .mapStreet)
    let ring = MapView.Ring(centre: LocalPosition(east: 0, north: 0), radius: 40)
    let shown = text(MapView(lines: [street], rings: [ring], markers: [marker(0, 0, "")]))
    let rows = shown.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    #expect(rows[2].count == 21 && rows[2][10] == "◆")
    #expect(rows[0].count > 10 && rows[4].count > 10)
    // The ring reaches four columns to either side and two rows up and down.
    #expect(rows[0][..<6].allSatisfy { $0 == " " } && rows[0][10] != " " && rows[4][10] != " ")
  }
}
