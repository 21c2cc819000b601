import Canvas
import Core

/// What all campaigns earned and cost together: the five numbers of each currency with their change, the course of
/// revenue and spend, and how much hangs on a few.
struct PortfolioPage {
  private let state: State
  private let board: CampaignsBoard
  private let size: Size
  private let glyphs: Glyphs

  private static let metrics: [CampaignMetric?] = [.revenue, nil, .profit, .roas, .margin]
  /// Rows of numbers of one currency, below the row of names.
  private static let rowsOfGroup = 2
  private static let leastChart = 4

  init(_ state: State, _ board: CampaignsBoard, size: Size, glyphs: Glyphs) {
    self.state = state
    self.board = board
    self.size = size
    self.glyphs = glyphs
  }

  private var groups: [Portfolio.Group] { board.portfolio.groups }

  /// The numbers, the course where there is room for one, and the rest in words.
  var columns: [[PagePart]] {
    guard !groups.isEmpty else {
      return [
        [
          .text(
            "", [StyledLine("Nothing was counted of any campaign in these days; t looks at others.", .muted)],
            glyphs: glyphs)
        ]
      ]
    }
    let room = size.height - 1 - groups.count * Self.rowsOfGroup - 3
    let chart = room >= Self.leastChart ? [course(height: room)] : []
    return [[numbers, words] + chart]
  }

  // MARK: Numbers

  private var numbers: PagePart {
    let (groups, state, board) = (groups, state, board)
    return PagePart(
      rows: { _ in 1 + groups.count * Self.rowsOfGroup },
      draw: { canvas, area, cursor in
        for (index, cell) in Self.cells(area).enumerated() {
          canvas.put(Self.name(index), at: cell.origin, style: .header, width: cell.width)
          for (line, group) in groups.enumerated() {
            let isHere = cursor?.line == line && (cursor?.column ?? 0) == index
            let y = cell.y + 1 + line * Self.rowsOfGroup
            let value = Self.value(index, group, width: cell.width - 1, state.formats)
            let earning = Self.metrics[index].flatMap { group.reading($0).earning }
            let style: Style = isHere ? .selection : (earning?.style ?? .text).bold
            canvas.put(
              StyledLine(value, style), at: Point(x: cell.x, y: y), width: min(cell.width, TextWidth.columns(value)))
            let change = Self.change(index, group)
            canvas.put(
              CampaignCells.change(change, canvas.glyphs), at: Point(x: cell.x, y: y + 1),
              width: cell.width)
          }
        }
      }, lines: groups.count, columns: Self.metrics.count, row: { 1 + $0 * Self.rowsOfGroup },
      note: { cursor in
        guard let group = groups[safe: cursor.line] else { return nil }
        return Self.note(min(max(0, cursor.column ?? 0), Self.metrics.count - 1), group, board, state.formats)
      })
  }

  private static func cells(_ area: Rect) -> [Rect] {
    Rect(x: area.x, y: area.y, width: area.width, height: 1).columns(metrics.count)
  }

  private static func name(_ index: Int) -> String { metrics[index]?.title ?? "spend" }

  /// The value in full, else as much as has room.
  private static func value(_ index: Int, _ group: Portfolio.Group, width: Int, _ formats: Formats) -> String {
    guard let metric = metrics[index] else {
      let full = CampaignCells.money(micros: group.totals.counts.spendMicros, group.currency, formats)
      return full.count <= width
        ? full : CampaignCells.short(CampaignSeries.spend.value(of: group.totals.counts), group.currency, formats)
    }
    let reading = group.reading(metric)
    let full = CampaignCells.value(reading, group.currency, formats)
    if metric == .roas, reading.interval != nil {
      let both = full + " " + CampaignCells.interval(reading)
      if both.count <= width { return both }
    }
    guard full.count > width, metric.unit == .money, let value = reading.value else { return full }
    return CampaignCells.short(value, group.currency, formats)
  }

  private static func change(_ index: Int, _ group: Portfolio.Group) -> Portfolio.Change {
    metrics[index].map { group.change($0) } ?? group.spendChange
  }

