import Canvas
import Core

/// The page that says how much of the budget is spent, whether it will last, and what it pays for.
struct BudgetPage {
  private let context: CampaignPageContext

  private static let labelColumns = 20

  init(_ context: CampaignPageContext) {
    self.context = context
  }

  private var pacing: BudgetPacing { context.sheet.pacing }
  private var campaign: Campaign { context.sheet.campaign }

  /// How far it is, and beside it what it pays for.
  var columns: [[PagePart]] { [[gauge, facts, method], [terms, advice]] }

  private var style: Style {
    switch pacing.state {
    case .over, .spent: Style.negative.bold
    case .under: .warning
    case .on: Style.positive.bold
    case .ended, .unknown: .muted
    }
  }

  private var gauge: PagePart {
    let (context, pacing) = (context, pacing)
    guard let share = pacing.share, let budget = pacing.budgetCents else {
      return context.text(
        "", [[Span("No budget", Style.text.bold), Span(": it may spend without end; e gives it one.", .muted)]])
    }
    let target = pacing.evenMicros.map { Double($0) / Double(CampaignCounts.microsPerCent) / Double(budget) }
    let label: StyledLine = [
      Span(context.money(micros: pacing.spentMicros)), Span(" of ", .muted),
      Span(CampaignCells.money(cents: budget, context.currency, context.formats)),
      Span(" (\(Number.percent(share, decimals: 0)))", .muted),
    ]
    let style = style
    return PagePart(
      PageSection(
        rows: { _ in 3 },
        draw: { canvas, area in
          canvas.put([Span("Budget: ", .header), Span(pacing.state.words, style)], at: area.origin, width: area.width)
          canvas.put(label, at: Point(x: area.x, y: area.y + 1), width: area.width)
          let row = Rect(x: area.x, y: area.y + 2, width: area.width, height: 1)
          let role: Role = share >= 1 ? .negative : .accent
          Gauge(.empty, fraction: min(1, share), role: role, target: target).draw(on: &canvas, in: row)
        }))
  }

  private var facts: PagePart {
    let context = context
    let rows = facts(pacing)
    let columns = [
      Column("pace", minimum: 18, ideal: Self.labelColumns, priority: 9),
      Column("", minimum: 12, isFlexible: true, priority: 10),
    ]
    return .table(
      "", columns, rows: rows.count,
      note: { row in
        NumberNote(
          "\(rows[row].label), \(context.campaign.name)", value: rows[row].words,
          lines: [rows[row].meaning, pacing.method],
          rows: Self.days(context))
      },
      cell: { row, column in column == 0 ? StyledLine(rows[row].label, .muted) : StyledLine(rows[row].words) })
  }

  private static func days(_ context: CampaignPageContext) -> NumberNote.Rows {
    NumberNote.Rows(
      list: "campaign-spend", headings: [.init("day", isText: true), .init("spend")],
      rows: context.sheet.days.reversed().map { day in
        [
          .init(day.day.description, .string(day.day.description)),
          .init(
            context.money(micros: day.counts.spendMicros),
            .number(Double(day.counts.spendMicros) / CampaignCounts.microsPerUnit)),
        ]
      })
  }

  private func facts(_ pacing: BudgetPacing) -> [(label: String, words: String, meaning: String)] {
    var rows: [(label: String, words: String, meaning: String)] = []
    rows.append(
      ("spent so far", context.money(micros: pacing.spentMicros), "All that was ever booked, fixed costs included."))
    if let daily = pacing.dailyBudgetCents {
      rows.append(
        (
          "a day at most", CampaignCells.money(cents: daily, context.currency, context.formats),
          "Its offers are held back until midnight once a day has cost so much."
        ))
    }
    if let even = pacing.evenMicros {
      rows.append(
        ("an even pace", context.money(micros: even), "What an even spend from start to end would have used by now."))
    }
    if let perDay = pacing.perDayMicros {
      rows.append(
        (
          "a day lately",
          "\(context.money(perDay / CampaignCounts.microsPerUnit)) over \(Quantity.count(pacing.pastDays, "day"))",
          "The mean of its last days."
        ))
    }
    if let projected = pacing.projectedMicros {
      let interval = pacing.projectedInterval.map {
        " "
          + CampaignCells.interval(
            Interval($0.low / CampaignCounts.microsPerUnit, $0.high / CampaignCounts.microsPerUnit), .money)
      }
      let last = pacing.lastDay.map { " by \($0)" } ?? ""
      rows.append(
        (
          "projected", context.money(projected / CampaignCounts.microsPerUnit) + (interval ?? "") + last,
          "What it will have cost at its end if it goes on like this and nothing stops it."
        ))
    }
    if let day = pacing.runsOut {
      let between = [pacing.runsOutEarliest, pacing.runsOutLatest].compactMap { $0?.description }
      let range = between.count == 2 ? " (\(between[0]) to \(between[1]))" : ""
      rows.append(("runs out", day.description + range, "The day on which the budget is used up at this pace."))
    } else if pacing.budgetCents != nil, pacing.state == .under || pacing.state == .on {
      rows.append(("runs out", "not before the end", "The day on which the budget is used up at this pace."))
    }
    if let left = pacing.daysLeft { rows.append(("days left", Number.grouped(left), "From tomorrow to its last day.")) }
    return rows
  }

  private var method: PagePart {
    let reason = pacing.reason.map { [StyledLine($0, .warning)] } ?? []
    return context.text("", reason + [StyledLine(pacing.method, .muted)])
  }

  private var terms: PagePart {
    let (context, costs) = (context, campaign.costs)
    let terms = costs.terms.filter { $0.micros > 0 }
    var lines: [StyledLine] = terms.map { term in
      [
        Span(TextWidth.pad(term.name.replacing("_", with: " "), to: Self.labelColumns) + " ", .muted),
        Span(
          CampaignCells.money(Double(term.micros) / CampaignCounts.microsPerUnit, context.currency, context.formats)),
      ]
    }
    if lines.isEmpty { lines = [StyledLine("Nothing: it costs nothing by itself.", .muted)] }
    func fact(_ label: String, _ words: String) -> StyledLine {
      [Span(TextWidth.pad(label, to: Self.labelColumns) + " ", .muted), Span(words)]
    }
    lines.append(.empty)
    lines.append(fact("type", campaign.type.title))
    lines.append(
      fact(
        "for", campaign.targets.isEmpty ? "everybody" : campaign.targets.map(\.rawValue).joined(separator: ", ")))
    let zone = context.state.zone
    lines.append(fact("from", campaign.startsAt.map { context.formats.moment($0, in: zone) } ?? "always"))
    lines.append(fact("until", campaign.endsAt.map { context.formats.moment($0, in: zone) } ?? "open"))
    lines.append(fact("its clock", campaign.zone))
    lines.append(fact("offers", Number.grouped(campaign.offers.count)))
    return context.text("What it pays for", lines)
  }

  private var advice: PagePart {
    context.text(
      "", [StyledLine("w supposes that some of its budget went to another campaign.", .muted)])
  }
}
