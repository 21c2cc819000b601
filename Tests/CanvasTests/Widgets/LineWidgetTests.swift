import Canvas
import Testing

/// The widgets that take one line.
@Suite struct LineWidgetTests {
  @Test(arguments: [
    (17.0 / 25, 8, "█████▍ 17/25"), (0, 8, "17/25"), (1, 4, "████ 17/25"), (0.5, 4, "██ 17/25"), (0.001, 4, "▏ 17/25"),
    (0.999, 4, "███▉ 17/25"), (7, 2, "██ 17/25"), (-1, 2, "17/25"), (.nan, 2, "17/25"), (.infinity, 2, "██ 17/25"),
  ])
  func barsCountEighths(fraction: Double, width: Int, expected: String) {
    #expect(Bar(fraction, width: width, label: "17/25").line(glyphs: .unicode).text == expected)
  }

  @Test func barsInASCIIAndWithATrack() {
    #expect(Bar(17.0 / 25, width: 8, label: "17/25").line(glyphs: .ascii).text == "#####- 17/25")
    #expect(Bar(0.5, width: 6, label: "x", showsTrack: true).line(glyphs: .unicode).text == "███░░░ x")
    #expect(Bar(0.55, width: 5, showsTrack: true).line(glyphs: .unicode).text == "██▊░░")
    #expect(Bar(0, width: 3, showsTrack: true).line(glyphs: .ascii).text == "...")
  }

  @Test func barsAreCutToTheirArea() {
    #expect(drawn(9, 1) { Bar(1, width: 8, label: "17/25").draw(on: &$0, in: $1) } == "████████…")
  }

  @Test func gaugesTakeTheWholeLine() {
    let gauge = Gauge("47 of 120 min left", fraction: 0.5)
    #expect(drawn(27, 1) { gauge.draw(on: &$0, in: $1) } == "47 of 120 min left ████░░░░")
    #expect(drawn(21, 1) { gauge.draw(on: &$0, in: $1) } == "47 of 120 min left")
    #expect(drawn(10, 1) { gauge.draw(on: &$0, in: $1) } == "47 of 120…")
  }

  @Test func sparklinesScaleToTheirValues() {
    #expect(Sparkline([0, 1, 2, 3, 4, 5, 6, 7]).text(width: 8, glyphs: .unicode) == "▁▂▃▄▅▆▇█")
    #expect(Sparkline([0, 7]).text(width: 8, glyphs: .ascii) == "_#")
    #expect(Sparkline([5, 6, 7], startsAtZero: false).text(width: 9, glyphs: .unicode) == "▁▅█")
    #expect(Sparkline([7, nil, .nan, 7]).text(width: 9, glyphs: .unicode) == "█  █")
    #expect(Sparkline([0, 0]).text(width: 9, glyphs: .unicode) == "▁▁")
    #expect(Sparkline([-1e308, 1e308]).text(width: 9, glyphs: .unicode) == "▁█")
    #expect(Sparkline([1, 2, 3, 7]).text(width: 2, glyphs: .unicode) == "▄█")
    #expect(drawn(4, 1) { Sparkline([0, 7]).draw(on: &$0, in: $1) } == "  ▁█")
  }

  @Test func funnelsDropNamesBeforeNumbers() {
    let funnel = FunnelStrip([
      .init("shown", 4212), .init("viewed", 1930), .init("accepted", 611), .init("redeemed", 402),
    ])
    func text(_ width: Int) -> String { funnel.line(width: width, glyphs: .unicode).text }
    #expect(text(99) == "shown 4,212 > viewed 1,930 > accepted 611 > redeemed 402")
    #expect(text(46) == "shown 4,212 > viewed 1,930 > 611 > 402")
    #expect(text(25) == "4,212 > 1,930 > 611 > 402")
    #expect(text(12) == "4,212 > 1,9…")
    #expect(FunnelStrip(counts: [3, 2]).line(width: 9, glyphs: .ascii).text == "3 > 2")
  }

  @Test func tabsKeepTheOpenTitle() {
    let tabs = Tabs(
      [.init(key: "1", title: "Overview"), .init(key: "2", title: "Partners"), .init(key: "3", title: "Rules")],
      selection: 1)
    #expect(tabs.columns() == 31)
    #expect(drawn(31, 1) { tabs.draw(on: &$0, in: $1) } == "1 Overview  2 Partners  3 Rules")
    #expect(drawn(20, 1) { tabs.draw(on: &$0, in: $1) } == "1 2 Partners 3")
    #expect(drawn(8, 1) { tabs.draw(on: &$0, in: $1) } == "1 2 Par…")
    var canvas = Canvas(size: Size(width: 31, height: 1))
    #expect(tabs.draw(on: &canvas, in: canvas.bounds) == [0..<10, 12..<22, 24..<31])
  }

  @Test func keyHintsAreCutAtWholePairs() {
    let hints = KeyHints([.init("enter", "open"), .init("/", "filter"), .init("?", "help")])
    #expect(drawn(28, 1) { hints.draw(on: &$0, in: $1) } == "enter open  / filter  ? help")
    #expect(drawn(27, 1) { hints.draw(on: &$0, in: $1) } == "enter open  / filter")
    #expect(drawn(9, 1) { hints.draw(on: &$0, in: $1) } == "")
  }

  @Test func toastsSayHowItWentBySign() {
    #expect(drawn(20, 2) { Toast(.success, "Saved.").draw(on: &$0, in: $1) } == "\n           ✓ Saved.")
    #expect(
      drawn(20, 1, .ascii) { Toast(.failure, "Not saved: busy now.").draw(on: &$0, in: $1) } == " x Not saved: busy~")
  }

  @Test func progressShowsShareOrMoves() {
    #expect(
      drawn(30, 1) { ProgressBar("Making town", fraction: 0.625).draw(on: &$0, in: $1) }
        == "Making town ███████▌░░░░  62 %")
    #expect(drawn(12, 1) { ProgressBar("Making town", fraction: 1).draw(on: &$0, in: $1) } == "Makin… █████")
    func moving(_ step: Int) -> String {
      drawn(10, 1) { ProgressBar("", fraction: nil, step: step).draw(on: &$0, in: $1) }
    }
    #expect(moving(0) == "████░░░░░░")
    #expect(moving(6) == "░░░░░░████")
    #expect(moving(7) == "░░░░░████░")
    #expect(moving(12) == moving(0))
  }
}
