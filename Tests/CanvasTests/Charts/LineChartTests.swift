import Testing

@testable import Canvas

@Suite struct LineChartTests {
  private let days = AxisLabels.names(["Mon", "Tue", "Wed", "Thu"])

  @Test func showsACourseBetweenAxes() {
    let chart = LineChart([.init("cars", values: [0, 10, 20, 30])], unit: "a day", xLabels: days)
    // 36 by 12 dots, for 0 to 40: the values lie at the dots (0, 11), (12, 8), (23, 6) and (35, 3), counted from above.
    // So the line enters the middle row at column 15 and the top row at column 33, each the right half of a cell.
    #expect(
      drawn(22, 6) { chart.draw(on: &$0, in: $1) } == """
        a day  ⠤⠤⠤⠤ cars
        40 ┤                ⢀⣀
        20 ┤       ⢀⣀⣀⡠⠤⠔⠒⠊⠉⠁
         0 ┤⣀⠤⠤⠒⠒⠉⠉⠁
           ╰┬─────┬────┬─────┬
           Mon   Tue  Wed  Thu
        """)
  }

  @Test func aMissingValueIsAGapAndALonePointADot() {
    let chart = LineChart([.init("", values: [1, nil, 1, .nan, .infinity, 1, 1])], includesZero: true)
    let text = drawn(13, 3) { chart.draw(on: &$0, in: $1) }
    let top = text.split(separator: "\n", omittingEmptySubsequences: false)[0]
    #expect(top == "•   •     ⠈⠉⠉", "five sixths of 26 dots is the right half of a cell")
  }

  @Test func tellsTheValuesUnderTheCursor() {
    let chart = LineChart(
      [.init("revenue", values: [410, 380, nil, 520]), .init("spend", values: [120, 90, 100, 140])], cursor: 2.2,
      xLabels: days, yLabels: .money())
    let text = drawn(60, 8) { chart.draw(on: &$0, in: $1) }
    #expect(text.hasPrefix("Wed  ⠤⠤⠤⠤ revenue --  ⠤⠄⠤⠄ spend $100\n"))
    #expect(text.contains("●"))
  }

  @Test func saysWhatIsMissing() {
    #expect(drawn(14, 3) { LineChart([]).draw(on: &$0, in: $1) } == "\n No data yet.\n")
    #expect(drawn(14, 3) { LineChart([.init("", values: [.nan])]).draw(on: &$0, in: $1) } == "\n No data yet.\n")
  }

  @Test func inASCIISeriesHaveSignsOfTheirOwn() {
    let chart = LineChart(
      [.init("up", values: [0, 1, 2]), .init("down", values: [2, 1, 0])], thresholds: [.init(1, "limit")])
    let text = drawn(40, 9, .ascii) { chart.draw(on: &$0, in: $1) }
    #expect(text.utf8.allSatisfy { $0 < 0x7F })
    #expect(text.hasPrefix("*** up  ooo down\n"))
    #expect(text.contains("limit"))
    #expect(text.filter { $0 == "*" }.count > 20 && text.filter { $0 == "o" }.count > 20)
  }

  @Test func seriesDifferWithoutColour() {
    func picture(_ index: Int) -> String {
      let flat = LineChart.Series("", values: [1, 1])
      var all = [LineChart.Series](repeating: .init("", values: []), count: index)
      all.append(flat)
      return drawn(24, 3) { LineChart(all).draw(on: &$0, in: $1) }
    }
    #expect(Set((0..<4).map(picture)).count == 4)
  }

  @Test func aPeakOfOneValueIsSeenAmongThousands() {
    let values = (0..<20_000).map { $0 == 10_000 ? 1.0 : 0 }
    let rows = drawn(13, 3) { LineChart([.init("", values: values)]).draw(on: &$0, in: $1) }.split(separator: "\n")
    // Half way along 26 columns of dots, the line stands upright; elsewhere it lies at the bottom.
    #expect(rows[0] == "      ⢸" || rows[0] == "      ⡇")
    #expect(rows[2].filter { $0 == "⣀" }.count == 12)
  }

  @Test func whatIsDrawnOfThousandsOfValuesIsBounded() {
    let places = (0..<20_000).map { BrailleField.Place(x: Double($0) / 1_000, y: Double($0 % 7)) }
    // Twenty columns of a thousand values, the first and the last of half as many: 21 columns of four places.
    #expect(BrailleField.outline(of: places).count == 84)
    let gap: [BrailleField.Place?] = [nil, places[0], nil, nil, places[5_000], places[9_000]]
    #expect(BrailleField.outline(of: gap) == [places[0], nil, places[5_000], places[9_000]])
  }
}
