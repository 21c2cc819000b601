import Canvas
import Core

extension PartnerAnalytics {
  /// For people: what is true of all days, then the parts.
  func text(in zone: ZoneTable) -> String {
    let heading = "\(partner.name), \(first) to \(last) (\(zone.name))"
    return PageWidth.wrapped(heading) + "\n" + summary + "\n" + table(in: zone)
  }

  private var summary: String {
    let funnel = [
      (total.impressions, "shown"), (total.views, "viewed"), (total.acceptances, "accepted"),
      (total.redemptions, "redeemed"),
    ]
    var fields = FieldList([
      "funnel": funnel.map { "\(Number.grouped(Int($0))) \($1)" }.joined(separator: " > "),
      "put aside": "\(Number.grouped(Int(total.dismissals))) dismissed, \(Number.grouped(Int(total.expiries))) expired",
      "view rate": total.viewRate.words, "acceptance rate": total.acceptanceRate.words,
      "redemption rate": total.redemptionRate.words,
      "value delivered": "\(money(total.redeemedCents)) to people, of \(money(total.claimedCents)) accepted",
    ])
    let refunds = total.refundedCents == 0 ? "" : ", refunds of \(money(total.refundedCents)) taken off"
    fields.add("revenue", money(total.revenueCents) + refunds)
    fields.add("commission", money(total.commissionCents))
    fields.add("time to accept", Self.words(total.secondsToAccept, "s"))
    fields.add("way on foot", Self.words(total.metresToWalk, "m"))
    return fields.text
  }

  private func table(in zone: ZoneTable) -> String {
    var table = TextTable([
      grain == .offer ? .words(grain.rawValue) : .whole(grain.rawValue), .numbers("shown"), .numbers("viewed"),
      .numbers("accepted"), .numbers("redeemed"), .numbers("delivered"), .numbers("revenue"), .numbers("commission"),
    ])
    // Most hours are empty; a day or an offer without anything says something.
    for part in parts where grain != .hour || !part.figures.isEmpty {
      let figures = part.figures
      table.add(
        [part.label.words(in: zone)]
          + [figures.impressions, figures.views, figures.acceptances, figures.redemptions].map {
            Number.grouped(Int($0))
          } + [figures.redeemedCents, figures.revenueCents, figures.commissionCents].map(money))
    }
    return table.text(empty: "Nothing happened in these days.")
  }

  private func money(_ cents: Int64) -> String { Money(cents: cents, partner.currency).description }

  private static func words(_ values: ValueSummary?, _ unit: String) -> String {
    guard let values else { return "not known" }
    return "median \(Words.number(values.median)) \(unit), nine in ten within \(values.p90) \(unit) (n \(values.n))"
  }
}

extension PartnerAnalytics.Label {
  fileprivate func words(in zone: ZoneTable) -> String {
    switch self {
    // The year stands in the heading.
    case .hour(let start): String(start.text(in: zone).dropFirst(5))
    case .day(let date): date.description
    case .offer(let id, let title): "\(id) \(title)"
    }
  }
}

extension Rate {
  /// As in `45.8 % [44.3, 47.3] of 4,212`, or why there is none.
  fileprivate var words: String {
    guard let value else { return reason ?? "not known" }
    let share = "\(Number.percent(value)) of \(Number.grouped(Int(base)))"
    guard let interval else { return share + (reason.map { "; \($0)" } ?? "") }
    let (low, high) = (interval.low * 100, interval.high * 100)
    return "\(share), 95 % interval \(Number.fixed(low, decimals: 1)) to \(Number.fixed(high, decimals: 1)) %"
  }
}
