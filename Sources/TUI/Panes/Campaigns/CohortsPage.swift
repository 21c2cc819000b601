import Canvas
import Core

/// The page with people by the week of their first acceptance: how many came back, and what they brought.
struct CohortsPage {
  private let context: CampaignPageContext

  private static let labelColumns = 9
  private static let peopleColumns = 7
  private static let cellColumns = 8

  init(_ context: CampaignPageContext) {
    self.context = context
  }

  private var triangle: CohortTriangle { context.sheet.cohorts }
  private var ages: Int { triangle.cohorts.map(\.cells.count).max() ?? 0 }

  /// The triangle, all cohorts together, and who is in none.
  var columns: [[PagePart]] {
    guard !triangle.cohorts.isEmpty else {
      return [
        [context.text("", [StyledLine("Nobody who is known by name has accepted anything yet.", .muted), anonymous])]
      ]
    }
    return [[table, pooled, context.text("", [anonymous])]]
  }

  private var anonymous: StyledLine {
    let count = triangle.anonymousAcceptances
    return StyledLine(
      count == 0
        ? "Everybody who accepted is known, so nobody is left out."
        : "\(CampaignCells.count(count)) acceptances were by people nobody knows; they are in no cohort.", .muted)
  }

  private var table: PagePart {
    let (context, cohorts, ages) = (context, triangle.cohorts, ages)
    return PagePart(
      rows: { _ in cohorts.count + 3 },
      draw: { canvas, area, cursor in
        let (top, rest) = area.splitTop(1)
        canvas.put(
          StyledLine("Active in each week after the first, of the people who came in it", .header), at: top.origin,
          width: top.width)
        let (told, grid) = rest.splitTop(1)
        canvas.put(Self.told(cursor, cohorts, context), at: told.origin, width: told.width)
        Self.draw(cohorts, ages, cursor, context, on: &canvas, in: grid)
      }, lines: cohorts.count, columns: ages, row: { $0 + 3 },
      note: { Self.note($0, cohorts, context) })
  }

  /// The names of the weeks, then one row a cohort; with less room than weeks, those around the cursor.
  private static func draw(
    _ cohorts: [CohortTriangle.Cohort], _ ages: Int, _ cursor: PageCursor?, _ context: CampaignPageContext,
    on canvas: inout Canvas, in area: Rect
  ) {
    let left = labelColumns + 1 + peopleColumns + 1
    let room = max(1, (area.width - left) / cellColumns)
    let column = cursor.map { min(max(0, $0.column ?? 0), max(0, ages - 1)) }
    let first = Scrolling.offset(0, keeping: column, height: room, count: ages)
    let shown = first..<min(ages, first + room)
    canvas.put("week", at: area.origin, style: .header, width: labelColumns)
    canvas.put(
      "people", at: Point(x: area.x + labelColumns + 1, y: area.y), style: .header, width: peopleColumns, align: .right)
    for (place, age) in shown.enumerated() {
      canvas.put(
        age == 0 ? "first" : "+\(age)", at: Point(x: area.x + left + place * cellColumns, y: area.y), style: .header,
        width: cellColumns - 1, align: .right)
    }
    for (index, cohort) in cohorts.enumerated() where index + 1 < area.height {
      let y = area.y + 1 + index
      let isHere = cursor?.line == index
      canvas.put(
        cohort.label, at: Point(x: area.x, y: y), style: isHere ? Style.accent.bold : .text, width: labelColumns)
      canvas.put(
        CampaignCells.count(cohort.people), at: Point(x: area.x + labelColumns + 1, y: y), width: peopleColumns,
        align: .right)
      for (place, age) in shown.enumerated() where cohort.cells.indices.contains(age) {
        let cell = cohort.cells[age]
        let share = cohort.people > 0 ? Double(cell.people) / Double(cohort.people) : 0
        let shade = String(canvas.glyphs.shade(HeatMap.level(share, in: 0...1)))
        let text = Number.percent(share, decimals: 0) + (cell.isRunning ? "~" : "")
        let style: Style = isHere && column == age ? .selection : cell.people == 0 ? .muted : .text
        let x = area.x + left + place * cellColumns
        canvas.put(shade, at: Point(x: x, y: y), style: Style(.series1))
        canvas.put(text, at: Point(x: x + 1, y: y), style: style, width: cellColumns - 2, align: .right)
      }
    }
  }

  /// What the cell with the keyboard says, in words.
  private static func told(
    _ cursor: PageCursor?, _ cohorts: [CohortTriangle.Cohort], _ context: CampaignPageContext
  ) -> StyledLine {
    guard let cursor, let cohort = cohorts[safe: cursor.line], let cell = cell(cursor, cohort) else {
      return StyledLine("~ is a week that has not ended", .muted)
    }
    let interval = cohort.rate(at: cell.age)?.interval.map { Interval($0.low, $0.high) }
    let bounds = interval.map { " " + CampaignCells.interval($0, .share) } ?? ""
    return [
      Span("\(cohort.label) after \(Quantity.count(cell.age, "week"))", .title),
      Span("  \(CampaignCells.count(cell.people)) of \(CampaignCells.count(cohort.people)) active"),
      Span(bounds, .muted),
      Span("  \(CampaignCells.money(cents: cell.revenueCents, context.currency, context.formats))"),
      Span(cell.isRunning ? "  not ended" : "", .warning),
    ]
  }

