import Canvas
import Core

/// A rule in the list.
package struct RuleRow: Equatable, Sendable {
  package let summary: RuleSummary

  package var rule: AlertRule { summary.rule }

  /// `on`, `paused`; urgent ones with their mark.
  var standing: StyledLine {
    guard rule.isEnabled else { return StyledLine("paused", .warning) }
    return rule.isUrgent ? [Span("on", .positive), Span(" !", Style.warning.bold)] : StyledLine("on", .positive)
  }

  /// Whether it would tell of more than a person wants to read.
  var isTooMuch: Bool { (summary.expectedPerDay ?? 0) > RulePreview.manyPerDay }

  /// `0.8`, `12`, `>99`; `--` where it is not known.
  static func perDay(_ expected: Double?) -> String {
    guard let expected else { return "--" }
    return expected > 999 ? ">999" : Number.fixed(expected, decimals: expected < 10 ? 1 : 0)
  }
}

extension RuleRow: ListRow {
  package var id: AlertRule.ID { rule.id }

  package static let listName = "rules"

  package static let columns: [ListColumn<Self>] = facts + numbers + files

  private static let facts: [ListColumn<Self>] = [
    ListColumn(
      "rule", Column("rule", minimum: 14, ideal: 26, isFlexible: true, priority: 12), key: { .text($0.rule.name) },
      words: { "\($0.rule.name) \(RuleLine.print(RuleDraft($0.rule)))" }, value: { row, _ in .string(row.rule.name) },
      cell: { row, context in
        let mark = context.changes.contains(.rule(row.id)) ? String(context.glyphs.changed) : ""
        return [Span(row.rule.name, row.rule.isEnabled ? .text : .muted), Span(mark, .accent)]
      }),
    ListColumn(
      "standing", Column("", minimum: 6, priority: 11), key: { .text($0.rule.isEnabled ? "on" : "paused") },
      value: { row, _ in .string(row.rule.isEnabled ? "on" : "paused") }, cell: { row, _ in row.standing }),
  ]

  private static let numbers: [ListColumn<Self>] = [
    ListColumn(
      "today", Column("today", align: .right, minimum: 5, priority: 10),
      key: { .number(Double($0.summary.alertsToday)) }, startsDescending: true,
      value: { row, _ in .count(row.summary.alertsToday) },
      cell: { row, _ in
        StyledLine(
          Number.grouped(row.summary.alertsToday), row.summary.alertsToday == 0 ? .muted : Style.text.bold)
      }),
    ListColumn(
      "expected_per_day", Column("a day", align: .right, minimum: 7, priority: 9),
      key: { $0.summary.expectedPerDay.map { .number($0) } ?? .missing }, startsDescending: true,
      value: { row, _ in .optional(row.summary.expectedPerDay) },
      cell: { row, _ in
        let text = perDay(row.summary.expectedPerDay)
        return row.isTooMuch ? StyledLine("! \(text)", .warning) : StyledLine(text)
      }),
    ListColumn(
      "last", Column("last alert", align: .right, minimum: 10, priority: 6),
      key: { .integer($0.rule.lastTriggeredAt?.milliseconds) }, startsDescending: true,
      value: { row, _ in row.rule.lastTriggeredAt.map { .instant($0) } ?? .null },
      cell: { row, context in
        StyledLine(row.rule.lastTriggeredAt.map { DealsCells.ago($0, now: context.now) } ?? "never", .muted)
      }),
  ]

  private static let files: [ListColumn<Self>] = [
    ListColumn(file: "rule_id") { row, _ in .id(row.id) },
    ListColumn(file: "line") { row, _ in .string(RuleLine.print(RuleDraft(row.rule))) },
    ListColumn(file: "urgent") { row, _ in .bool(row.rule.isUrgent) },
  ]
}
