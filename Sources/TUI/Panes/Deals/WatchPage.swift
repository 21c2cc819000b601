import Canvas
import Core

/// The page about a watch: the price against the one that is waited for, and its course.
struct WatchPage {
  private let sheet: WatchSheet
  private let context: DealsPageContext

  init(_ sheet: WatchSheet, _ context: DealsPageContext) {
    self.sheet = sheet
    self.context = context
  }

  private var watch: Watch { sheet.summary.watch }

  var sections: [PageSection] {
    [facts, PriceChart(sheet.history, threshold: watch.threshold, context).section] + alerts
  }

  private var facts: PageSection {
    let row = WatchRow(summary: sheet.summary)
    var lines = [
      [
        Span("now ", .muted), Span(context.price(sheet.summary.price), Style.text.bold),
        Span(", tells at \(context.formats.money(watch.threshold)) or less  ", .muted),
      ] + row.standing
    ]
    if let record = sheet.summary.record { lines.append(StyledLine(record.words, Style.positive.bold)) }
    if let trend = sheet.trend {
      let words = "\(context.formats.money(trend.minimum)) to \(context.formats.money(trend.maximum))"
      lines.append(
        context.fact("90 days", "\(words), last \(context.formats.money(trend.last)) \(arrow(trend.direction))"))
    }
    let rearm = WatchTrigger(threshold: watch.threshold, isArmed: watch.isArmed).rearmsAt
    lines.append(
      context.fact(
        "state",
        watch.isArmed
          ? "waits for the price"
          : "told; waits again once it is \(context.formats.money(Money(cents: rearm, watch.threshold.currency))) or more"
      ))
    lines.append(context.fact("told", watch.triggers == 1 ? "once" : "\(watch.triggers) times"))
    lines.append(context.fact("since", context.moment(watch.createdAt)))
    return context.text("", lines)
  }

  private var alerts: [PageSection] {
    guard !sheet.alerts.isEmpty else { return [] }
    return [
      context.newest(sheet.alerts) { item in
        [
          Span(context.moment(item.alert.at) + " ", .muted),
          Span(TextWidth.pad(context.price(item.alert.price), to: 11, align: .right) + "  "),
        ] + StyledLine(item.alert.state.word, item.alert.state.style)
      }
    ]
  }

  private func arrow(_ direction: PriceTrend.Direction) -> String {
    switch direction {
    case .down: String(context.glyphs.down) + " falling"
    case .flat: String(context.glyphs.right) + " steady"
    case .up: String(context.glyphs.up) + " rising"
    }
  }
}
