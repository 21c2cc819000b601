import Canvas
import Testing

@Suite struct ComparisonTests {
  private let rows: [Comparison.Row] = [
    .init("+30 min parking", before: 4, after: 1, oldValue: "58", newValue: "71"),
    .init("Free dessert", before: nil, after: 2, newValue: "66", note: "no rain any more"),
    .init("Sunset dinner", before: 1, after: 3, oldValue: "79", newValue: "64"),
    .init("Taxi home", before: 3, after: 4, oldValue: "60", newValue: "60"),
    .init("Harbour tour", before: 2, after: nil, oldValue: "70", note: "12 min walk, limit 10"),
  ]

  @Test func showsOldAndNewRankSideBySide() {
    let text = drawn(72, 6) { Comparison(rows, subject: "offer", selection: 2).draw(on: &$0, in: $1) }
    #expect(
      text == """
          old  new        offer                      score why
            4    1 ▲ 3    +30 min parking          58 → 71
            -    2 new    Free dessert              - → 66 no rain any more
        ▸   1    3 ▼ 2    Sunset dinner            79 → 64
            3    4 ▼ 1    Taxi home                60 → 60
            2    - gone   Harbour tour             70 →  - 12 min walk, limit 10
        """)
  }

  @Test func keepsNamesAndNewRanksWhereItIsNarrow() {
    let text = drawn(28, 3) { Comparison(rows, subject: "offer").draw(on: &$0, in: $1) }
    #expect(text == " old new       offer\n   4   1 ▲ 3   +30 min pa… █\n   -   2 new   Free desse… │")
  }

  @Test func changesAreSignsAndNumbersNeverColourAlone() {
    func change(_ before: Int?, _ after: Int?, _ glyphs: Glyphs = .unicode) -> String {
      Comparison.change(.init("x", before: before, after: after), glyphs: glyphs).text
    }
    #expect(change(4, 1) == "▲ 3")
    #expect(change(1, 12, .ascii) == "v 11")
    #expect(change(2, 2) == "=")
    #expect(change(nil, 2) == "new")
    #expect(change(2, nil) == "gone")
    #expect(change(nil, nil) == "")
    #expect(change(.min, .max).hasPrefix("▼"))
  }
}
