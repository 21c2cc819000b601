import Canvas
import Core

/// The page about a rule: what it means, what it would find now, and what each of its criteria takes away.
struct RulePage {
  private let sheet: RuleSheet
  private let context: DealsPageContext

  init(_ sheet: RuleSheet, _ context: DealsPageContext) {
    self.sheet = sheet
    self.context = context
  }

  private var rule: AlertRule { sheet.rule }

  var standing: StyledLine { RuleRow(summary: RuleSummary(rule, alertsToday: 0, expectedPerDay: nil)).standing }

  var sections: [PageSection] { [asked, funnel, matches, alerts, facts] }

  private var lines: PreviewLines {
    PreviewLines(
      sheet.preview, width: context.size.width, formats: context.formats, glyphs: context.glyphs)
  }

  private var asked: PageSection {
    context.text(
      "",
      [
        StyledLine(RuleLine.print(RuleDraft(rule)), .accent), StyledLine(RuleWords.meaning(rule.terms)), .empty,
        lines.count + [Span("  ", .muted)] + lines.perDay,
      ])
  }

  private var funnel: PageSection { context.text("What leaves listings out", lines.funnel) }

  private var matches: PageSection { context.text("What it finds", lines.samples(12)) }

  private var alerts: PageSection {
    guard !sheet.alerts.isEmpty else {
      return context.text("Its alerts", [StyledLine("None yet; t tests it against every listing.", .muted)])
    }
    return context.newest(sheet.alerts) { item in
      [
        Span(TextWidth.pad(DealsCells.ago(item.alert.at, now: context.state.now), to: 11), .muted),
        Span(item.title + " "), Span(context.price(item.alert.price) + " ", .muted),
      ] + StyledLine(item.alert.state.word, item.alert.state.style)
    }
  }

  private var facts: PageSection {
    var lines = [context.fact("told by", rule.channels.isEmpty ? "every channel of yours" : channels)]
    lines.append(
      context.fact("how soon", rule.isUrgent ? "urgent" : rule.frequency?.rawValue ?? "as you are told of all"))
    if let last = rule.lastTriggeredAt { lines.append(context.fact("last alert", context.moment(last))) }
    lines.append(context.fact("written", context.moment(rule.createdAt)))
    lines.append(context.fact("number", "rule \(rule.id), version \(rule.version)"))
    return context.text("How you are told", lines)
  }

  private var channels: String { Words.all(rule.channels.map(\.rawValue)) }
}
