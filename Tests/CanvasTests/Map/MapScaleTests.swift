import Canvas
import Testing

@Suite struct MapScaleTests {
  private func scale(_ metresPerColumn: Double, width: Int = 60) -> String {
    drawn(width, 4) {
      let projection = MapProjection(
        centre: LocalPosition(east: 0, north: 0), metresPerColumn: metresPerColumn, area: $1)
      MapScale.metres.draw(on: &$0, through: projection)
    }.split(separator: "\n").last.map(String.init) ?? ""
  }

  @Test func isARoundDistanceAndAsLongAsThatIs() {
    // Fourteen columns of 15 m are 210 m: the largest round distance is 200 m, 13.3 columns.
    #expect(scale(15) == "├───────────┤ 200 m")
    #expect(scale(10) == "├────────┤ 100 m")
    // 14 columns of 40 m are 560 m; 500 m are twelve and a half.
    #expect(scale(40) == "├───────────┤ 500 m")
  }

  @Test func isLeftOutWhereItWouldFillTheMap() {
    #expect(scale(15, width: 30) == "")
  }

  @Test func milesAreRoundToo() {
    let text = drawn(60, 4) {
      let projection = MapProjection(centre: LocalPosition(east: 0, north: 0), metresPerColumn: 160.9344, area: $1)
      MapScale(metresPerUnit: 1_609.344) { "\(Number.fixed($0, decimals: 1)) mi" }.draw(on: &$0, through: projection)
    }
    #expect(text.hasSuffix("├────────┤ 1.0 mi"), "a tenth of a mile a column, so ten columns")
  }
}
