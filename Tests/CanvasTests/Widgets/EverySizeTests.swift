import Canvas
import Testing

/// Every widget on every kind of area: nothing crashes, nothing is drawn outside, nothing but ASCII in ASCII.
@Suite struct EverySizeTests {
  private static let widgets: [(name: String, draw: @Sendable (inout Canvas, Rect) -> Void)] = [
    ("panel", { Panel("Discover", detail: "131").draw(on: &$0, in: $1) }),
    ("divider", { Panel("x").divide(on: &$0, in: $1, y: $1.y + 1, title: "Why 79") }),
    (
      "table",
      { canvas, area in
        let columns = [
          Column("offer", minimum: 5, isFlexible: true), Column("worth", align: .right, minimum: 6, priority: 1),
        ]
        Table(
          columns: columns, rowCount: 30, selection: 17, sort: (column: 0, isAscending: true), isMarked: { $0 % 3 == 0 }
        ) {
          row, _ in StyledLine("中é\u{1B}\(row)", .muted)
        }.draw(on: &canvas, in: area)
      }
    ),
    ("empty table", { Table(columns: [Column("offer", minimum: 5)], rows: []).draw(on: &$0, in: $1) }),
    ("paragraph", { Paragraph("walk 中文字 there and back\nagain", .muted).draw(on: &$0, in: $1, offset: 1) }),
    ("bar", { Bar(0.68, width: 8, label: "17/25", showsTrack: true).draw(on: &$0, in: $1) }),
    ("gauge", { Gauge("47 min", fraction: 0.4).draw(on: &$0, in: $1) }),
    ("sparkline", { Sparkline([1, nil, 3, 9]).draw(on: &$0, in: $1) }),
    ("funnel", { FunnelStrip([.init("shown", 4212), .init("viewed", 9)]).draw(on: &$0, in: $1) }),
    (
      "tabs",
      { Tabs([.init(key: "1", title: "Overview"), .init(key: "", title: "中文")], selection: 1).draw(on: &$0, in: $1) }
    ),
    ("hints", { KeyHints([.init("enter", "open"), .init("?", "help")]).draw(on: &$0, in: $1) }),
    ("toast", { Toast(.warning, "Rain is near.").draw(on: &$0, in: $1) }),
    ("progress", { ProgressBar("Making", fraction: 0.3).draw(on: &$0, in: $1) }),
    ("moving", { ProgressBar("Making", fraction: nil, step: .min).draw(on: &$0, in: $1) }),
    (
      "progress with words",
      { ProgressBar("a", .running(fraction: 1), detail: "中", cancelHint: "b").draw(on: &$0, in: $1) }
    ),
    ("failed progress", { ProgressBar("Making", .failed("full")).draw(on: &$0, in: $1) }),
    ("scrollbar", { Scrollbar(rows: 3..<9, count: .max).draw(on: &$0, in: $1) }),
    ("too small", { TooSmall("Opportune", needed: Size(width: 60, height: 16)).draw(on: &$0, in: $1) }),
    (
      "form",
      { canvas, area in
        let text = FieldText("中\u{1B}é👍🏽 and more than fits", caret: .max, placeholder: "x")
        let fields = [
          FormField("中文", .text(text), error: "no \u{202E}", help: "help", section: "one"),
          FormField("n", .number(text, unit: "中"), disabledBecause: "why"), FormField("t", .toggle(true, "中")),
          FormField("c", .choice(["a", "中文", "c"], selection: .min)), FormField("f", .fact("a\u{0}")),
          FormField("m", .multiple([.init("a"), .init("中文")], cursor: 9)), FormField("l", .longText(text, rows: .max)),
        ]
        for focus in [nil, 0, 1, 5, 6, Int.max] {
          FormView(fields, focus: focus, offset: .max, note: "note").draw(on: &canvas, in: area)
        }
      }
    ),
    (
      "palette",
      { canvas, area in
        PaletteList(count: .max, selection: .max, offset: .min) {
          .init(
            "中é\($0)", matched: [0, .max], keys: "ctrl-p", explanation: "\u{1B}x", unavailable: $0 % 2 == 0 ? "no" : nil
          )
        }.draw(on: &canvas, in: area)
      }
    ),
    (
      "comparison",
      {
        Comparison([.init("中", before: .min, after: .max, oldValue: "7中", newValue: "8", note: "n")], subject: "x")
          .draw(
            on: &$0, in: $1)
      }
    ),
    (
      "confirm",
      {
        let word = ConfirmBox.TypedWord("中文", typed: FieldText("中", caret: 1))
        ConfirmBox("End?", lines: ["a 中 b"], answers: ["No", "Yes"], selection: 9, typedWord: word).draw(
          on: &$0, in: $1)
      }
    ),
    (
      "three ways", { ThreeWay([.init("中", base: "a", yours: "b", theirs: "c")], theirName: "中").draw(on: &$0, in: $1) }
    ),
    ("lines", { Hostile.one(of: Hostile.lines, for: $1).draw(on: &$0, in: $1) }),
    ("bars", { Hostile.one(of: Hostile.bars, for: $1).draw(on: &$0, in: $1) }),
    ("histogram", { Hostile.one(of: Hostile.histograms, for: $1).draw(on: &$0, in: $1) }),
    ("heat map", { Hostile.one(of: Hostile.heatMaps, for: $1).draw(on: &$0, in: $1) }),
    ("scatter", { Hostile.one(of: Hostile.scatters, for: $1).draw(on: &$0, in: $1) }),
    ("funnel chart", { Hostile.one(of: Hostile.funnels, for: $1).draw(on: &$0, in: $1) }),
    ("gauge with a target", { Gauge("中", fraction: .nan, target: .infinity).draw(on: &$0, in: $1) }),
    (
      "interval",
      {
        let strip = IntervalStrip(scale: -1e308...1e308, reference: .nan)
        if $1.height > 0 { $0.put(strip.line(.infinity, -1...5, width: $1.width, glyphs: $0.glyphs), at: $1.origin) }
      }
    ),
    ("overlay", { Overlay("Help", content: Size(width: 20, height: 4)).draw(on: &$0, in: $1) }),
    (
      "map",
      { canvas, area in
        let here = LocalPosition(east: 0, north: 0)
        let far = LocalPosition(east: 9e8, north: -1e300)
        MapView(
          lines: [
            .init([here, far], role: .mapStreet), .init([far, LocalPosition(east: .nan, north: 0)], role: .mapWater),
          ],
          rings: [.init(centre: here, radius: 80), .init(centre: far, radius: .infinity)],
          markers: [
            .init("◆", at: here, label: "Blue 中文", style: .accent, needsLabel: true), .init("P", at: far, style: .text),
          ]
        ).draw(on: &canvas, through: MapProjection(centre: here, metresPerColumn: 7, area: area))
      }
    ),
  ]