  private static func cell(_ cursor: PageCursor, _ cohort: CohortTriangle.Cohort) -> CohortTriangle.Cell? {
    cohort.cells[safe: min(max(0, cursor.column ?? 0), max(0, cohort.cells.count - 1))]
  }

  private static func note(
    _ cursor: PageCursor, _ cohorts: [CohortTriangle.Cohort], _ context: CampaignPageContext
  ) -> NumberNote? {
    guard let cohort = cohorts[safe: cursor.line], let cell = cell(cursor, cohort) else { return nil }
    let rate = cohort.rate(at: cell.age)
    let bounds = rate?.interval.map { "  " + CampaignCells.interval(Interval($0.low, $0.high), .share) } ?? ""
    let share = cohort.people > 0 ? Double(cell.people) / Double(cohort.people) : nil
    return NumberNote(
      "\(cohort.label) after \(Quantity.count(cell.age, "week")), \(context.campaign.name)",
      value: context.number(share, .share) + bounds,
      lines: [
        "People whose first acceptance was in \(cohort.label) (from Monday \(cohort.week)) and who accepted or redeemed in "
          + "the week so many weeks later.",
        "Here: \(CampaignCells.count(cell.people)) of \(CampaignCells.count(cohort.people)), who brought "
          + CampaignCells.money(cents: cell.revenueCents, context.currency, context.formats),
      ],
      rows: rows([cohort], context))
  }

  private static func rows(
    _ cohorts: [CohortTriangle.Cohort], _ context: CampaignPageContext
  ) -> NumberNote.Rows {
    NumberNote.Rows(
      list: "campaign-cohorts",
      headings: [
        .init("cohort", isText: true), .init("weeks_after"), .init("cohort_people", "in cohort"), .init("active"),
        .init("share"), .init("revenue"),
      ],
      rows: cohorts.flatMap { cohort in
        cohort.cells.map { cell in
          let share = cohort.people > 0 ? Double(cell.people) / Double(cohort.people) : nil
          return [
            .init(cohort.label, .string(cohort.label)), .init("\(cell.age)", .count(cell.age)),
            .init(CampaignCells.count(cohort.people), .integer(cohort.people)),
            .init(CampaignCells.count(cell.people) + (cell.isRunning ? " ~" : ""), .integer(cell.people)),
            .init(context.number(share, .share), .optional(share)),
            .init(
              CampaignCells.money(cents: cell.revenueCents, context.currency, context.formats),
              .number(Double(cell.revenueCents) / 100)),
          ]
        }
      })
  }

  /// The whole triangle as rows of a file.
  static func rows(_ context: CampaignPageContext) -> NumberNote.Rows {
    rows(context.sheet.cohorts.cohorts, context)
  }

  private var pooled: PagePart {
    let (pooled, context) = (triangle.pooled, context)
    let columns = [
      Column("all cohorts together", minimum: 18, ideal: 22, priority: 9),
      Column("active", align: .right, minimum: 8, priority: 10), Column("95 % interval", minimum: 14, priority: 7),
      Column("of people", align: .right, minimum: 9, priority: 6),
      Column("revenue a person", align: .right, minimum: 16, priority: 8),
    ]
    return .table(
      "", columns, rows: pooled.count, emptyText: "No week has ended yet.",
      note: { row in
        let one = pooled[row]
        return NumberNote(
          "all cohorts after \(Quantity.count(one.age, "week")), \(context.campaign.name)",
          value: context.number(one.base > 0 ? Double(one.people) / Double(one.base) : nil, .share),
          lines: [
            "People active so many weeks after their first, of all in cohorts that are so old; weeks that have not ended "
              + "are left out.",
            "Here: \(CampaignCells.count(one.people)) of \(CampaignCells.count(one.base))",
          ])
      },
      cell: { row, column in
        let one = pooled[row]
        switch column {
        case 0: return StyledLine(one.age == 0 ? "their first week" : "\(Quantity.count(one.age, "week")) later")
        case 1: return StyledLine(context.number(one.base > 0 ? Double(one.people) / Double(one.base) : nil, .share))
        case 2:
          return StyledLine(
            one.rate.interval.map { CampaignCells.interval(Interval($0.low, $0.high), .share) } ?? "--", .muted)
        case 3: return StyledLine(CampaignCells.count(one.base), .muted)
        default:
          return StyledLine(
            one.revenuePerPersonCents.map { context.money($0 / 100) } ?? CampaignCells.nothing)
        }
      })
  }
}
