import Canvas
import Core

/// The page with two to four campaigns side by side, and whether they differ, with intervals that allow for the number of
/// pairs.
struct ComparePage {
  private let context: CampaignPageContext

  init(_ context: CampaignPageContext) {
    self.context = context
  }

  /// The values side by side, and below them every difference.
  var columns: [[PagePart]] {
    guard let comparison = context.sheet.comparison else {
      return [
        [
          context.text(
            "",
            [
              StyledLine("There is no other campaign to compare it with.", .muted),
              StyledLine("Mark up to four in the list with v; without marks the next in rank is taken.", .muted),
            ])
        ]
      ]
    }
    return [[values(comparison), differences(comparison), method(comparison)]]
  }

  /// `A`, `B`, `C`, `D`.
  private static func letter(_ member: Int) -> String { ExperimentWords.letter(member) }

  private func values(_ comparison: CampaignComparison) -> PagePart {
    let context = context
    let members = comparison.members
    let names = members.enumerated().map { "\(Self.letter($0.offset)) \($0.element.name)" }
    let columns =
      [Column("metric", minimum: 15, ideal: 26, priority: 20)]
      + names.map { Column($0, minimum: 22, ideal: 30, isFlexible: true, priority: 10) }
    return .table(
      "Side by side, \(context.sheet.span)", columns, rows: comparison.lines.count,
      note: { row in
        let line = comparison.lines[row]
        return NumberNote(
          "\(line.metric.title), compared",
          value: members.indices.map { index in
            "\(Self.letter(index)) \(CampaignCells.value(line.readings[index], members[index].currency, context.formats))"
          }.joined(separator: "   "),
          lines: [line.metric.definition, line.method, comparison.adjustment], rows: Self.rows(comparison, context))
      },
      cell: { row, column in
        let line = comparison.lines[row]
        guard column > 0 else { return StyledLine(line.metric.title) }
        let reading = line.readings[column - 1]
        let text = CampaignCells.value(reading, members[column - 1].currency, context.formats)
        let style = reading.earning?.style ?? .text
        guard reading.interval != nil else { return StyledLine(text, reading.value == nil ? .muted : style) }
        return [Span(text, style), Span("  " + CampaignCells.interval(reading), .muted)]
      })
  }

  private func differences(_ comparison: CampaignComparison) -> PagePart {
    let context = context
    let pairs = comparison.lines.flatMap { line in line.pairs.map { (line, $0) } }
    let columns = [
      Column("difference", minimum: 15, ideal: 26, priority: 9), Column("", minimum: 7, priority: 10),
      Column("is", align: .right, minimum: 11, priority: 8), Column("adjusted interval", minimum: 20, priority: 7),
      Column("p, Holm", align: .right, minimum: 9, priority: 6),
      Column("", minimum: 12, ideal: 34, isFlexible: true, priority: 5),
    ]
    return .table(
      "Differences, second less first", columns, rows: pairs.count, emptyText: "Nothing can be compared.",
      note: { row in
        let (line, pair) = pairs[row]
        return NumberNote(
          "\(line.metric.title), \(Self.letter(pair.second)) less \(Self.letter(pair.first))",
          value: Self.text(pair, line, context),
          lines: [line.method, comparison.adjustment, pair.reason ?? ""].filter { !$0.isEmpty },
          rows: Self.rows(comparison, context))
      },
      cell: { row, column in
        let (line, pair) = pairs[row]
        switch column {
        case 0: return StyledLine(line.metric.title)
        case 1: return StyledLine("\(Self.letter(pair.second)) - \(Self.letter(pair.first))", .muted)
        case 2: return StyledLine(Self.difference(pair, line, context))
        case 3:
          return StyledLine(pair.interval.map { CampaignCells.interval($0, line.metric.unit) } ?? "--", .muted)
        case 4: return StyledLine(pair.pAdjusted?.words ?? CampaignCells.nothing, .muted)
        default:
          if let reason = pair.reason { return StyledLine(reason, .muted) }
          guard pair.isDifferent, let difference = pair.difference else { return StyledLine("may be chance", .muted) }
          let winner = (difference > 0) != line.metric.isCost ? pair.second : pair.first
          return StyledLine("\(Self.letter(winner)) is better", Style.positive.bold)
        }
      })
  }

  private func method(_ comparison: CampaignComparison) -> PagePart {
    context.text("", [StyledLine(comparison.adjustment, .muted)])
  }

  private static func difference(
    _ pair: CampaignComparison.Pair, _ line: CampaignComparison.Line, _ context: CampaignPageContext
  ) -> String {
    guard let difference = pair.difference else { return CampaignCells.nothing }
    let text =
      line.metric.unit == .share
      ? Number.fixed(difference * 100, decimals: abs(difference) < 0.01 ? 2 : 1) + " points"
      : context.number(difference, line.metric.unit)
    return (difference > 0 ? "+" : "") + text
  }

  private static func text(
    _ pair: CampaignComparison.Pair, _ line: CampaignComparison.Line, _ context: CampaignPageContext
  ) -> String {
    let interval = pair.interval.map { "  " + CampaignCells.interval($0, line.metric.unit) } ?? ""
    let p = pair.pAdjusted.map { "  p \($0.words)" } ?? ""
    return difference(pair, line, context) + interval + p
  }

  /// Every campaign with every metric as rows of a file.
  static func rows(_ comparison: CampaignComparison, _ context: CampaignPageContext) -> NumberNote.Rows {
    NumberNote.Rows(
      list: "campaign-comparison",
      headings: [
        .init("metric", isText: true), .init("campaign", isText: true), .init("value"), .init("low", "from"),
        .init("high", "to"),
      ],
      rows: comparison.lines.flatMap { line in
        zip(comparison.members, line.readings).map { member, reading in
          func bound(_ value: Double?) -> NumberNote.Cell {
            .init(CampaignCells.value(value, line.metric.unit, member.currency, context.formats), .optional(value))
          }
          return [
            .init(line.metric.title, .string(line.metric.rawValue)), .init(member.name, .string(member.name)),
            bound(reading.value), bound(reading.interval?.low), bound(reading.interval?.high),
          ]
        }
      })
  }
}