  private static func note(
    _ index: Int, _ group: Portfolio.Group, _ board: CampaignsBoard, _ formats: Formats
  ) -> NumberNote {
    let change = change(index, group)
    let unit = metrics[index]?.unit ?? .money
    let before = CampaignCells.value(change.before, unit, group.currency, formats)
    let rows = campaigns(group, board, formats)
    guard let metric = metrics[index] else {
      return NumberNote(
        "spend, all campaigns in \(group.currency.code)",
        value: CampaignCells.money(micros: group.totals.counts.spendMicros, group.currency, formats),
        lines: ["What was booked for interactions, and fixed costs.", "In \(board.portfolio.before): \(before)"],
        rows: rows)
    }
    let note = NumberNote(
      group.reading(metric), of: "all campaigns in \(group.currency.code)", days: nil, group.currency, formats)
    var lines = note.lines + ["In \(board.portfolio.before): \(before)"]
    if metric == .roas, let mean = group.meanROAS {
      lines.append(
        "Beside it, the mean of \(group.meanOf) campaigns' own returns: \(Number.fixed(mean, decimals: 2)); it counts a "
          + "small campaign as much as a large one, so it says nothing about the money.")
    }
    return NumberNote(note.title, value: note.value, lines: lines, rows: rows)
  }

  /// The campaigns behind a number of a currency.
  private static func campaigns(
    _ group: Portfolio.Group, _ board: CampaignsBoard, _ formats: Formats
  ) -> NumberNote.Rows {
    let rows = board.rows.filter { $0.campaign.currency == group.currency && !$0.totals.counts.isZero }
    return NumberNote.Rows(
      list: "campaign-portfolio", headings: [.init("campaign", isText: true)] + NumberNote.countHeadings,
      rows: rows.sorted { $0.totals.counts.spendMicros > $1.totals.counts.spendMicros }.map { row in
        [.init(row.campaign.name, .string(row.campaign.name))]
          + NumberNote.countCells(row.totals.counts, group.currency, formats)
      })
  }

  // MARK: Course and words

  private var words: PagePart {
    let group = groups[0]
    var line: StyledLine = []
    if let share = group.concentration.share {
      let count = group.concentration.top.count
      line += [
        Span(count == 1 ? "one campaign earns " : "top \(count) earn ", .muted),
        Span(Number.percent(share, decimals: 0)),
        Span(" of revenue  ", .muted),
      ]
    }
    line += [Span("\(Number.grouped(group.active))"), Span(" active  ", .muted)]
    if let mean = group.meanROAS {
      line += StyledLine("mean of \(group.meanOf) ROAS \(Number.fixed(mean, decimals: 2))", .muted)
    }
    let (state, board) = (state, board)
    return PagePart(
      rows: { _ in 1 },
      draw: { canvas, area, cursor in
        let line = cursor == nil ? line : StyledLine(line.text, .selection)
        canvas.put(line, at: area.origin, width: area.width)
      }, lines: 1,
      note: { _ in
        let top = group.concentration.top.compactMap { id in board.rows.first { $0.campaign.id == id } }
        return NumberNote(
          "how much hangs on a few, \(group.currency.code)",
          value: group.concentration.share.map { Number.percent($0) } ?? CampaignCells.nothing,
          lines: ["The share of all revenue that the five campaigns with the most of it earned."],
          rows: .init(
            list: "campaign-concentration", headings: [.init("campaign", isText: true)] + NumberNote.countHeadings,
            rows: top.map { row in
              [.init(row.campaign.name, .string(row.campaign.name))]
                + NumberNote.countCells(row.totals.counts, group.currency, state.formats)
            }))
      })
  }

  private func course(height: Int) -> PagePart {
    let (group, state, hasSeveral) = (groups[0], state, groups.count > 1)
    let days = group.days
    let xs = days.map { Double($0.day.dayNumber) }
    return .chart(
      "", height: height, places: days.count,
      note: { place in
        let day = days[place]
        return NumberNote(
          "\(day.day), all campaigns in \(group.currency.code)",
          value: "revenue \(CampaignCells.money(cents: day.counts.revenueCents, group.currency, state.formats))  spend "
            + CampaignCells.money(micros: day.counts.spendMicros, group.currency, state.formats),
          lines: ["Everything counted on this day, each campaign's on its own clock."],
          rows: .init(
            list: "campaign-day", headings: [.init("day", isText: true)] + NumberNote.countHeadings,
            rows: [
              [.init(day.day.description, .string(day.day.description))]
                + NumberNote.countCells(day.counts, group.currency, state.formats)
            ]))
      },
      draw: { canvas, area, place in
        LineChart(
          [
            .init("revenue", xs: xs, values: days.map { Double($0.counts.revenueCents) / 100 }),
            .init("spend", xs: xs, values: days.map { CampaignSeries.spend.value(of: $0.counts) }),
          ], unit: hasSeveral ? "\(group.currency.code) a day" : "a day", cursor: place.map { xs[$0] }, xSteps: .days,
          xLabels: .days, yLabels: .money(CampaignCells.sign(group.currency, state.formats))
        ).draw(on: &canvas, in: area)
      })
  }
}
