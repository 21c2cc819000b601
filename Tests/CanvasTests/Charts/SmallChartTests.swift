import Testing

@testable import Canvas

/// Charts without two axes: heat maps, funnels, strips, gauges.
@Suite struct SmallChartTests {
  @Test(arguments: [(0.0, 0), (0.1, 1), (10, 1), (10.1, 2), (20, 2), (30, 3), (30.1, 4), (40, 4), (99, 4), (-1, 0)])
  func heatGrowsInQuarters(value: Double, level: Int) {
    #expect(HeatMap.level(value, in: 0...40) == level)
  }

  @Test func heatMapsReadWithoutColour() {
    let map = HeatMap(
      rows: ["Fri", "Sat"], columns: ["17", "18", "19"], layer: .init("parked", values: [[0, 10, 40], [nil, 20, 30]]))
    #expect(
      drawn(30, 4) { map.draw(on: &$0, in: $1) } == """
            17    18    19
        Fri ····· ░░░░░ █████
        Sat       ▒▒▒▒▒ ▓▓▓▓▓
        parked 0 ·░▒▓█ 40
        """)
    #expect(drawn(30, 4, .ascii) { map.draw(on: &$0, in: $1) }.contains("Fri ..... ::::: #####"))
  }

  @Test func twoLayersStandBesideEachOther() {
    let map = HeatMap(
      rows: ["Fri"], columns: ["17", "18"], layer: .init("parked", values: [[1, 4]]),
      second: .init("eligible", values: [[0, 8]]), cursor: .init(row: 0, column: 0))
    // The grid is nine columns: four a cell, one of them air.
    #expect(
      drawn(13, 3) { map.draw(on: &$0, in: $1) } == """
            17  18
        Fri ░●· ███

        """)
    let wide = drawn(60, 5) { map.draw(on: &$0, in: $1) }
    #expect(wide.hasSuffix("Fri 17  parked 1 0 ·░▒▓█ 4   eligible 0 0 ·░▒▓█ 8"))
  }

  @Test func aFunnelSaysOfHowManyAndHowManyWereLost() {
    let funnel = FunnelChart([
      .init("shown", 4_212), .init("viewed", 1_930), .init("accepted", 611), .init("redeemed", 402),
    ])
    // Twenty-two columns are left for bars: 1,930 of 4,212 is 10.08 of them, 611 is 3.19, 402 is 2.1.
    #expect(
      drawn(60, 4) { funnel.draw(on: &$0, in: $1) } == """
        shown    4,212 ██████████████████████
        viewed   1,930 ██████████             45.8 % of 4,212 -2,282
        accepted   611 ███▏                   31.7 % of 1,930 -1,319
        redeemed   402 ██                     65.8 % of 611     -209
        """)
    #expect(funnel.worst == 2)
    #expect(drawn(18, 4) { funnel.draw(on: &$0, in: $1) }.hasPrefix("shown    4,212\nviewed"))
    #expect(FunnelChart.loss(from: .min, to: .max) == "--")
    #expect(drawn(24, 1) { FunnelChart([.init("shown", 0)]).draw(on: &$0, in: $1) } == " Nothing was shown yet.")
  }

  @Test func intervalsShareOneScale() {
    let strip = IntervalStrip(scale: -10...10, reference: 0)
    func shown(_ estimate: Double?, _ interval: ClosedRange<Double>?, _ glyphs: Glyphs = .unicode) -> String {
      strip.line(estimate, interval, width: 21, glyphs: glyphs).text
    }
    // A column is one unit, the reference stands in column ten.
    #expect(shown(2, -2...5) == "        ──┼─●───     ")
    #expect(shown(2, -2...5, .ascii) == "        --+-*---     ")
    #expect(shown(5, 3...7) == "          │  ──●──   ")
    #expect(shown(5, 3 ... .infinity) == "          │  ──●────›")
    #expect(shown(-30, -40 ... -5) == "‹─────    │          ")
    #expect(shown(nil, nil) == "          │          ")
    #expect(IntervalStrip(scale: 0...1, reference: nil).line(nil, nil, width: 6, glyphs: .unicode).text == "  --  ")
    #expect(strip.line(5, 3...7, width: 21, glyphs: .unicode).spans.first?.style == .positive)
    #expect(strip.line(-5, -7 ... -3, width: 21, glyphs: .unicode).spans.first?.style == .negative)
    #expect(strip.scaleLine(width: 21, labels: .numbers, glyphs: .unicode).text == "-10       0        10")
    #expect(strip.scaleLine(width: 4, labels: .numbers, glyphs: .unicode).text == "-10")
    #expect(IntervalStrip(fitting: [2...5, -1...3]).scale == -1...5)
  }

  @Test func gaugesMarkTheirTarget() {
    let gauge = Gauge("spent", fraction: 0.5, target: 0.75)
    #expect(drawn(14, 1) { gauge.draw(on: &$0, in: $1) } == "spent ████░░┃░")
    #expect(drawn(14, 1, .ascii) { gauge.draw(on: &$0, in: $1) } == "spent ####..|.")
    #expect(drawn(14, 1) { Gauge("spent", fraction: 1, target: 9).draw(on: &$0, in: $1) } == "spent ███████┃")
  }

  @Test func scattersTellWhatIsUnderTheCursorAsFullyAsThereIsRoom() {
    let chart = ScatterChart(
      [.init("dinners", x: 2_450, y: 5, size: 12_500, yInterval: 4...6)], xTitle: "spend", yTitle: "return",
      sizeTitle: "revenue", cursor: 0, xLabels: .money(), sizeLabels: .money())
    func legend(_ width: Int) -> String {
      drawn(width, 8) { chart.draw(on: &$0, in: $1) }.split(separator: "\n").first.map(String.init) ?? ""
    }
    #expect(legend(60) == "dinners  return 5 [4, 6]  spend $2,450  revenue $12.5k")
    #expect(legend(52) == "dinners  return 5  spend $2,450  revenue $12.5k")
    #expect(legend(40) == "dinners  5 [4, 6]  $2,450  $12.5k")
    #expect(legend(30) == "dinners  5  $2,450  $12.5k")
    #expect(legend(12) == "dinners")
  }

  @Test func scattersShowWhiskersSizesAndNames() {
    let chart = ScatterChart([
      .init("tours", x: 0, y: 0, size: 1),
      .init("dinners", x: 10, y: 10, size: 8, xInterval: 5...15, yInterval: 5...15),
    ])
    let text = drawn(40, 12) { chart.draw(on: &$0, in: $1) }
    #expect(text.hasPrefix("n 2\n"))
    #expect(text.contains("· tours"))
    #expect(text.contains("├") && text.contains("┤") && text.contains("◉") && text.contains("dinners"))
    #expect([0, 1.9, 2, 4, 6, 8].map { ScatterChart.size($0, in: 0...8) } == [0, 0, 1, 2, 3, 3])
  }
}
