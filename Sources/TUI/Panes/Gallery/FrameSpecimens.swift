import Canvas

/// Boxes, tabs, hints, messages and tables, in every state.
enum FrameSpecimens {
  private static let screens: [Tabs.Tab] = [
    .init(key: "1", title: "Overview"), .init(key: "2", title: "Partners"), .init(key: "3", title: "Discover"),
    .init(key: "4", title: "Experiments"), .init(key: "5", title: "Campaigns"), .init(key: "6", title: "Rules"),
  ]

  private static let hints: [KeyHints.Hint] = [
    .init("enter", "open"), .init("/", "filter"), .init("s", "sort"), .init("v", "mark"), .init("x", "export"),
    .init("?", "help"),
  ]

  private static let columns = [
    Column("offer", minimum: 8, ideal: 18, isFlexible: true, priority: 3), Column("partner", minimum: 8, ideal: 16),
    Column("min", align: .right, minimum: 3, priority: 1),
    Column("score", align: .right, minimum: 5, ideal: 7, priority: 2),
  ]

  private static let offers = [
    ("Sunset dinner", "Blue Cilantro", "3", "79"), ("+30 min parking", "City lots", "0", "66"),
    ("Free dessert", "Cayman Sweets", "2", "58"), ("Harbour tour", "Sea & Sky", "12", "41"),
    ("Museum night", "National Gallery", "7", "33"), ("Taxi home", "Island Cabs", "1", "20"),
  ]

  private static func table(
    selection: Int?, isFocused: Bool = true, sort: (column: Int, isAscending: Bool)? = nil,
    isMarked: ((Int) -> Bool)? = nil
  ) -> Table {
    Table(
      columns: columns, rowCount: offers.count, selection: selection, sort: sort, isFocused: isFocused,
      isMarked: isMarked
    ) { row, column in
      let (offer, partner, minutes, score) = offers[row]
      return [StyledLine(offer), StyledLine(partner, .muted), StyledLine(minutes), StyledLine(score)][column]
    }
  }

  /// The specimens.
  static let all: [Specimen] = [
    Specimen("Table: sorted, a row chosen", 52, 7) {
      table(selection: 1, sort: (column: 3, isAscending: false)).draw(on: &$0, in: $1)
    },
    Specimen("Table: marked rows, without the keyboard", 52, 7) {
      table(selection: 2, isFocused: false, isMarked: { $0 % 2 == 0 }).draw(on: &$0, in: $1)
    },
    Specimen("Table: narrow", 20, 7, isFixed: true) { table(selection: 0).draw(on: &$0, in: $1) },
    Specimen("Table: more than fit", 52, 5, isFixed: true) { canvas, area in
      let places = Table(columns: columns, rowCount: 4_212, selection: 2_000, offset: 1_998) { row, column in
        StyledLine(column == 0 ? "offer \(Number.grouped(row + 1))" : column == 1 ? "partner" : "\(row % 90)")
      }
      places.draw(on: &canvas, in: area)
    },
    Specimen("Table: nothing", 36, 5) {
      Table(columns: columns, rows: [], emptyText: "No offers yet. Press n to make the first.")
        .draw(on: &$0, in: $1)
    },
    Specimen("Messages", 38, 5) { canvas, area in
      let messages = [
        Toast(.success, "Offer saved."), Toast(.information, "Copied 3 rows."), Toast(.warning, "Rain is near."),
        Toast(.failure, "Not saved: the disk is full."),
      ]
      for (row, message) in messages.enumerated() {
        message.draw(on: &canvas, in: Rect(x: area.x, y: area.y + row, width: area.width, height: 1))
      }
    },
    Specimen("Boxes: with the keyboard, divided, without", 66, 8) { canvas, area in
      let (left, right) = area.splitLeft(area.width / 2)
      let focused = Panel("Stream", detail: "42 a minute", isFocused: true)
      let inside = focused.draw(on: &canvas, in: left)
      focused.divide(on: &canvas, in: left, y: left.y + 2, title: "Clock")
      canvas.put("17:42 accepted", at: inside.origin)
      Paragraph("Panels have a name and a number that sums them up.", .muted)
        .draw(on: &canvas, in: Panel("Held back", detail: "7").draw(on: &canvas, in: right))
    },
    Specimen("A box over a dimmed frame", 66, 8) { canvas, area in
      table(selection: 0).draw(on: &canvas, in: area)
      let inside = Overlay("Help", content: Size(width: 34, height: 2)).draw(on: &canvas, in: area)
      Paragraph("space pauses the clock\n. steps one event").draw(on: &canvas, in: inside)
    },
    Specimen("Tabs: with room", 76, 1) { Tabs(screens, selection: 2).draw(on: &$0, in: $1) },
    Specimen("Tabs: narrow", 36, 1, isFixed: true) { Tabs(screens, selection: 2).draw(on: &$0, in: $1) },
    Specimen("Keys: with room", 76, 1) { KeyHints(hints).draw(on: &$0, in: $1) },
    Specimen("Keys: narrow", 36, 1, isFixed: true) { KeyHints(hints).draw(on: &$0, in: $1) },
    Specimen("Bars in a line: the five factors of a score", 76, 4) { canvas, area in
      let factors = [("time", 30, 30), ("place", 17, 25), ("value", 12, 20), ("scarce", 12, 15), ("you", 0, 10)]
      for (index, factor) in factors.enumerated() {
        let cell = Rect(x: area.x + index % 3 * 24, y: area.y + index / 3, width: 23, height: 1)
        canvas.put(factor.0, at: cell.origin, style: .muted, width: 6)
        let share = Double(factor.1) / Double(factor.2)
        Bar(share, width: 8, label: "\(factor.1)/\(factor.2)", role: .factor(index), showsTrack: true)
          .draw(on: &canvas, in: cell.inset(left: 7))
      }
    },
    Specimen("Too small", 30, 4, isFixed: true) {
      TooSmall("Opportune", needed: Size(width: 60, height: 16)).draw(on: &$0, in: $1)
    },
  ]
}
