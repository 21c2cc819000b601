import Canvas
import Core

/// The page about an alert: what became of it and why, then the listing it tells of.
struct AlertPage {
  private let sheet: AlertSheet
  private let context: DealsPageContext

  init(_ sheet: AlertSheet, _ context: DealsPageContext) {
    self.sheet = sheet
    self.context = context
  }

  private var alert: Alert { sheet.item.alert }

  var sections: [PageSection] {
    var sections = [told]
    if !sheet.text.isEmpty { sections.append(context.text("", sheet.text.map { StyledLine($0) })) }
    guard let listing = sheet.listing else { return sections }
    let page = ListingPage(listing, context)
    return sections + page.why + [page.facts, page.score, page.history]
  }

  private var told: PageSection {
    var lines: [StyledLine] = []
    if let because = sheet.item.because { lines.append(context.fact("asked by", because)) }
    if let price = alert.price { lines.append(context.fact("price then", context.formats.money(price))) }
    if !alert.matchedWords.isEmpty {
      lines.append(context.fact("found by", alert.matchedWords.joined(separator: ", "), .accent))
    }
    lines.append(context.fact("at", context.moment(alert.at)))
    lines.append(context.fact("state", alert.state.word, alert.state.style))
    if let reason = alert.reason { lines.append(context.fact("because", reason.text, .warning)) }
    if [.held, .digest, .queued].contains(alert.state) {
      lines.append(context.fact("due", context.moment(alert.dueAt)))
    }
    if let until = alert.snoozedUntil { lines.append(context.fact("snoozed", "until \(context.moment(until))")) }
    for delivery in sheet.deliveries {
      let why = delivery.reason.map { ", \($0.text)" } ?? ""
      lines.append(
        context.fact(
          delivery.channel.rawValue, delivery.state.rawValue + why, delivery.state == .sent ? .positive : .muted))
    }
    return context.text("What became of it", lines)
  }
}