  private static var areas: [Rect] {
    var areas = [
      Rect(x: .min, y: .min, width: .max, height: .max), Rect(x: .max, y: 0, width: 5, height: 5),
      Rect(x: 0, y: 0, width: -4, height: 3), Rect(x: -50, y: -50, width: 400, height: 400),
    ]
    var random = SplitMix64(seed: 21)
    for _ in 0..<120 {
      areas.append(
        Rect(
          x: Int.random(in: -30...45, using: &random), y: Int.random(in: -8...14, using: &random),
          width: Int.random(in: 0...60, using: &random), height: Int.random(in: 0...16, using: &random)))
    }
    return areas
  }

  @Test(arguments: widgets.indices)
  func staysInsideItsArea(index: Int) {
    let widget = Self.widgets[index]
    for glyphs in Glyphs.allCases {
      for area in Self.areas {
        var canvas = Canvas(size: Size(width: 40, height: 12), glyphs: glyphs)
        canvas.fill(canvas.bounds, with: "~")
        let untouched = canvas
        widget.draw(&canvas, area)
        if glyphs == .ascii { #expect(canvas.plainText.utf8.allSatisfy { $0 < 0x7F }, "\(widget.name) \(area)") }
        canvas.fill(area, with: "~")
        #expect(canvas == untouched, "\(widget.name) drew outside \(area)")
      }
    }
  }
}
