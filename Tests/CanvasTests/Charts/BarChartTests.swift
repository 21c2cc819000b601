import Canvas
import Testing

@Suite struct BarChartTests {
  @Test func barsEndWithTheirValuesAndUnknownIsNotZero() {
    let chart = BarChart([.init("dinner", 40), .init("tour", 10), .init("spa", nil), .init("taxi", 0)], unit: "claims")
    #expect(
      drawn(20, 5) { chart.draw(on: &$0, in: $1) } == """
        claims
        dinner ██████████ 40
        tour   ██▌ 10
        spa     --
        taxi    0
        """)
  }

  @Test func lossesGoTheOtherWayFromOneLine() {
    let chart = BarChart([.init("a", 40), .init("b", -20), .init("c", 0)])
    // 22 columns: name, then values of three columns on either side, leaving 12: four for losses, the line, eight.
    #expect(
      drawn(22, 3) { chart.draw(on: &$0, in: $1) } == """
        a         │███████▎ 40
        b -20 ████│
        c         │ 0
        """)
  }

  @Test func groupsDifferWithoutColour() {
    let chart = BarChart([.init("Mon", 8, 4), .init("Tue", 4, nil)], groups: ["paid", "free"], cursor: 1)
    #expect(
      drawn(24, 5) { chart.draw(on: &$0, in: $1) } == """
        Tue  █ paid 4  ▓ free --
        Mon █████████████████ 8
            ▓▓▓▓▓▓▓▓ 4
        Tue ████████▌ 4
             --
        """)
  }

  @Test func moreThanFitsIsCounted() {
    let chart = BarChart((1...9).map { .init("offer \($0)", Double($0)) })
    let text = drawn(24, 4) { chart.draw(on: &$0, in: $1) }
    #expect(text.hasSuffix("and 6 more"))
    var below = chart
    below.cursor = 8
    #expect(drawn(24, 4) { below.draw(on: &$0, in: $1) }.contains("offer 9"))
  }

  @Test func uprightBarsStandOnTheirAxis() {
    let chart = BarChart([.init("a", 4), .init("b", 2), .init("c", nil)], direction: .vertical)
    // Four rows for 0 to 4: one row a unit.
    #expect(
      drawn(24, 6) { chart.draw(on: &$0, in: $1) } == """
        4 ┤ █████
          │ █████
        2 ┤ █████  █████
          │ █████  █████   --
        0 ╰─────────────────────
              a      b      c
        """)
  }
}
