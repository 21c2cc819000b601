import Canvas

/// Lists, tables and what tells how work goes, in every state.
enum ListSpecimens {
  private static let commands: [PaletteList.Item] = [
    .init("Pause offer", matched: [0, 6], keys: "P", explanation: "Nobody is shown it until it is resumed."),
    .init("Pause the clock", matched: [0], keys: "space", explanation: "The town stands still."),
    .init(
      "Export offers", matched: [2, 7], keys: "x", explanation: "Writes what is shown.",
      unavailable: "no offer is shown"),
    .init("Presentation", matched: [0, 6], keys: "P", explanation: "Large, and without names."),
  ]

  private static let offers: [Comparison.Row] = [
    .init("+30 min parking", before: 4, after: 1, oldValue: "58", newValue: "71"),
    .init("Free dessert", before: nil, after: 2, newValue: "66", note: "no rain any more"),
    .init("Sunset dinner", before: 1, after: 3, oldValue: "79", newValue: "64"),
    .init("Taxi home", before: 3, after: 4, oldValue: "60", newValue: "60"),
    .init("Harbour tour", before: 2, after: nil, oldValue: "70", note: "12 min walk, limit 10"),
  ]

  /// The specimens.
  static let all: [Specimen] = [
    Specimen("Palette: wide", 90, 4) { PaletteList(commands, selection: 0).draw(on: &$0, in: $1) },
    Specimen("Palette: narrow", 52, 6, isFixed: true) { PaletteList(commands, selection: 1).draw(on: &$0, in: $1) },
    Specimen("Palette: long", 40, 6) { canvas, area in
      PaletteList(count: 512, selection: 300, offset: 298) { .init("Command \($0)") }.draw(on: &canvas, in: area)
    },
    Specimen("Palette: nothing found", 32, 2) { PaletteList([]).draw(on: &$0, in: $1) },
    Specimen("Old and new rank", 76, 6) {
      Comparison(offers, subject: "offer", selection: 0).draw(on: &$0, in: $1)
    },
    Specimen("Work under way", 84, 5) { canvas, area in
      let bars = [
        ProgressBar(
          "Making the demo town", fraction: 0.62, detail: "3,100 of 5,000 people", cancelHint: "esc cancels"),
        ProgressBar("Looking for a better rule", fraction: nil, step: 7, cancelHint: "esc cancels"),
        ProgressBar("Import", .done("412 sessions, 3 left out")),
        ProgressBar("Export", .failed("the disk is full; free some room and press x again")),
        ProgressBar("Simulation", .cancelled("the first 3 days are kept")),
      ]
      for (row, bar) in bars.enumerated() { bar.draw(on: &canvas, in: area.inset(top: row).splitTop(1).top) }
    },
  ]
}
